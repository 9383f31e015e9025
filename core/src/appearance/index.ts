export * from './appearance.ts';
export * from './colour.ts';
