export * from './positions.ts';
export * from './read.ts';
