import type { InputFault } from '../access/index.ts';
import { matchable, type Facts, type Policy } from '../policy/index.ts';

/** Facts and values that the plan does not have: a misspelt one would look like a gap in the plan. */
export function unknownFacts(facts: Facts, policy: Policy): InputFault[] {
  return Object.entries(facts).flatMap(([id, value]) => {
    const fact = matchable(policy).find((known) => known.id === id);
    const known = fact?.open || fact?.values.some((each) => each.id === value);
    return known ? [] : [{ field: `facts.${id}`, code: 'unknown' }];
  });
}
