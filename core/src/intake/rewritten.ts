import type { Field } from './field.ts';
import { bare, squeeze } from './normalise.ts';
import { bigrams, overlap } from './similarity.ts';
import type { KnownProblem, UnderstoodRow } from './understood.ts';

/** What stands where in a row, compared without blanks: all that a rewritten text leaves as it was. */
type Where = {
  readonly serial: string;
  readonly unit: string;
  readonly township: string;
  readonly place: string;
  readonly pairs: ReadonlySet<string>;
};

function whereNow({ serial, texts, problem }: UnderstoodRow): Where {
  const said = (field: Field): string => squeeze(texts[field] ?? '');
  return {
    serial: squeeze(serial ?? ''),
    unit: said('unit') || said('unit-person'),
    township: said('township'),
    place: said('place'),
    pairs: bigrams(bare(problem)),
  };
}

// `content` is what `contentOf` wrote at the import before: a line for each field.
function whereBefore({ content, serial, problem }: KnownProblem): Where {
  const said = new Map(
    content.split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  const of = (field: Field): string => said.get(field) ?? '';
  return {
    serial: squeeze(serial ?? ''),
    unit: of('unit') || of('unit-person'),
    township: of('township'),
    place: of('place'),
    pairs: bigrams(bare(problem)),
  };
}

const same = (a: string, b: string): boolean => a !== '' && a === b;

/** How much speaks for one problem, 0 for too little: its number in line and where or whose it is, or both of the latter. */
function weight(now: Where, before: Where): number {
  if (now.township !== '' && before.township !== '' && now.township !== before.township) return 0;
  const [serial, unit, place] = [
    same(now.serial, before.serial),
    same(now.unit, before.unit),
    same(now.place, before.place),
  ];
  const near = place || same(now.township, before.township);
  if (!(serial && (unit || near)) && !(unit && place)) return 0;
  return Number(serial) + Number(unit) + Number(place) + Number(near) + overlap(now.pairs, before.pairs);
}

/**
 * In a list without numbers a row is told by its text. Where the text was written anew, a row of the same list is gone and a new
 * one stands in its place: the pairs that probably are one problem, each row and each problem once.
 * @param gone problems whose rows the list no longer holds
 */
export function findRewritten(
  fresh: readonly UnderstoodRow[],
  gone: readonly KnownProblem[],
): ReadonlyMap<string, KnownProblem> {
  const before = gone.map((problem) => ({ problem, where: whereBefore(problem) }));
  const bySerial = Map.groupBy(before, ({ where }) => where.serial);
  const byPlace = Map.groupBy(before, ({ where }) => `${where.unit}|${where.place}`);
  const pairs = fresh.flatMap((row) => {
    const now = whereNow(row);
    const near = [...(bySerial.get(now.serial) ?? []), ...(byPlace.get(`${now.unit}|${now.place}`) ?? [])];
    return near.flatMap(({ problem, where }) => {
      const heavy = weight(now, where);
      return heavy === 0 ? [] : [{ key: row.key, problem, heavy }];
    });
  });
  const found = new Map<string, KnownProblem>();
  const taken = new Set<string>();
  for (const { key, problem } of pairs.sort((a, b) => b.heavy - a.heavy)) {
    if (found.has(key) || taken.has(problem.id)) continue;
    found.set(key, problem);
    taken.add(problem.id);
  }
  return found;
}
