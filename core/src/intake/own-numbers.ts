import { writtenIn } from './entries.ts';
import type { Entry, SkippedRow } from './entries.ts';
import { listNumber } from './key.ts';
import { bare } from './normalise.ts';
import { skip } from './skips.ts';
import type { KnownProblem } from './understood.ts';

/** A number that names one problem anywhere, and not only in its list: at least eight signs, four digits of them in a row. */
const WIDE = /^(?=.*\d{4})[A-Z0-9-]{8,60}$/;

/** Problems of the register by their own numbers, where these can stand for them everywhere. */
export function byOwnNumber(known: readonly KnownProblem[]): ReadonlyMap<string, KnownProblem> {
  return new Map(
    known.flatMap((problem) => {
      const number = listNumber(problem.number ?? '');
      return WIDE.test(number) ? [[number, problem] as const] : [];
    }),
  );
}

const sameWords = (text: string, { title = '', problem }: KnownProblem): boolean => {
  const words = bare(text);
  return words !== '' && [title, problem].some((known) => bare(known) === words);
};

/**
 * Rows that carry the register's own number and its words are there already: a register that was taken out and comes back is
 * known by it, and asks nothing. Words that differ are asked about later (`checkRepeats`).
 */
export function withoutKnown(
  entries: readonly Entry[],
  known: readonly KnownProblem[],
): { readonly entries: readonly Entry[]; readonly skipped: readonly SkippedRow[] } {
  const numbers = byOwnNumber(known);
  const there = (entry: Entry): boolean => {
    const found = numbers.get(listNumber(writtenIn(entry, 'number')));
    return found !== undefined && sameWords(writtenIn(entry, 'problem'), found);
  };
  return {
    entries: entries.filter((entry) => !there(entry)),
    skipped: entries.filter(there).flatMap(({ rows }) => rows.map((row) => ({ row, reason: skip('already-known') }))),
  };
}
