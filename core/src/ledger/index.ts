export * from './archive.ts';
export * from './canonical.ts';
export * from './chain.ts';
export * from './derived-id.ts';
export * from './verify.ts';
