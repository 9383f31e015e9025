import type { Head } from './head.ts';
import type { Meaning } from './meaning.ts';
import { squeeze, tidy } from './normalise.ts';
import { answerTo, question } from './question.ts';
import type { Answered, Answers, Question } from './question.ts';
import { cellAt, isBlank } from './sheet.ts';
import type { Cell, Sheet } from './sheet.ts';
import { rowSkip, skip } from './skips.ts';
import type { Skip } from './skips.ts';

/** One written value. `filled` says where it really stands when its own cell is empty or part of a merged block. */
export type Value = {
  readonly row: number;
  readonly raw: string;
  readonly cell: Cell | null;
  readonly filled: 'merged' | 'above' | null;
};

/** A column that means no field and goes into the remarks under its own head, by its 0-based place. */
export type Extra = `column:${number}`;

/** Values by field, in the order of the rows they come from. */
export type Values = Readonly<Partial<Record<Meaning | Extra, readonly Value[]>>>;

/** What the list says about one problem, over one or more rows (1-based); `part` counts problems cut out of one row. */
export type Entry = {
  readonly rows: readonly number[];
  readonly values: Values;
  readonly part: number | null;
  readonly questions: readonly Question[];
  /** Questions about the whole sheet on which this entry depends. */
  readonly waitsFor: readonly string[];
  readonly decisions: readonly Answered[];
};

/** What an entry says under a meaning: distinct texts of its rows, one below the other, so that nothing that was written is lost. */
export const writtenIn = ({ values }: Pick<Entry, 'values'>, meaning: Meaning | Extra): string =>
  [...new Set((values[meaning] ?? []).map(({ raw }) => tidy(raw)).filter((text) => text !== ''))].join('\n');

/** A row that was left out, with its reason. */
export type SkippedRow = { readonly row: number; readonly reason: Skip };

/** The rows of a sheet taken together into entries. `tail` counts empty formatted rows at the end. */
export type Gathered = {
  readonly entries: readonly Entry[];
  readonly skipped: readonly SkippedRow[];
  readonly tail: number;
};

/** Which column holds a field, or goes into the remarks. */
export type Columns = ReadonlyMap<Meaning | Extra, number>;

const IDENTITY: readonly Meaning[] = ['serial', 'number'];

/** Takes the rows below the head together: merged cells filled down, one problem over several rows joined, the rest skipped with a reason. `left`: rows (from 1) that a person leaves out. */
export function gather(
  sheet: Sheet,
  head: Head,
  columns: Columns,
  given: Answers,
  left: readonly number[] = [],
): Gathered {
  const last = sheet.rows.findLastIndex((row) => !row.every(isBlank));
  const entries: Entry[] = [];
  const skipped: SkippedRow[] = [];
  for (let row = head.last + 1; row <= last; row += 1) {
    const decided = left.includes(row + 1) || given.get(`row:${row + 1}`)?.choose === 'skip';
    const reason = decided ? skip('decided') : rowSkip(sheet, row, head);
    if (reason !== null) {
      skipped.push({ row: row + 1, reason });
      continue;
    }
    // a row nobody has placed yet is not what the next one goes on with
    const at = entries.findLastIndex(({ questions }) => !questions.some(({ code }) => code === 'continues-above'));
    const above = entries[at];
    const joins = continuation(sheet, row, columns, above, given);
    if (joins.choice === 'skip') skipped.push({ row: row + 1, reason: skip('decided') });
    else if (joins.choice === 'join' && above !== undefined)
      entries.splice(at, 1, joined(above, sheet, row, columns, joins));
    else
      entries.push({
        rows: [row + 1],
        values: valuesOf(sheet, row, columns, [row + 1]),
        part: null,
        questions: joins.questions,
        waitsFor: [],
        decisions: joins.decisions,
      });
  }
  return { entries, skipped, tail: sheet.rows.length - 1 - Math.max(last, head.last) };
}

type Joins = {
  readonly choice: 'own' | 'join' | 'skip';
  readonly questions: readonly Question[];
  readonly decisions: readonly Answered[];
};

const OWN: Joins = { choice: 'own', questions: [], decisions: [] };

// Merged into the problem above and nothing of its own to be told by: the same problem. Without merged cells only a person knows.
function continuation(sheet: Sheet, row: number, columns: Columns, above: Entry | undefined, given: Answers): Joins {
  const column = columns.get('problem');
  if (column === undefined || above === undefined) return OWN;
  const problem = cellAt(sheet, row, column);
  const merged = problem.merged !== undefined && above.rows.includes(problem.merged.row + 1);
  if (!merged && !isBlank(problem)) return OWN;
  const told = IDENTITY.some((field) => tellsApart(sheet, row, columns.get(field), above));
  if (!merged && told) return OWN;
  if (merged && !told && !isBlank(problem)) return { ...OWN, choice: 'join' };
  return decideJoin(continuesQuestion(row, sheet, above), given);
}

function tellsApart(sheet: Sheet, row: number, column: number | undefined, above: Entry): boolean {
  if (column === undefined) return false;
  const cell = cellAt(sheet, row, column);
  return !isBlank(cell) && !(cell.merged !== undefined && above.rows.includes(cell.merged.row + 1));
}

function decideJoin(asked: Question, given: Answers): Joins {
  const answer = answerTo(asked, given);
  if (answer === null) return { ...OWN, questions: [asked] };
  const choice = answer.choose === 'join' || answer.choose === 'skip' ? answer.choose : 'own';
  return { choice, questions: [], decisions: [answer] };
}

function continuesQuestion(row: number, sheet: Sheet, above: Entry): Question {
  const raw = [...new Set((sheet.rows[row] ?? []).map(({ text }) => tidy(text)).filter((text) => text !== ''))].join(
    ' · ',
  );
  const first = above.rows[0] ?? row;
  return question({
    code: 'continues-above',
    row: row + 1,
    field: 'problem',
    raw,
    part: String(row + 1),
    zh: `第${row + 1}行没有自己的问题文字，是接着第${first}行的问题写的吗？`,
    en: `Row ${row + 1} has no problem text of its own. Does it go on with the problem of row ${first}?`,
    options: [
      { id: 'join', zh: `是，并入第${first}行`, en: `Yes, join it to row ${first}` },
      { id: 'own', zh: '不是，单独一个问题', en: 'No, it is a problem of its own' },
      { id: 'skip', zh: '这一行不导入', en: 'Leave this row out' },
    ],
    suggested: 'join',
  });
}

function joined(entry: Entry, sheet: Sheet, row: number, columns: Columns, joins: Joins): Entry {
  const rows = [...entry.rows, row + 1];
  const added = valuesOf(sheet, row, columns, rows);
  const values = Object.fromEntries(
    [...columns.keys()].map((field) => [field, [...(entry.values[field] ?? []), ...(added[field] ?? [])]]),
  );
  return { ...entry, rows, values, decisions: [...entry.decisions, ...joins.decisions] };
}

// Inside one entry a merged block counts once; from the entry above it counts as filled down.
function valuesOf(sheet: Sheet, row: number, columns: Columns, rows: readonly number[]): Values {
  const found = [...columns].flatMap(([field, column]): [Meaning | Extra, readonly Value[]][] => {
    const cell = cellAt(sheet, row, column);
    const master = cell.merged;
    const toTheLeft = master !== undefined && master.column !== column;
    const already = master !== undefined && master.row !== row && rows.includes(master.row + 1);
    if ((squeeze(cell.text) === '' && cell.noResult !== true) || toTheLeft || already) return [];
    return [
      [
        field,
        [{ row: row + 1, raw: cell.text, cell, filled: master !== undefined && master.row !== row ? 'merged' : null }],
      ],
    ];
  });
  return Object.fromEntries(found);
}
