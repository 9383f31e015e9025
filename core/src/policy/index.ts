export * from './choice.ts';
export * from './compile.ts';
export * from './condition.ts';
export * from './model.ts';
