import type { Seat } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Dossier } from '../procedure/dossier.ts';
import { kindIn, type Law } from '../procedure/law.ts';
import type { Actor } from './actor.ts';

/**
 * Who may read a dossier, as words that lists can be asked for: `role/post` for an office, `unit:<id>/post` for a part that is
 * played here; `*` for any post. Null: every office. An office is named and not its units, so that a reform moves readers with it.
 */
export function readersOf(dossier: Dossier, law: Law): readonly string[] | null {
  const reads = kindIn(law, dossier.kind)?.reads;
  return reads ? [...new Set(reads.flatMap((seat) => wordsOf(seat, dossier)))] : null;
}

function wordsOf({ role, post }: Seat, { parts }: Dossier): readonly string[] {
  if (!role.startsWith('case.')) return [`${role}/${post}`];
  return (parts[role] ?? []).map(({ unit }) => `unit:${unit}/${post}`);
}

/** The words under which this person reads today: each office of a unit he holds a post in, with that post and with any. */
export function readerTokens(by: Pick<Actor, 'postings'>, law: Law, on: PlainDate): readonly string[] {
  const words = by.postings.flatMap(({ unit, post }) => {
    const held = law.units.find((each) => each.id === unit)?.roles ?? [];
    const roles = held.filter(({ from, until }) => (from ?? on) <= on && (until === undefined || on < until));
    return [`unit:${unit}`, ...roles.map(({ role }) => role)].flatMap((who) => [`${who}/${post}`, `${who}/*`]);
  });
  return [...new Set(words)];
}

/** Whether this person may read the dossier at all: the same question that every list asks. */
export function mayRead(dossier: Dossier, by: Pick<Actor, 'postings'>, law: Law, on: PlainDate): boolean {
  const readers = readersOf(dossier, law);
  if (readers === null) return true;
  const tokens = new Set(readerTokens(by, law, on));
  return readers.some((word) => tokens.has(word));
}
