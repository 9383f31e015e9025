export * from './decide.ts';
export * from './merge.ts';
