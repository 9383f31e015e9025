export * from './context.ts';
export { describedIn } from './likeness.ts';
export { filesOf, isAskedOnce, meaningOf, readableFields, whyNoColumn } from './meanings.ts';
export { chosenValues } from './read-row.ts';
export { contentOfRow } from './repeats.ts';
export { understandRows } from './understand.ts';
export * from './look-ups.ts';
export { unitsAllowed, wordsFor } from './words.ts';
