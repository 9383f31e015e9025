import { FIELDS, type Field } from '@bihuan/core/intake';
import { emptyRegister } from '../../files/empty-register.ts';

/** The columns an office's list usually has; any order, any of them missing, and further ones are understood as well. */
const COLUMNS: readonly (readonly [Field, number])[] = [
  ['serial', 6],
  ['number', 12],
  ['problem', 44],
  ['source', 12],
  ['category', 14],
  ['domain', 14],
  ['township', 14],
  ['place', 22],
  ['unit', 22],
  ['person', 12],
  ['lead', 22],
  ['goal', 28],
  ['measures', 40],
  ['deadline', 18],
  ['remarks', 18],
];

/** An empty list of problems as .xlsx, for an office that has none of its own yet: the plainest head of every column. */
export function emptyList(): Promise<Buffer> {
  return emptyRegister(
    COLUMNS.map(([field, width]) => ({ head: FIELDS[field].heads[0], width })),
    '问题清单',
  );
}
