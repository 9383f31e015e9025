export * from './command.ts';
export * from './content.ts';
export * from './decide.ts';
export * from './event.ts';
export * from './evolve.ts';
export * from './offers.ts';
export * from './problem.ts';
export * from './strange-day.ts';
export { usualParts } from './verbs/parts.ts';
