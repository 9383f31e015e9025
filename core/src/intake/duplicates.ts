import { listNumber } from './key.ts';
import { bare, squeeze } from './normalise.ts';
import { bigrams, overlap } from './similarity.ts';

/** What is compared to find one problem under two numbers: the file's own rows and problems already in the register. */
export type Candidate = {
  /** Key of a row, or id of a problem in the register. */
  readonly id: string;
  readonly number: string | null;
  readonly problem: string;
  readonly township: string | null;
  readonly place: string | null;
  /** What else can be the same or not, by field: another value of the same field speaks against it. */
  readonly also?: Readonly<Record<string, string>>;
  /** The list that the row stands in; of a known problem, only where the list no longer holds its row. */
  readonly list?: string | undefined;
};

/** A likely double with what speaks for it. */
export type Likeness = {
  readonly of: string;
  readonly with: string;
  readonly score: number;
  readonly sameNumber: boolean;
  /** The other is a row of the same list that is no longer there: probably this one before it was corrected. */
  readonly corrected: boolean;
};

type Prepared = Candidate & {
  readonly pairs: ReadonlySet<string>;
  readonly where: string;
  readonly spot: string;
  readonly figures: string;
};

const ALIKE = 0.72;
/** What is pointed at for somebody to look at, at one place, may be said in other words; an import, which asks, wants more. */
export const POINTED_AT = 0.5;
// A pair of signs that stands in many rows says nothing; rare ones find the few rows worth comparing.
const COMMON = 40;

// How much and how many changes from one finding to the next; 第12号, 3#, K12+300 and years say which one it is.
const MEASURED =
  /(?<![第no№#a-z\d.-])(?:约|近|超|逾|共|达)?\d+(?:\.\d+)?(?:余|多)?(平方公里|平方千米|平方米|立方米|公顷|公里|千米|公斤|千克|万元|万吨|万方|亩|吨|方|米|元|户|头|只|条|处|个|家|宗|起|口|套|栋|幢|间|片|块|件|批|次|车|斤|平米|立方|分贝|毫克\/升|mg\/l|辆|艘|台|座|株|棵|升|%|人|倍|m[23²³]?|km|kg|t)(?![号#日月年]|[a-z])/g;

function prepare(candidate: Candidate): Prepared {
  const text = bare(squeeze(candidate.problem).replace(MEASURED, '$1'));
  return {
    ...candidate,
    pairs: bigrams(text),
    where: bare(candidate.township ?? ''),
    spot: bare(candidate.place ?? ''),
    figures: (squeeze(candidate.problem).replace(MEASURED, '').match(/\d+/g) ?? []).join(' '),
  };
}

/**
 * Pairs of rows, or of a row and a known problem, that probably are one problem. Different townships or different
 * figures in the text (第12号, 第13号) speak against it, unless the row stands where one of its own list has gone: then the
 * figure was corrected. Each pair is given once; nothing is merged here.
 * @param atOnePlace how much of the words two must have in common where both name the same place
 */
export function findDoubles(
  rows: readonly Candidate[],
  known: readonly Candidate[],
  atOnePlace = ALIKE,
): readonly Likeness[] {
  const fresh = rows.map(prepare);
  const all = [...known.map(prepare), ...fresh];
  const holders = new Map<string, number[]>();
  const sameWords = new Map<string, number>();
  const firstFresh = known.length;
  const found: Likeness[] = [];
  all.forEach((one, at) => {
    const words = bare(one.problem);
    const twin = sameWords.get(words);
    if (at >= firstFresh)
      found.push(
        ...alike(one, all, { firstFresh, atOnePlace }, [
          ...new Set([...(twin === undefined ? [] : [twin]), ...nearby(one, holders)]),
        ]),
      );
    sameWords.set(words, at);
    for (const pair of one.pairs) holders.set(pair, [...(holders.get(pair) ?? []).slice(-COMMON), at]);
  });
  return found;
}

function nearby(one: Prepared, holders: ReadonlyMap<string, readonly number[]>): readonly number[] {
  const shared = new Map<number, number>();
  for (const pair of one.pairs) {
    const at = holders.get(pair) ?? [];
    if (at.length <= COMMON) for (const other of at) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return [...shared]
    .filter(([, count]) => count >= 3)
    .sort((a, b) => b[1] - a[1])
    .slice(0, COMMON)
    .map(([at]) => at);
}

function alike(
  one: Prepared,
  all: readonly Prepared[],
  { firstFresh, atOnePlace }: { readonly firstFresh: number; readonly atOnePlace: number },
  near: readonly number[],
): readonly Likeness[] {
  return near.flatMap((at) => {
    const other = all[at];
    const gone = at < firstFresh && other?.list !== undefined && other.list === one.list;
    if (other === undefined || other.id === one.id || elsewhere(one, other, gone)) return [];
    const score = overlap(one.pairs, other.pairs);
    const sameNumber =
      one.number !== null && other.number !== null && listNumber(one.number) === listNumber(other.number);
    const needed = sameNumber ? 0.5 : isOneSpot(one, other) ? atOnePlace : ALIKE;
    return score >= needed ? [{ of: one.id, with: other.id, score, sameNumber, corrected: gone }] : [];
  });
}

/** Both name a place, and the one is the other or lies in it. */
const isOneSpot = ({ spot: a }: Prepared, { spot: b }: Prepared): boolean =>
  a !== '' && b !== '' && (a.includes(b) || b.includes(a));

function elsewhere(a: Prepared, b: Prepared, gone: boolean): boolean {
  if (a.where !== '' && b.where !== '' && a.where !== b.where) return true;
  if (Object.entries(a.also ?? {}).some(([field, value]) => (b.also?.[field] ?? value) !== value)) return true;
  return !gone && a.figures !== b.figures;
}
