export * from './command.ts';
export * from './decide.ts';
export * from './edition.ts';
export * from './offers.ts';
export { formingOf, passToEdition } from './pass.ts';
