import { fillBlanks, MAY_GO_ON } from './blanks.ts';
import { gather } from './entries.ts';
import type { Entry, Gathered } from './entries.ts';
import { extrasOf, headIn, hiddenRows, mappedBelow, placesOf, settleMissing } from './frame.ts';
import type { Frame } from './frame.ts';
import { columnOf, meaningsWith } from './given-facts.ts';
import type { Head } from './head.ts';
import { listName, rowKey, titleAmong } from './key.ts';
import { worthKeeping } from './leftover-columns.ts';
import type { ColumnMapping } from './mapping.ts';
import type { Meanings } from './meaning.ts';
import { pileOf } from './outcome.ts';
import { pictureNotes, placePictures } from './pictures.ts';
import { paragraphTitles, readParagraphs } from './paragraphs.ts';
import { answers } from './question.ts';
import type { Answers, Decision, Question } from './question.ts';
import { readEntry } from './read-entry.ts';
import { withoutPrefilled } from './prefilled.ts';
import { checkRepeats } from './repeats.ts';
import { isListOfReports } from './reporters.ts';
import { settleCells } from './row-doubts.ts';
import { withoutKnown } from './own-numbers.ts';
import { problemGates, throughGates } from './gates.ts';
import { isBlank } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { hiddenQuestion, noHeadQuestion, noProblemQuestion } from './sheet-questions.ts';
import type { Said } from './said.ts';
import { skip } from './skips.ts';
import { isStatistics, readFigures } from './statistics.ts';
import { offerTownships } from './township-offer.ts';
import { splitProblems } from './two-problems.ts';
import { namesOf } from './value-doubts.ts';
import type { IntakeContext, Reading, UnderstoodRow, Understanding } from './understood.ts';

/** Understands a sheet without any decision of a person. */
export function understand(sheet: Sheet, context: IntakeContext): Understanding {
  return applyDecisions(sheet, context, []);
}

/** What the reading of one sheet rests on. */
type At = {
  readonly sheet: Sheet;
  readonly context: IntakeContext;
  readonly meanings: Meanings;
  readonly given: Answers;
  readonly hidden: readonly Question[];
};

/**
 * Understands a sheet with the decisions made so far. The same sheet, context and decisions always give the same result,
 * so a dry run, its correction and the import itself cannot differ. Decisions that answer no question change nothing.
 */
export function applyDecisions(sheet: Sheet, context: IntakeContext, decisions: readonly Decision[]): Understanding {
  const given = answers(decisions);
  const hidden = hiddenQuestion(sheet, given);
  const at: At = { sheet, context, meanings: meaningsWith(context.facts), given, hidden };
  const head = headIn(sheet, at.meanings, given);
  if (isListOfReports(sheet, head)) return reports(at, head);
  if (head !== null) return withHead(at, head);
  const entries = readParagraphs(sheet);
  const list = context.list ?? titleAmong(paragraphTitles(sheet)) ?? sheet.name;
  if (entries.length > 0)
    return finish(
      'paragraphs',
      at,
      { entries, skipped: [], tail: 0 },
      { list, head: null, columns: [], questions: hidden, notes: [] },
    );
  return {
    kind: 'unreadable',
    list,
    head: null,
    questions: [...hidden, ...noHeadQuestion(sheet)],
    ...nothingOf(at),
  };
}

const nothingOf = ({ sheet, meanings }: At) => ({
  sheet: sheet.name,
  meanings: meanings.all,
  columns: [],
  notes: [],
  rows: [],
  skipped: [],
  tail: 0,
  figures: null,
  pictures: [],
});

// Nothing of such a list is read further: who reported may stand in any cell of it.
function reports(at: At, head: Head | null): Understanding {
  const rows = at.sheet.rows.flatMap((row, no) => (no > (head?.last ?? 0) && !row.every(isBlank) ? [no + 1] : []));
  return {
    ...nothingOf(at),
    kind: 'reports',
    list: at.sheet.name,
    head,
    questions: [],
    notes: [BELONGS],
    skipped: rows.map((row) => ({ row, reason: skip('report') })),
  };
}

/** Where a list of reports belongs. */
const BELONGS: Said = {
  zh: '这是群众举报（信访）件清单，不是问题清单：举报先登记、核实，查证属实、需要整改的，去掉举报人信息后列成问题清单再导入；反映公职人员的，移送纪检监察机关。举报人信息依法保密，这里一行也不导入',
  en: 'This is a list of reports by the public and no list of problems: a report is registered and looked into first; what proves true and has to be rectified is listed as problems without who reported it; what is about officials goes to the disciplinary organs. Who reported is secret by law, and no row is imported here',
};

function withHead(at: At, head: Head): Understanding {
  const { sheet, context, meanings, given, hidden } = at;
  const keep: Parameters<typeof mappedBelow>[2]['keep'] = (column) => worthKeeping(sheet, head, column);
  const mapping = mappedBelow(sheet, head, { meanings, given, keep });
  const list = context.list ?? titleAmong(head.titles) ?? sheet.name;
  const named = mapping.columns.filter(({ text }) => text !== '');
  if (isStatistics(sheet, head, named)) return statistics(at, head, named, list);
  const missing = noProblemQuestion(mapping.columns, head.first);
  const { columns, open } = settleMissing(mapping.columns, missing === null ? [] : [missing], given);
  const unseen = hiddenRows(sheet, head, given);
  return finish('list', at, gather(sheet, head, placesOf(columns), given, unseen.left), {
    list,
    head,
    columns,
    questions: [...hidden, ...mapping.questions, ...open, ...unseen.open],
    notes: [],
  });
}

function statistics(
  { sheet, given, hidden, meanings }: At,
  head: Head,
  columns: readonly ColumnMapping[],
  list: string,
): Understanding {
  const { figures, questions } = readFigures(sheet, head, columns, given);
  const { entries, skipped, tail } = gather(sheet, head, new Map(), given);
  const counted = entries.flatMap(({ rows }) => rows.map((row) => ({ row, reason: skip('statistics') })));
  return {
    kind: 'statistics',
    sheet: sheet.name,
    meanings: meanings.all,
    list,
    head,
    columns,
    questions: [...hidden, ...questions],
    notes: [],
    rows: [],
    skipped: [...skipped, ...counted].sort((a, b) => a.row - b.row),
    tail: tail + (sheet.tail ?? 0),
    figures,
    pictures: [],
  };
}

function finish(
  kind: Understanding['kind'],
  { sheet, context, meanings, given }: At,
  gathered: Gathered,
  frame: Frame,
): Understanding {
  const filled = withoutPrefilled(gathered.entries, true);
  const known = withoutKnown(filled.entries, context.known);
  const extras = extrasOf(frame.columns);
  const cells = settleCells(known.entries, placesOf(frame.columns), namesOf(frame.columns, meanings), given);
  const gates = throughGates(cells.entries, (entry) => problemGates(entry, extras), given);
  // a label that a paragraph leaves out is left out; only a grid has cells that can mean “same as above”
  const { entries } = gates;
  const own = context.facts.map(columnOf);
  const among = meanings.all.filter(({ id }) => MAY_GO_ON.includes(id) || own.includes(id));
  const blanks = kind === 'paragraphs' ? { entries, questions: [] } : fillBlanks(entries, given, among);
  const year = frame.head?.year ?? undefined;
  const reading: Reading = { ...context, given, extras, year };
  const blocking = frame.questions.map(({ id }) => id);
  const read = blanks.entries
    .flatMap((entry) => splitProblems(entry, given))
    .map((entry) => rowOf(entry, reading, frame.list, blocking));
  const placed = offerTownships(read, context.units, given);
  const checked = checkRepeats(placed.rows, context.known, given);
  const pictures = placePictures(sheet, frame.columns, checked.rows, given);
  return {
    kind,
    sheet: sheet.name,
    meanings: meanings.all,
    ...frame,
    questions: [...frame.questions, ...blanks.questions, ...placed.questions],
    rows: checked.rows.map((row): UnderstoodRow => ({ ...row, pile: pileOf(row) })),
    skipped: [gathered, filled, known, cells, gates, checked]
      .flatMap(({ skipped }) => skipped)
      .sort((a, b) => a.row - b.row),
    notes: [...frame.notes, ...pictureNotes(pictures, true)],
    tail: gathered.tail + (sheet.tail ?? 0),
    figures: null,
    pictures,
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
