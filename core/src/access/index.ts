export * from './actor.ts';
export * from './guard.ts';
export * from './leading.ts';
export * from './obstacle.ts';
export * from './readers.ts';
export * from './telephone.ts';
export * from './units.ts';
export { questionAt } from './waiting.ts';
