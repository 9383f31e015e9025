import { evidenceAt, FIELD, factsAsked, type Facts, type ProcedureId } from '../../policy/index.ts';
import { chooseRoute, type Law } from '../../procedure/index.ts';
import type { Basics, Problem } from '../problem.ts';

/**
 * The field as a fact, where a rule of the plan asks about it. It is settled with the registration like the origin: corrected
 * later, it changes what the register says and no longer the road.
 */
export const fieldFact = ({ field }: Pick<Partial<Basics>, 'field'>, { policy }: Law): Facts =>
  field && factsAsked(policy).has(FIELD) ? { [FIELD]: field } : {};

/** Facts that the roads ahead and the evidence on them ask for and that no step will settle: in an edition nobody can supply them any more. */
export function ungiven({ facts, runs }: Problem, law: Law): readonly string[] {
  const settled = new Set(
    law.policy.procedures.flatMap(({ routes }) => routes.flatMap(({ steps }) => steps.flatMap((step) => step.settles))),
  );
  const roads: readonly ProcedureId[] = ['classification', 'handover', 'plan', 'acceptance'];
  const missing = roads
    .filter((road) => !runs[road])
    .flatMap((road) => {
      const choice = chooseRoute(road, facts, law);
      return 'obstacle' in choice && choice.obstacle.code === 'facts-missing' ? choice.obstacle.missing : [];
    });
  const needs = law.policy.procedures.flatMap(({ routes }) =>
    routes.flatMap(({ steps }) => steps.flatMap((step) => evidenceAt(step, facts).missing)),
  );
  return [...new Set([...missing, ...needs])].filter((fact) => !settled.has(fact));
}
