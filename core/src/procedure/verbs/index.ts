export * from './attending.ts';
export * from './objecting.ts';
export * from './parts.ts';
export * from './revising.ts';
export * from './ruling.ts';
export * from './stepping.ts';
export * from './terms.ts';
export * from './verb.ts';
