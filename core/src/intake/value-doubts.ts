import type { Entry, Extra, Value } from './entries.ts';
import type { ColumnMapping } from './mapping.ts';
import { headOf } from './mapping.ts';
import { meaningNamed } from './meaning.ts';
import type { Meaning, Meanings } from './meaning.ts';
import { answerTo } from './question.ts';
import type { Answers, Decision, Question } from './question.ts';
import type { Said } from './said.ts';

/** A place of an entry: a field, or a column that goes into the remarks. */
export type Place = Meaning | Extra;

/** What is doubtful about the values of one place: what holds meanwhile, and what an answer makes of them; null: it makes no sense. */
export type ValueDoubt = {
  readonly asked: Question;
  readonly meanwhile: readonly Value[];
  readonly use: (decision: Decision) => readonly Value[] | null;
};

/** What a doubt may look at: the entries before, as they are read by now, and the entry itself. */
export type Doubting = (
  at: Place,
  values: readonly Value[],
  entry: Entry,
  before: readonly Entry[],
) => ValueDoubt | null;

/** Entries whose doubtful cells are asked about; cells that nothing is doubtful about stay as they are. */
export function settleValues(entries: readonly Entry[], given: Answers, doubt: Doubting): readonly Entry[] {
  const settled: Entry[] = [];
  for (const entry of entries) settled.push(settleEntry(entry, given, doubt, settled));
  return settled;
}

function settleEntry(entry: Entry, given: Answers, doubt: Doubting, before: readonly Entry[]): Entry {
  let { values, questions, decisions } = entry;
  for (const [at, own = []] of Object.entries(entry.values)) {
    const place = at as Place; // values are keyed by place
    const doubted = own.length === 0 ? null : doubt(place, own, entry, before);
    if (doubted === null) continue;
    const answer = answerTo(doubted.asked, given);
    const used = answer === null ? null : doubted.use(answer);
    values = { ...values, [place]: used ?? doubted.meanwhile };
    if (answer === null || used === null) questions = [...questions, doubted.asked];
    else decisions = [...decisions, answer];
  }
  return questions === entry.questions && decisions === entry.decisions
    ? entry
    : { ...entry, values, questions, decisions };
}

/** The field of a question about a place; a column of the remarks is none. */
export const fieldAt = (at: Place): Meaning | null => (at.startsWith('column:') ? null : (at as Meaning)); // the rest are meanings

/** Tells questions about columns of the remarks apart, which have no field. */
export const partAt = (at: Place, row: number): { readonly part?: string } =>
  fieldAt(at) === null ? { part: `${at}:${row}` } : {};

/** What a place is called: its head, or the field where there is no head. */
export function namesOf(columns: readonly ColumnMapping[], meanings: Meanings): (at: Place) => Said {
  const heads = new Map(columns.map((column) => [`column:${column.column}`, headOf(column)]));
  return (at) => {
    const { zh, en } = meaningNamed(meanings, at) ?? { zh: heads.get(at) ?? '', en: heads.get(at) ?? '' };
    return { zh, en };
  };
}

/** A value written by a person in place of what stands in the cell. */
export const writtenInstead = (value: Value | undefined, raw: string): readonly Value[] =>
  value === undefined || raw.trim() === '' ? [] : [{ ...value, raw, cell: null }];
