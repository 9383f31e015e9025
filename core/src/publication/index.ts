export * from './decide.ts';
export * from './edition.ts';
