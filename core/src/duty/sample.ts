import { canonical } from '../ledger/index.ts';
import type { Digest } from './identity.ts';

/** What is drawn from: the dossiers that a duty is about in a period, by id. Frozen in the record before the draw. */
export type Frame = { readonly duty: string; readonly period: string; readonly ids: readonly string[] };

/** How much of a frame is drawn: so many of a hundred, and at least so many as long as there are that many. */
export type Share = { readonly sample: number; readonly atLeast: number };

/** A draw: the digest of the frozen frame, which is its seed, and who was drawn, in the order of the draw. */
export type Draw = { readonly seed: string; readonly drawn: readonly string[] };

/**
 * Draws from a frozen frame so that anybody can draw again, with nothing but the frame and a program that knows the digest:
 *
 * 1. The ids of the frame, each once, stand in ascending order of their characters. The seed is the digest (SM3, lower-case
 *    hex) of `{"duty":"…","ids":["…","…"],"period":"…"}` in UTF-8, without spaces. So another period draws others.
 * 2. How many: `sample` per cent of the ids, rounded up, but at least `atLeast`, and never more than there are.
 * 3. The lot of an id is the digest of the seed, a colon and the id: `<seed>:<id>`. Those with the lowest lots are drawn,
 *    ascending.
 *
 * Nobody picks: to change the draw one would have to change the frame, and the frame stands in the record before it.
 */
export function sampleOf({ duty, period, ids: framed }: Frame, { sample, atLeast }: Share, digest: Digest): Draw {
  const ids = [...new Set(framed)].toSorted(ascending);
  const seed = digest(canonical({ duty, ids, period }));
  const wanted = Math.max(Math.ceil((ids.length * sample) / 100), atLeast);
  const lots = ids.map((id) => ({ id, lot: digest(`${seed}:${id}`) }));
  const drawn = lots.toSorted((a, b) => ascending(a.lot, b.lot) || ascending(a.id, b.id)).slice(0, wanted);
  return { seed, drawn: drawn.map(({ id }) => id) };
}

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
