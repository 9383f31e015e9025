export * from './decide.ts';
export * from './edition.ts';
export { unitsUnder, type Succeeded, type Succession, type SuccessionFault } from './succession.ts';
export * from './trying.ts';
