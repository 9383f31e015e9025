import type { Columns, Extra } from './entries.ts';
import { findHead, headAt } from './head.ts';
import type { Head } from './head.ts';
import { columnsBelow } from './leftover-columns.ts';
import { headOf, mapColumns } from './mapping.ts';
import type { ColumnMapping, Mapped, Mapping } from './mapping.ts';
import type { Meanings } from './meaning.ts';
import { answerTo } from './question.ts';
import type { Answers, Question } from './question.ts';
import type { Said } from './said.ts';
import type { Sheet } from './sheet.ts';
import { hiddenColumnsQuestion, hiddenRowsQuestion } from './sheet-questions.ts';

/** What stands around the rows of a sheet, whatever they are brought in as. */
export type Frame = {
  readonly list: string;
  readonly head: Head | null;
  readonly columns: readonly ColumnMapping[];
  /** Open questions about the whole sheet. */
  readonly questions: readonly Question[];
  /** What a person should know about the sheet and is not asked: what is left out, where it belongs. */
  readonly notes: readonly Said[];
};

/** The head where a person pointed it out, or where it is found. */
export const headIn = (sheet: Sheet, meanings: Meanings, given: Answers): Head | null =>
  pointedOut(sheet, given) ?? findHead(sheet, meanings);

// “3” or “3-4”, rows counted from 1 as on the screen; a decision on `head` may also correct a head that was found.
function pointedOut(sheet: Sheet, given: Answers): Head | null {
  const found = /^\s*(\d+)(?:\s*[-—]\s*(\d+))?\s*$/.exec(given.get('head')?.value ?? '');
  const first = Number(found?.[1] ?? 0);
  const last = Number(found?.[2] ?? first);
  return first >= 1 && last >= first && last <= sheet.rows.length ? headAt(sheet, first - 1, last - 1) : null;
}

/**
 * The columns below a head as they are taken, and what is doubtful about them. Columns that are hidden in the file mean nothing
 * until somebody says that they are to be read.
 */
export function mappedBelow(sheet: Sheet, head: Head, by: Omit<Mapped, 'headRow'>): Mapping {
  const hidden = sheet.hiddenColumns ?? [];
  const below = columnsBelow(sheet, head);
  const whole = mapColumns(below, { ...by, headRow: head.first });
  const asked = hiddenColumnsQuestion(whole.columns, hidden);
  const answer = asked === null ? null : answerTo(asked, by.given);
  if (asked === null || answer?.choose === 'read') return whole;
  const seen = mapColumns(
    below.filter(({ column }) => !hidden.includes(column + 1)),
    { ...by, headRow: head.first },
  );
  const unseen = whole.columns
    .filter(({ column }) => hidden.includes(column + 1))
    .map((column): ColumnMapping => ({ ...column, field: null, intoRemarks: false, confidence: 'sure', why: HIDDEN }));
  return {
    columns: [...seen.columns, ...unseen].toSorted((a, b) => a.column - b.column),
    questions: answer === null ? [...seen.questions, asked] : seen.questions,
  };
}

const HIDDEN: Said = { zh: '在文件里是隐藏的列，不导入', en: 'Hidden in the file, and left out' };

/**
 * Questions about the columns that a list must have: a person answers with the column. Those answered are settled; `open` are
 * left. @param missing each with the meaning that its column gets
 */
export function settleMissing(
  columns: readonly ColumnMapping[],
  missing: readonly Question[],
  given: Answers,
): { readonly columns: readonly ColumnMapping[]; readonly open: readonly Question[] } {
  const chosen = new Map(missing.map((asked) => [answerTo(asked, given)?.choose, asked.field]));
  return {
    columns: columns.map((column): ColumnMapping => {
      const field = chosen.get(String(column.column)) ?? null;
      return field === null ? column : { ...column, field, intoRemarks: false, confidence: 'sure', decided: true };
    }),
    open: missing.filter((asked) => answerTo(asked, given) === null),
  };
}

/** Hidden and filtered rows: the open question about them, and those that a person leaves out. */
export function hiddenRows(sheet: Sheet, head: Head, given: Answers) {
  const unseen = hiddenRowsQuestion(sheet, head.last + 1);
  const answer = unseen === null ? null : answerTo(unseen, given);
  return {
    open: unseen === null || answer !== null ? [] : [unseen],
    left: answer?.choose === 'skip' ? (sheet.hiddenRows ?? []) : [],
  };
}

const extra = (column: number): Extra => `column:${column}`;

/** Where to find each meaning, and each column that goes into the remarks. */
export const placesOf = (columns: readonly ColumnMapping[]): Columns =>
  new Map([
    ...columns.flatMap(({ field, column }) => (field === null ? [] : [[field, column] as const])),
    ...columns.filter(({ intoRemarks }) => intoRemarks).map(({ column }) => [extra(column), column] as const),
  ]);

/** Columns that go into the remarks, with the heads under which they stand there. */
export const extrasOf = (columns: readonly ColumnMapping[]): ReadonlyMap<Extra, string> =>
  new Map(
    columns.filter(({ intoRemarks }) => intoRemarks).map((column) => [extra(column.column), headOf(column)] as const),
  );
