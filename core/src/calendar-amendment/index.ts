export * from './decide.ts';
export * from './merge.ts';
export * from './notice-words.ts';
