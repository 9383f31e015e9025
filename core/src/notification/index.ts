export * from './of-act.ts';
export * from './of-days.ts';
export * from './tiding.ts';
