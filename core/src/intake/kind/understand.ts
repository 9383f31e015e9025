import { fillBlanks } from '../blanks.ts';
import { gather } from '../entries.ts';
import type { Entry } from '../entries.ts';
import { withoutPrefilled } from '../prefilled.ts';
import { settleCells } from '../row-doubts.ts';
import { namesOf } from '../value-doubts.ts';
import { reporterGates, throughGates } from '../gates.ts';
import { headIn, hiddenRows, mappedBelow, placesOf, settleMissing } from '../frame.ts';
import { titleAmong } from '../key.ts';
import type { ColumnMapping } from '../mapping.ts';
import type { Meanings } from '../meaning.ts';
import { pileOf } from '../outcome.ts';
import { pictureNotes, placePictures } from '../pictures.ts';
import { answers, question } from '../question.ts';
import type { Decision, Question } from '../question.ts';
import type { Sheet } from '../sheet.ts';
import { hiddenQuestion, noHeadQuestion } from '../sheet-questions.ts';
import type { FilledRow, KindContext, KindReading, KindUnderstanding } from './context.ts';
import { filesOf, isAskedOnce, meaningOf, meaningsOfKind, readableFields } from './meanings.ts';
import { readRow } from './read-row.ts';
import { checkRows, keyOfRow } from './repeats.ts';

/**
 * Understands a sheet whose rows become dossiers of one kind, with the decisions made so far: the same machine as for problems,
 * where columns mean the fields of the kind’s sheet and cells are read by their types.
 */
export function understandRows(sheet: Sheet, context: KindContext, decisions: readonly Decision[]): KindUnderstanding {
  const given = answers(decisions);
  const meanings = meaningsOfKind(context);
  const hidden = hiddenQuestion(sheet, given);
  const head = headIn(sheet, meanings, given);
  const bare = {
    sheet: sheet.name,
    meanings: meanings.all,
    figures: null,
    rows: [],
    skipped: [],
    notes: [],
    pictures: [],
  };
  if (head === null)
    return {
      ...bare,
      kind: 'unreadable',
      list: sheet.name,
      head,
      columns: [],
      questions: [...hidden, ...noHeadQuestion(sheet)],
      tail: 0,
    };
  const mapping = mappedBelow(sheet, head, { meanings, given, keep: () => false });
  const { columns, open } = settleMissing(mapping.columns, missingColumns(mapping.columns, context, head.first), given);
  const unseen = hiddenRows(sheet, head, given);
  const list = titleAmong(head.titles) ?? sheet.name;
  const questions = [...hidden, ...mapping.questions, ...open, ...unseen.open];
  const gathered = gather(sheet, head, placesOf(columns), given, unseen.left);
  const filled = withoutPrefilled(gathered.entries, false);
  const cells = settleCells(filled.entries, placesOf(columns), namesOf(columns, meanings), given);
  const heads = new Map(
    columns.flatMap(({ field, text, group }) =>
      field === null ? [] : [[field as string, `${group ?? ''}${text}`] as const],
    ),
  ); // a meaning is a text
  // what a kind keeps apart is read from no column, so whoever is named stands where everybody reads it
  const gates = throughGates(cells.entries, (entry) => reporterGates(entry, heads), given);
  const blanks = fillBlanks(gates.entries, given, inBlocks(meanings, context), false);
  const reading: KindReading = { ...context, given, heads, year: head.year ?? undefined };
  const blocking = questions.map(({ id }) => id);
  const read = blanks.entries.map((entry) => rowOf(entry, reading, list, blocking));
  const checked = checkRows(read, reading);
  const pictures = placePictures(sheet, columns, checked.rows, given);
  return {
    ...bare,
    kind: 'list',
    list,
    head,
    columns,
    questions: [...questions, ...blanks.questions],
    rows: checked.rows.map((row) => ({ ...row, pile: pileOf(row) })),
    skipped: [gathered, filled, cells, gates, checked].flatMap(({ skipped }) => skipped).sort((a, b) => a.row - b.row),
    notes: pictureNotes(pictures, filesOf(context).length > 0),
    tail: gathered.tail + (sheet.tail ?? 0),
    pictures,
  };
}

/** Types that a clerk writes once for a block of rows. */
const REPEATED: ReadonlySet<string> = new Set(['choice', 'unit', 'units', 'person', 'named-person', 'place', 'day']);

const inBlocks = (meanings: Meanings, context: KindContext) => {
  const ids = readableFields(context)
    .filter(({ type }) => REPEATED.has(type))
    .map(({ id }) => meaningOf(id));
  return meanings.all.filter(({ id }) => ids.includes(id));
};

/** Fields that every row must have and no column says; those that may be one for all rows are asked about apart. */
function missingColumns(columns: readonly ColumnMapping[], context: KindContext, headRow: number): readonly Question[] {
  const there = new Set(columns.map(({ field }) => field));
  return readableFields(context)
    .filter((field) => field.required === true && !isAskedOnce(field) && !there.has(meaningOf(field.id)))
    .map(({ id, label: { zh, en = zh } }) =>
      question({
        code: 'no-column',
        row: headRow + 1,
        field: meaningOf(id),
        raw: '',
        zh: `表头里没有认出“${zh}”那一列，是哪一列？`,
        en: `No column of “${en}” was recognised in the head. Which one is it?`,
        options: columns.map(({ column, text }) => ({
          id: String(column),
          zh: `第${column + 1}列“${text}”`,
          en: `Column ${column + 1} “${text}”`,
        })),
      }),
    );
}

function rowOf(entry: Entry, reading: KindReading, list: string, blocking: readonly string[]): FilledRow {
  const { value, questions, decisions } = readRow(entry, reading);
  return {
    ...value,
    key: keyOfRow(value, list, entry.rows[0] ?? 0, reading),
    rows: entry.rows,
    pile: 'needs-decision',
    questions: [...entry.questions, ...questions],
    waitsFor: [...blocking, ...entry.waitsFor],
    decisions: [...entry.decisions, ...decisions],
  };
}
