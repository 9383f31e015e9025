import type { Condition, Fact, Facts, Procedure } from '../model.ts';

/** Beyond this many combinations a procedure is not checked by trying them; the checker says so instead. */
export const MOST_COMBINATIONS = 20_000;

/** Facts that a condition asks about, with the values it names. */
export function asked(
  condition: Condition | undefined,
): readonly { readonly fact: string; readonly oneOf: readonly string[] }[] {
  if (condition === undefined) return [];
  if ('fact' in condition) return [condition];
  if ('not' in condition) return asked(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap((part) => asked(part));
}

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
