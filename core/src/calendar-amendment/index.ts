export * from './decide.ts';
export * from './entering.ts';
export * from './merge.ts';
export * from './notice-words.ts';
