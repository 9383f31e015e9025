import { fillBlanks, fillDitto } from './blanks.ts';
import { gather } from './entries.ts';
import type { Columns, Entry, Extra, Gathered } from './entries.ts';
import { findHead, headAt } from './head.ts';
import type { Head } from './head.ts';
import { listName, rowKey, titleAmong } from './key.ts';
import { columnsBelow, worthKeeping } from './leftover-columns.ts';
import { headOf, mapColumns } from './mapping.ts';
import type { ColumnMapping } from './mapping.ts';
import { paragraphTitles, readParagraphs } from './paragraphs.ts';
import { answers, answerTo } from './question.ts';
import type { Answers, Decision, Question } from './question.ts';
import { readEntry } from './read-entry.ts';
import { checkRepeats } from './repeats.ts';
import type { Sheet } from './sheet.ts';
import { hiddenQuestion, hiddenRowsQuestion, noHeadQuestion, noProblemQuestion } from './sheet-questions.ts';
import { skip } from './skips.ts';
import { isStatistics, readFigures } from './statistics.ts';
import { splitProblems } from './two-problems.ts';
import type { IntakeContext, Reading, UnderstoodRow, Understanding } from './understood.ts';

/** Understands a sheet without any decision of a person. */
export function understand(sheet: Sheet, context: IntakeContext): Understanding {
  return applyDecisions(sheet, context, []);
}

/**
 * Understands a sheet with the decisions made so far. The same sheet, context and decisions always give the same result,
 * so a dry run, its correction and the import itself cannot differ. Decisions that answer no question change nothing.
 */
export function applyDecisions(sheet: Sheet, context: IntakeContext, decisions: readonly Decision[]): Understanding {
  const given = answers(decisions);
  const hidden = hiddenQuestion(sheet, given);
  const head = pointedOut(sheet, given) ?? findHead(sheet);
  if (head !== null) return withHead(sheet, context, given, head, hidden);
  const entries = readParagraphs(sheet);
  const list = context.list ?? titleAmong(paragraphTitles(sheet)) ?? sheet.name;
  if (entries.length > 0)
    return finish(
      'paragraphs',
      sheet,
      context,
      given,
      { entries, skipped: [], tail: 0 },
      { list, head: null, columns: [], questions: hidden },
    );
  const questions = [...hidden, ...noHeadQuestion(sheet)];
  return {
    kind: 'unreadable',
    sheet: sheet.name,
    list,
    head: null,
    columns: [],
    questions,
    rows: [],
    skipped: [],
    tail: 0,
    figures: null,
  };
}

// “3” or “3-4”, rows counted from 1 as on the screen; a decision on `head` may also correct a head that was found.
function pointedOut(sheet: Sheet, given: Answers): Head | null {
  const found = /^\s*(\d+)(?:\s*[-—]\s*(\d+))?\s*$/.exec(given.get('head')?.value ?? '');
  const first = Number(found?.[1] ?? 0);
  const last = Number(found?.[2] ?? first);
  return first >= 1 && last >= first && last <= sheet.rows.length ? headAt(sheet, first - 1, last - 1) : null;
}

function withHead(
  sheet: Sheet,
  context: IntakeContext,
  given: Answers,
  head: Head,
  hidden: readonly Question[],
): Understanding {
  const mapping = mapColumns(columnsBelow(sheet, head), given, head.first, (column) =>
    worthKeeping(sheet, head, column),
  );
  const list = context.list ?? titleAmong(head.titles) ?? sheet.name;
  const named = mapping.columns.filter(({ text }) => text !== '');
  if (isStatistics(sheet, head, named)) return statistics(sheet, given, head, named, list, hidden);
  const missing = noProblemQuestion(mapping.columns, head.first);
  const chosen = missing === null ? null : answerTo(missing, given);
  const columns = mapping.columns.map((column): ColumnMapping =>
    chosen?.choose === String(column.column)
      ? { ...column, field: 'problem', intoRemarks: false, confidence: 'sure', decided: true }
      : column,
  );
  const unseen = hiddenRowsQuestion(sheet, head.last + 1);
  const open = [missing, unseen].filter((asked) => asked !== null && answerTo(asked, given) === null) as Question[]; // no null is left
  const questions = [...hidden, ...mapping.questions, ...open];
  const left = unseen !== null && answerTo(unseen, given)?.choose === 'skip' ? (sheet.hiddenRows ?? []) : [];
  const fields: Columns = new Map([
    ...columns.flatMap(({ field, column }) => (field === null ? [] : [[field, column] as const])),
    ...columns.filter(({ intoRemarks }) => intoRemarks).map(({ column }) => [extra(column), column] as const),
  ]);
  return finish('problems', sheet, context, given, gather(sheet, head, fields, given, left), {
    list,
    head,
    columns,
    questions,
  });
}

function statistics(
  sheet: Sheet,
  given: Answers,
  head: Head,
  columns: readonly ColumnMapping[],
  list: string,
  hidden: readonly Question[],
): Understanding {
  const { figures, questions } = readFigures(sheet, head, columns, given);
  const { entries, skipped, tail } = gather(sheet, head, new Map(), given);
  const counted = entries.flatMap(({ rows }) => rows.map((row) => ({ row, reason: skip('statistics') })));
  return {
    kind: 'statistics',
    sheet: sheet.name,
    list,
    head,
    columns,
    questions: [...hidden, ...questions],
    rows: [],
    skipped: [...skipped, ...counted].sort((a, b) => a.row - b.row),
    tail: tail + (sheet.tail ?? 0),
    figures,
  };
}

const extra = (column: number): Extra => `column:${column}`;

type Frame = Pick<Understanding, 'list' | 'head' | 'columns' | 'questions'>;

function finish(
  kind: Understanding['kind'],
  sheet: Sheet,
  context: IntakeContext,
  given: Answers,
  gathered: Gathered,
  frame: Frame,
): Understanding {
  // a label that a paragraph leaves out is left out; only a grid has cells that can mean “same as above”
  const entries = fillDitto(gathered.entries);
  const blanks = kind === 'paragraphs' ? { entries, questions: [] } : fillBlanks(entries, given);
  const kept = frame.columns.filter(({ intoRemarks }) => intoRemarks);
  const extras = new Map(kept.map((column) => [extra(column.column), headOf(column)]));
  const reading: Reading = { ...context, given, extras, year: frame.head?.year ?? undefined };
  const blocking = frame.questions.map(({ id }) => id);
  const read = blanks.entries
    .flatMap((entry) => splitProblems(entry, given))
    .map((entry) => rowOf(entry, reading, frame.list, blocking));
  const checked = checkRepeats(read, context.known, given);
  const piled = checked.rows.map((row): UnderstoodRow => ({
    ...row,
    pile: row.questions.length + row.waitsFor.length === 0 ? 'ready' : 'needs-decision',
  }));
  return {
    kind,
    sheet: sheet.name,
    ...frame,
    questions: [...frame.questions, ...blanks.questions],
    rows: piled,
    skipped: [...gathered.skipped, ...checked.skipped].sort((a, b) => a.row - b.row),
    tail: gathered.tail + (sheet.tail ?? 0),
    figures: null,
  };
}

function rowOf(entry: Entry, reading: Reading, list: string, blocking: readonly string[]): UnderstoodRow {
  const read = readEntry(entry, reading);
  const { number, problem, place } = read.value;
  const key = rowKey({ list: listName(list), number, problem, place });
  return {
    ...read.value,
    key: entry.part === null || entry.part === 1 || number === null ? key : `${key}/${entry.part}`,
    rows: entry.rows,
    pile: 'needs-decision',
    questions: [...entry.questions, ...read.questions],
    waitsFor: [...blocking, ...entry.waitsFor],
    decisions: [...entry.decisions, ...read.decisions],
    sameAs: null,
    updates: null,
  };
}
