export * from './check.ts';
export * from './positions.ts';
export * from './read.ts';
