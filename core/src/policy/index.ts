export * from './choice.ts';
export * from './condition.ts';
export * from './model.ts';
