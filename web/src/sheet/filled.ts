import type { Schema } from '../api/client.ts';
import type { SheetField, SheetValue, SheetValues } from './field.ts';
import { isBlank, isKeptApart, rowsIn } from './narrow.ts';
import { isBlankRow } from './rows/spread.ts';

/** What a form says of these fields, without blanks: how a new dossier begins. */
export function valuesOf(fields: readonly SheetField[], values: SheetValues): Schema<'GivenValues'> {
  const given = Object.fromEntries(
    fields.flatMap(({ id, type }) => {
      const value = tidied(type, values[id]);
      return isBlank(value) ? [] : [[id, value] as const];
    }),
  );
  return given as Schema<'GivenValues'>; // the same shapes, of which the contract does not say that they are only read
}

/** What a form changes in a sheet: fields that say something else than before; null for one that was emptied. */
export function changesOf(fields: readonly SheetField[], values: SheetValues, before: SheetValues): Schema<'Filled'> {
  const after = valuesOf(fields, values);
  return Object.fromEntries(
    fields
      .filter(({ id }) => !same(after[id], before[id]))
      // what is kept apart is not shown: leaving it blank leaves it as it is
      .filter(({ id }) => !(isKeptApart(before[id]) && after[id] === undefined))
      .map(({ id }) => [id, after[id] ?? null] as const),
  );
}

/** Blanks around words and rows in which nothing stands are nobody's meaning. */
function tidied(type: SheetField['type'], value: SheetValue | undefined): SheetValue | undefined {
  if (typeof value === 'string') return value.trim();
  if (type !== 'rows') return value;
  return rowsIn(value)
    .filter((row) => !isBlankRow(row))
    .map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => !isBlank(cell))));
}

/** The same content, in whatever order an object names its parts. */
export function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    // both were found to be objects
    keys.every((key) => same((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]))
  );
}
