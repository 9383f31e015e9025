export * from './cast.ts';
export * from './complete.ts';
export * from './histories.ts';
export * from './law.ts';
export * from './people.ts';
export * from './story.ts';
export * from './walk.ts';
export * from './duties.ts';
