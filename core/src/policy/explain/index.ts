export * from './facts.ts';
export * from './kind.ts';
export { explainStep } from './step.ts';
