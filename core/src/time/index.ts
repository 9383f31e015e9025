export * from './calendar.ts';
export * from './due.ts';
export * from './local-time.ts';
export * from './plain-date.ts';
export * from './remaining.ts';
export * from './term.ts';
export * from './wording.ts';
