import { answered, api, intended, newIntent, type Schema } from '../api/client.ts';
import { newPassword } from '../people/one-time.ts';
import type { Settled } from './settle.ts';

type Result = Schema<'PeopleBrought'>['results'][number];

/** One person on the way in: what is sent, with the password that only this page knows, and what became of it. */
export type Coming = {
  readonly row: Settled;
  readonly password: string | null;
  readonly result: Result | null;
};

/** A piece of the list under a key of its own: sent again after a lost connection it brings nobody in twice. */
export type Piece = { readonly key: string; readonly coming: readonly Coming[] };

/** Few enough that hashing their passwords is done well before anybody stops waiting. */
const PIECE = 8;

/** The list cut into pieces, each person with a first password made here. */
export function piecesOf(rows: readonly Settled[]): readonly Piece[] {
  const coming = rows.map((row): Coming => ({
    row,
    password: row.person === null ? newPassword() : null,
    result: null,
  }));
  return Array.from({ length: Math.ceil(coming.length / PIECE) }, (_, at) => ({
    key: newIntent(),
    coming: coming.slice(at * PIECE, (at + 1) * PIECE),
  }));
}

/** Sends one piece; answers it with what became of each. `from`: the first day of the posts. */
export async function sendPiece({ key, coming }: Piece, from: string): Promise<Piece> {
  const people = coming.map(({ row, password }) => bodyOf(row, password, from));
  const { results } = await answered(api.POST('/api/people/batch', { params: intended(key), body: { people } }));
  return { key, coming: coming.map((one, at) => ({ ...one, result: results[at] ?? null })) };
}

function bodyOf({ person, name, username, entry, seats }: Settled, password: string | null, from: string) {
  const postings = seats.map((seat) => ({ ...seat, from }));
  if (person !== null || password === null) return { person: person ?? '', postings };
  return { name, username, password, ...(entry.phone === null ? {} : { phone: entry.phone }), postings };
}
