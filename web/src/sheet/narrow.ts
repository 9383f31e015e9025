import type { FileValue, PersonValue, PlaceValue, ReferenceValue, RowValue, SheetValue } from './field.ts';

/*
 * What stands in a field is looked at before it is used: a draft may be of an older edition, and a table keeps what was pasted
 * even where it is no number. What does not fit its type counts as not there, and is pointed at by whoever shows it.
 */

type Held = SheetValue | undefined;
type Single = PlaceValue | ReferenceValue | PersonValue | { readonly personal: string };

const isSingle = (value: Held): value is Single => typeof value === 'object' && !Array.isArray(value);

export const textIn = (value: Held): string | undefined => (typeof value === 'string' ? value : undefined);

export const numberIn = (value: Held): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

export const wordsIn = (value: Held): readonly string[] =>
  Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];

export const placeIn = (value: Held): PlaceValue | undefined =>
  isSingle(value) && 'words' in value ? value : undefined;

export const personIn = (value: Held): PersonValue | undefined =>
  isSingle(value) && 'name' in value ? value : undefined;

export const referenceIn = (value: Held): ReferenceValue | undefined =>
  isSingle(value) && 'dossier' in value ? value : undefined;

export const filesIn = (value: Held): readonly FileValue[] =>
  Array.isArray(value) ? value.filter((one): one is FileValue => typeof one === 'object' && 'digest' in one) : [];

export const rowsIn = (value: Held): readonly RowValue[] =>
  Array.isArray(value) ? value.filter((one): one is RowValue => typeof one === 'object') : [];

/** A personal field leaves nothing in the record but the id under which it is kept. */
export const keptApartIn = (value: Held): string | undefined =>
  isSingle(value) && 'personal' in value ? value.personal : undefined;

export const isKeptApart = (value: Held): boolean => keptApartIn(value) !== undefined;

/** Nothing stands there. No is an answer. */
export const isBlank = (value: Held): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
