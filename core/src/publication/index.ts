export * from './decide.ts';
export * from './edition.ts';
export * from './trying.ts';
