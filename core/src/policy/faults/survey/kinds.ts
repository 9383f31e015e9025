import { asked } from '../../condition.ts';
import { factsOfKind, matchable } from '../../matching.ts';
import type { Fact, Kind, Policy } from '../../model.ts';

/** Kinds in whose flow the procedure runs. */
export const kindsRunning = (procedure: string, policy: Policy): readonly Kind[] =>
  (policy.kinds ?? []).filter((kind) => kind.flow.some(({ run }) => run === procedure));

/** Facts that conditions of a procedure may ask for, in whichever kind it runs; one that nothing runs has the pack's own. */
export function factsOfProcedure(procedure: string, policy: Policy): readonly Fact[] {
  const kinds = kindsRunning(procedure, policy);
  return kinds.length === 0 ? matchable(policy) : byId(kinds.flatMap((kind) => factsOfKind(kind, policy)));
}

/** Every fact that some condition of the pack may ask for. */
export const factsOfPack = (policy: Policy): readonly Fact[] =>
  byId([...matchable(policy), ...(policy.kinds ?? []).flatMap((kind) => factsOfKind(kind, policy))]);

const byId = (facts: readonly Fact[]): readonly Fact[] => [...new Map(facts.map((fact) => [fact.id, fact])).values()];

/** Facts asked for by some of these conditions. */
export const factsAskedIn = (conditions: readonly Parameters<typeof asked>[0][]): ReadonlySet<string> =>
  new Set(conditions.flatMap((condition) => asked(condition).map(({ fact }) => fact)));
