import type { Head } from './head.ts';
import type { ColumnMapping } from './mapping.ts';
import { narrow, squeeze, tidy } from './normalise.ts';
import { answerTo, question } from './question.ts';
import type { Answers, Question } from './question.ts';
import { cellAt, isBlank } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { rowSkip } from './skips.ts';

/** A table of figures: names of the figure columns (`污染类型·水`) and one line per township. Null is a blank nobody has explained yet. */
export type Figures = {
  readonly columns: readonly string[];
  readonly lines: readonly {
    readonly row: number;
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
  /** Notes under the table, such as: types do not add up to cases. */
  readonly notes: readonly string[];
};

/** Whether the sheet counts instead of listing: no problem column, and most filled cells behind the first text column are numbers. */
export function isStatistics(sheet: Sheet, head: Head, columns: readonly ColumnMapping[]): boolean {
  if (columns.some(({ field }) => field === 'problem')) return false;
  const counted = figureColumns(sheet, head, columns);
  return counted.length >= 2 && counted.length * 2 >= columns.length;
}

function dataRows(sheet: Sheet, head: Head): readonly number[] {
  return sheet.rows.flatMap((_, row) => (row > head.last && rowSkip(sheet, row, head) === null ? [row] : []));
}

function figureOf(text: string): number | null {
  const written = narrow(text).replace(/[\s,]/g, '');
  return /^-?\d+(?:\.\d+)?%?$/.test(written) ? Number.parseFloat(written) : null;
}

function figureColumns(sheet: Sheet, head: Head, columns: readonly ColumnMapping[]): readonly ColumnMapping[] {
  const rows = dataRows(sheet, head);
  return columns.filter(({ column, field }) => {
    const cells = rows.map((row) => cellAt(sheet, row, column)).filter((cell) => !isBlank(cell));
    return field !== 'serial' && cells.every(({ text }) => figureOf(text) !== null);
  });
}

/** Reads the figures. What a blank means is asked once for the table; until then it is null and never 0. */
export function readFigures(
  sheet: Sheet,
  head: Head,
  columns: readonly ColumnMapping[],
  given: Answers,
): { readonly figures: Figures; readonly questions: readonly Question[] } {
  const counted = figureColumns(sheet, head, columns);
  const name = columns.find(
    ({ field, column }) => field !== 'serial' && !counted.some((figure) => figure.column === column),
  );
  const rows = dataRows(sheet, head);
  const blanks = rows.reduce(
    (sum, row) => sum + counted.filter(({ column }) => isBlank(cellAt(sheet, row, column))).length,
    0,
  );
  const asked = blankQuestion(blanks);
  const answer = answerTo(asked, given);
  const zero = answer?.choose === 'zero' ? 0 : null;
  const lines = rows.map((row) => ({
    row: row + 1,
    name: tidy(cellAt(sheet, row, name?.column ?? 0).text),
    values: counted.map(({ column }) => figureOf(cellAt(sheet, row, column).text) ?? zero),
  }));
  const notes = sheet.rows.flatMap((_, row) =>
    row > head.last && rowSkip(sheet, row, head)?.code === 'note-row' ? [noteOf(sheet, row)] : [],
  );
  const figures = {
    columns: counted.map(({ group, text }) => (group === null ? squeeze(text) : `${squeeze(group)}·${squeeze(text)}`)),
    lines,
    notes,
  };
  return { figures, questions: blanks > 0 && answer === null ? [asked] : [] };
}

function noteOf(sheet: Sheet, row: number): string {
  return tidy((sheet.rows[row] ?? []).find((cell) => !isBlank(cell))?.text ?? '');
}

function blankQuestion(blanks: number): Question {
  return question({
    code: 'blank-meaning',
    row: null,
    field: null,
    raw: '',
    zh: `统计表里有${blanks}处空白，空白是0还是没有统计？`,
    en: `The table of figures has ${blanks} blanks. Does a blank mean 0 or not counted?`,
    options: [
      { id: 'zero', zh: '空白就是0', en: 'A blank is 0' },
      { id: 'unknown', zh: '没有统计，不当作0', en: 'Not counted, and not 0' },
    ],
    suggested: 'zero',
  });
}
