import { evaluate } from '../../condition.ts';
import type { Condition, Fact, Facts, Procedure } from '../../model.ts';
import { factsAskedIn } from './kinds.ts';

/** Beyond this many combinations a procedure is not checked by trying them; the checker says so instead. */
export const MOST_COMBINATIONS = 20_000;

/** Every combination of values of these facts; null when there are too many to try. */
export function allCombinations(facts: readonly Fact[]): readonly Facts[] | null {
  const many = facts.reduce((product, fact) => product * fact.values.length, 1);
  if (many > MOST_COMBINATIONS) return null;
  return facts.reduce<readonly Facts[]>(
    (sofar, { id, values }) => sofar.flatMap((known) => values.map((value) => ({ ...known, [id]: value.id }))),
    [{}],
  );
}

/** Every combination of values of the closed facts that the routes of a procedure ask about; null when there are too many to try. */
export function combinationsFor(procedure: Procedure, facts: readonly Fact[]): readonly Facts[] | null {
  const used = factsAskedIn(procedure.routes.map((route) => route.when));
  return allCombinations(facts.filter((fact) => used.has(fact.id) && !fact.open));
}

/** Whether one problem can have both sets of facts at once. */
export function agree(one: Facts, other: Facts): boolean {
  return Object.entries(one).every(([fact, value]) => other[fact] === undefined || other[fact] === value);
}

/** Combinations of the facts that a condition asks about at which it holds; `[{}]` where there is no condition. */
export function casesWhere(when: Condition | undefined, facts: readonly Fact[]): readonly Facts[] {
  const used = factsAskedIn([when]);
  const tried = allCombinations(facts.filter(({ id, open }) => used.has(id) && !open)) ?? [];
  return tried.filter((each) => evaluate(when, each).holds === 'yes');
}
