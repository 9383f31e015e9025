import { asked } from '../condition.ts';
import type { Fact, Facts, Procedure } from '../model.ts';

/** Beyond this many combinations a procedure is not checked by trying them; the checker says so instead. */
export const MOST_COMBINATIONS = 20_000;

/** Closed facts that the routes of a procedure ask about, in the order of the pack. */
export function factsOf(procedure: Procedure, facts: readonly Fact[]): readonly Fact[] {
  const used = new Set(procedure.routes.flatMap((route) => asked(route.when).map((part) => part.fact)));
  return facts.filter((fact) => used.has(fact.id) && !fact.open);
}

/** Every combination of values of the facts a procedure asks about; null when there are too many to try. */
export function combinationsFor(procedure: Procedure, facts: readonly Fact[]): readonly Facts[] | null {
  const used = factsOf(procedure, facts);
  const many = used.reduce((product, fact) => product * fact.values.length, 1);
  if (many > MOST_COMBINATIONS) return null;
  return used.reduce<readonly Facts[]>(
    (sofar, { id, values }) => sofar.flatMap((known) => values.map((value) => ({ ...known, [id]: value.id }))),
    [{}],
  );
}

/** Whether one problem can have both sets of facts at once. */
export function agree(one: Facts, other: Facts): boolean {
  return Object.entries(one).every(([fact, value]) => other[fact] === undefined || other[fact] === value);
}
