import type { RowFrame, Understanding } from './understood.ts';

type Read = Understanding<RowFrame>;

/** A row is ready when nothing about it, and about the sheet as far as it needs it, is open. */
export const pileOf = ({ questions, waitsFor }: Pick<RowFrame, 'questions' | 'waitsFor'>): RowFrame['pile'] =>
  questions.length + waitsFor.length === 0 ? 'ready' : 'needs-decision';

/** How a sheet divides into the three piles; a problem counts once, however many rows it has. */
export type Piles = { readonly ready: number; readonly needsDecision: number; readonly skipped: number };

/** Counts the piles. */
export function pilesOf({ rows, skipped }: Read): Piles {
  const ready = rows.filter(({ pile }) => pile === 'ready').length;
  return { ready, needsDecision: rows.length - ready, skipped: skipped.length };
}

/** Why one row did not come in, for the error workbook: 1-based row, and the 1-based columns to be corrected. */
export type RowError = { readonly row: number; readonly reason: string; readonly columns: readonly number[] };

/** One error per problem that did not come in, at its first row: every open question in the office's words. */
export function rowErrors(understanding: Read): readonly RowError[] {
  const pending = understanding.rows.filter(({ pile }) => pile === 'needs-decision');
  return pending.flatMap((row) => (row.rows[0] === undefined ? [] : [errorOf(row, row.rows[0], understanding)]));
}

function errorOf(row: RowFrame, at: number, { columns, questions }: Read): RowError {
  const open = [...row.questions, ...questions.filter(({ id }) => row.waitsFor.includes(id))];
  const fields = new Set(open.map(({ field }) => field));
  const cells = columns.filter(({ field }) => field !== null && fields.has(field)).map(({ column }) => column + 1);
  return { row: at, reason: [...new Set(open.map(({ zh }) => zh))].join('；'), columns: cells };
}
