import fc from 'fast-check';
import type { Law } from '../procedure/index.ts';
import { beginning, lived, tried, type Move, type Present, type Try } from './histories.ts';
import { club } from './law.ts';

const team = fc.constantFrom('greens', 'nets', 'rollers', 'league-team');
const move: fc.Arbitrary<Move> = fc.record({
  goesOn: fc.integer({ min: 0, max: 2 }).map((weight) => weight > 0),
  who: fc.nat(1000),
  which: fc.nat(1000),
  days: fc.constantFrom(0, 0, 0, 1, 5),
  holder: team,
  helpers: fc.uniqueArray(fc.constantFrom('nets', 'lights'), { maxLength: 2 }),
  grade: fc.constantFrom('minor', 'major'),
  serial: fc.nat(99),
});
const origin = fc.constantFrom('member', 'member', 'league', 'visitor', 'stranger');
/** A random history of a problem. */
export const history = fc.record({
  origin,
  straight: fc.integer({ min: 0, max: 32 }),
  holder: team,
  moves: fc.array(move, { minLength: 5, maxLength: 50 }),
});
/** A problem of this origin, brought so far on the straight way, and what is tried then. */
export type History = {
  readonly origin: string;
  readonly straight: number;
  readonly holder: string;
  readonly moves: readonly Move[];
};

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** Lives through a history and lets the test look before each try. */
export function live(
  { origin: from, straight, holder, moves }: History,
  look: (present: Present, attempt: Try) => void = () => {},
  law: Law = club,
): Present {
  const plain: Move = {
    goesOn: true,
    who: straight,
    which: 0,
    days: 0,
    holder,
    helpers: [],
    grade: 'minor',
    serial: 0,
  };
  return [...Array.from({ length: straight }, () => plain), ...moves].reduce(
    (present, each, nth) => {
      frozen(present.file.problem);
      const attempt = tried(present, each, nth, law);
      look(present, attempt);
      return lived(present, attempt, law);
    },
    beginning(from, law),
  );
}
