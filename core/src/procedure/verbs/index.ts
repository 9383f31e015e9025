export * from './attending.ts';
export * from './parts.ts';
export * from './stepping.ts';
export * from './terms.ts';
export * from './verb.ts';
