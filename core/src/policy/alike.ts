import type { SheetField } from './sheet.ts';

/** Types of fields by which two dossiers can look alike: words and places are compared, the others are the same or speak against it. */
const comparable: ReadonlySet<SheetField['type']> = new Set(['text', 'place', 'choice', 'unit', 'day']);

/** Whether two dossiers can be compared by it. What is kept of people apart is compared with nothing. */
export const isComparable = ({ type, personal }: Pick<SheetField, 'type' | 'personal'>): boolean =>
  comparable.has(type) && !personal;
