import type { SheetField } from './field.ts';

/** Fields that a form shows, in the order of the sheet: those it writes, and what the program counts between them. */
export const formFields = (sheet: readonly SheetField[], writes: readonly string[]): readonly SheetField[] =>
  writes.length === 0 ? [] : sheet.filter(({ id, type }) => type === 'figure' || writes.includes(id));
