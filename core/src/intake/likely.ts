import { findDoubles, POINTED_AT, type Candidate } from './duplicates.ts';
import { listNumber } from './key.ts';
import { bare } from './normalise.ts';
import type { Said } from './said.ts';

/** A problem as it is compared with others: one that somebody writes down, or one of the register. */
export type Described = {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  /** The problem in its own words; empty where its title is all that was written. */
  readonly problem: string;
  readonly township: string | null;
  readonly place: string | null;
  /** What else is the same or not, by what the field is called (`类型`); absent: nothing else is compared. */
  readonly also?: Readonly<Record<string, string>>;
};

/** A problem of the register that probably is the one written down, and each reason for thinking so. */
export type Likely = { readonly id: string; readonly score: number; readonly because: readonly Said[] };

/** Most that are pointed at: who has to look through more looks through none. */
const MOST = 5;

/**
 * Problems that probably are this one, the likeliest first: the likeness by which an import asks (`findDoubles`), with its words and
 * with its title, since by hand a title is often all that is written. Nothing is decided by it.
 */
export function likelyDoubles(one: Described, known: readonly Described[]): readonly Likely[] {
  const others = new Map(known.map((other) => [other.id, other]));
  const best = new Map<string, number>();
  for (const { with: other, score } of findDoubles(candidates(one), known.flatMap(candidates), POINTED_AT))
    if (other !== one.id) best.set(other, Math.max(score, best.get(other) ?? 0));
  return [...best]
    .map(([id, score]): Likely => ({ id, score, because: reasonsOf(one, others.get(id)!, score) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST);
}

/** Two that probably are one, and each reason for thinking so. */
export type LikelyPair = Omit<Likely, 'id'> & { readonly one: string; readonly other: string };

/** Pairs among these that probably are one matter, the likeliest first; each pair once. */
export function likelyPairs(all: readonly Described[]): readonly LikelyPair[] {
  const known = new Map(all.map((each) => [each.id, each]));
  const best = new Map<string, { readonly one: Described; readonly other: Described; readonly score: number }>();
  for (const { of, with: other, score } of findDoubles(all.flatMap(candidates), [], POINTED_AT)) {
    const [one, two] = [known.get(of)!, known.get(other)!];
    const key = [of, other].toSorted().join(' ');
    if ((best.get(key)?.score ?? 0) < score) best.set(key, { one, other: two, score });
  }
  return [...best.values()]
    .map(({ one, other, score }) => ({
      one: one.id,
      other: other.id,
      score,
      because: reasonsOf(one, other, score),
    }))
    .toSorted((a, b) => b.score - a.score);
}

function candidates({ id, number, title, problem, township, place, also }: Described): readonly Candidate[] {
  const said = { id, number, township, place, ...(also ? { also } : {}) };
  const texts = [...new Set([problem, title].filter((text) => bare(text) !== ''))];
  return texts.map((text) => ({ ...said, problem: text }));
}

type Compared = Pick<Described, 'number' | 'township' | 'place' | 'also'>;

/** What speaks for two being one, each reason in its own words: number, words, township, place, what else is the same. */
export function reasonsOf(a: Compared, b: Compared, score: number): readonly Said[] {
  const percent = Math.round(score * 100);
  const sameNumber = a.number !== null && b.number !== null && listNumber(a.number) === listNumber(b.number);
  const sameTown = a.township !== null && a.township === b.township;
  const place = bare(a.place ?? '');
  const there = bare(b.place ?? '');
  const samePlace = place !== '' && there !== '' && (place.includes(there) || there.includes(place));
  return [
    ...(sameNumber ? [{ zh: `编号相同：${b.number}`, en: `the same number: ${b.number}` }] : []),
    { zh: `文字相似 ${percent}%`, en: `words ${percent}% alike` },
    ...(sameTown ? [{ zh: '同一乡镇', en: 'the same township' }] : []),
    ...(samePlace ? [{ zh: `地点相同：${b.place}`, en: `the same place: ${b.place}` }] : []),
    ...Object.entries(a.also ?? {}).flatMap(([field, value]) =>
      b.also?.[field] === value ? [{ zh: `${field}相同`, en: `the same: ${field}` }] : [],
    ),
  ];
}
