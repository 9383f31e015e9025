import type { FieldType, SheetField } from './field.ts';

const WIDE: ReadonlySet<FieldType> = new Set(['rows', 'files', 'place', 'named-person', 'person', 'reference']);

/** From here on a text is an account and takes several lines; a name fits into half a line. */
const ONE_LINE = 100;
const HALF_LINE = 40;

/** A text of several lines. */
export const isAccount = ({ type, longest = 2000 }: SheetField): boolean => type === 'text' && longest > ONE_LINE;

/** Whether a field needs the whole width of the form. */
export const isWide = (field: SheetField): boolean =>
  WIDE.has(field.type) || (field.type === 'text' && (field.longest ?? Infinity) > HALF_LINE);
