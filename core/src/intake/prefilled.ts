import { writtenIn } from './entries.ts';
import type { Entry, SkippedRow } from './entries.ts';
import { squeeze } from './normalise.ts';
import { skip } from './skips.ts';
import type { Place } from './value-doubts.ts';

const COUNTING: ReadonlySet<string> = new Set(['serial', 'number']);

/** What only a problem has: a row with one of these was filled in by somebody. */
const OWN: readonly Place[] = [
  'problem',
  'title',
  'place',
  'goal',
  'measures',
  'deadline',
  'progress',
  'investigation',
];

/** What no row has that nobody filled in, however much was written beforehand for all of them. */
const PROBLEM: readonly Place[] = ['problem', 'title'];

/** So many rows alike, and without a problem, were written beforehand. */
const MANY = 5;

const written = (entry: Entry): readonly Place[] =>
  (Object.keys(entry.values) as Place[]).filter((at) => writtenIn(entry, at) !== ''); // values are keyed by place

const onlyCounts = (entry: Entry): boolean => written(entry).every((at) => COUNTING.has(at));

/**
 * Rows that were numbered beforehand and never filled in are left out and counted: those with nothing but a number, and at the
 * end of a list those whose other cells all say the same.
 * @param own whether columns of a list of problems say which rows were filled in
 */
export function withoutPrefilled(
  entries: readonly Entry[],
  own: boolean,
): { readonly entries: readonly Entry[]; readonly skipped: readonly SkippedRow[] } {
  const tail = own ? sameTail(entries) : entries.length;
  const empty = (entry: Entry, at: number): boolean =>
    (onlyCounts(entry) && entry.questions.length === 0) || at >= tail;
  return {
    entries: entries.filter((entry, at) => !empty(entry, at)),
    skipped: entries.filter(empty).flatMap(({ rows }) => rows.map((row) => ({ row, reason: skip('prefilled') }))),
  };
}

/** Where the rows at the end begin that have numbers and the same words in every other column. */
function sameTail(entries: readonly Entry[]): number {
  const long = alikeFrom(entries, PROBLEM);
  return entries.length - long >= MANY ? long : alikeFrom(entries, OWN);
}

/** The same, where rows with one of these were filled in. */
function alikeFrom(entries: readonly Entry[], filledIn: readonly Place[]): number {
  const isOpen = (entry: Entry): boolean =>
    written(entry).some((at) => COUNTING.has(at)) && !written(entry).some((at) => filledIn.includes(at));
  const from = entries.findLastIndex((entry) => !isOpen(entry)) + 1;
  const tail = entries.slice(from);
  const words = (entry: Entry): string =>
    written(entry)
      .filter((at) => !COUNTING.has(at))
      .map((at) => `${at}=${squeeze(writtenIn(entry, at))}`)
      .sort()
      .join('\n');
  const alike = new Set(tail.map(words));
  return tail.length > 1 && alike.size === 1 ? from : entries.length;
}
