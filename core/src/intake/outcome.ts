import type { UnderstoodRow, Understanding } from './understood.ts';

/** How a sheet divides into the three piles; a problem counts once, however many rows it has. */
export type Piles = { readonly ready: number; readonly needsDecision: number; readonly skipped: number };

/** Counts the piles. */
export function pilesOf({ rows, skipped }: Understanding): Piles {
  const ready = rows.filter(({ pile }) => pile === 'ready').length;
  return { ready, needsDecision: rows.length - ready, skipped: skipped.length };
}

/** Why one row did not come in, for the error workbook: 1-based row, and the 1-based columns to be corrected. */
export type RowError = { readonly row: number; readonly reason: string; readonly columns: readonly number[] };

/** One error per problem that did not come in, at its first row: every open question in the office's words. */
export function rowErrors(understanding: Understanding): readonly RowError[] {
  const pending = understanding.rows.filter(({ pile }) => pile === 'needs-decision');
  return pending.flatMap((row) => (row.rows[0] === undefined ? [] : [errorOf(row, row.rows[0], understanding)]));
}

function errorOf(row: UnderstoodRow, at: number, { columns, questions }: Understanding): RowError {
  const open = [...row.questions, ...questions.filter(({ id }) => row.waitsFor.includes(id))];
  const fields = new Set(open.map(({ field }) => field));
  const cells = columns.filter(({ field }) => field !== null && fields.has(field)).map(({ column }) => column + 1);
  return { row: at, reason: [...new Set(open.map(({ zh }) => zh))].join('；'), columns: cells };
}
