export * from './feedback.ts';
export * from './file.ts';
export * from './import.ts';
export * from './refusal.ts';
export * from './register.ts';
