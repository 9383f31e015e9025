export * from './choice.ts';
export * from './compile.ts';
export * from './condition.ts';
export * from './model.ts';
export * from './units.ts';
export * from './diagram/index.ts';
export * from './explain.ts';
export { faults } from './faults/index.ts';
export * from './wording.ts';
