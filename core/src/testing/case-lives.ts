import fc from 'fast-check';
import { livedCase, triedCase, type CaseMove, type CaseSetting, type CaseTry } from './case-histories.ts';
import { caseChoices } from './case-values.ts';
import type { CasePresent } from './case-walk.ts';
import { kindsLaw } from './kinds.ts';

/** How a dossier begins, how far the office brings it on the straight way, and what is tried then. */
export type CaseHistory = {
  readonly begins: string;
  readonly straight: number;
  readonly verdict: string;
  readonly moves: readonly CaseMove[];
};

type Chance = { readonly players: fc.Arbitrary<CaseMove['players']>; readonly verdicts: readonly string[] };

/** Random histories of dossiers that begin in one of these ways. */
export function caseHistories(begins: readonly string[], { players, verdicts }: Chance): fc.Arbitrary<CaseHistory> {
  const move: fc.Arbitrary<CaseMove> = fc.record({
    goesOn: fc.integer({ min: 0, max: 3 }).map((weight) => weight > 1),
    who: fc.nat(1000),
    which: fc.nat(1000),
    days: fc.constantFrom(0, 0, 0, 1, 12),
    hour: fc.integer({ min: 8, max: 18 }),
    players,
    verdict: fc.constantFrom(...verdicts),
    objects: fc.integer({ min: 0, max: 5 }).map((weight) => weight === 0),
    serial: fc.nat(99),
  });
  return fc.record({
    begins: fc.constantFrom(...begins),
    // so many plain moves first, that the wild ones do not all happen at the gate
    straight: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 25 })),
    verdict: fc.constantFrom(...verdicts),
    moves: fc.array(move, { minLength: 5, maxLength: 40 }),
  });
}

const plain = (verdict: string, nth: number): CaseMove => ({
  ...caseChoices,
  goesOn: true,
  who: 0,
  which: 1,
  days: nth % 3 === 2 ? 1 : 0,
  hour: 9,
  verdict,
});

/** Lives through a history and lets the test look before each try. */
export function liveCase(
  { begins, straight, verdict, moves }: CaseHistory,
  beginning: CasePresent,
  look: (present: CasePresent, attempt: CaseTry) => void = () => {},
  setting?: CaseSetting,
): CasePresent {
  // a return is filed by its first step: it begins wild as often as not
  const before = begins === 'return' ? straight % 2 : straight;
  const all = [...Array.from({ length: before }, (_, nth) => plain(verdict, nth)), ...moves];
  return all.reduce((present, each, nth) => {
    const attempt = triedCase(present, each, nth, setting);
    look(present, attempt);
    return livedCase(present, attempt, setting?.law ?? kindsLaw);
  }, beginning);
}
