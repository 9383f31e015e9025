export * from './actor.ts';
export * from './guard.ts';
export * from './obstacle.ts';
export * from './units.ts';
