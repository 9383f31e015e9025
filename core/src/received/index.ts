export * from './feedback.ts';
export * from './file.ts';
export * from './register.ts';
