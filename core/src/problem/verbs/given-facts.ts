import { evaluate, evidenceAt, FIELD, factsAsked, type Facts } from '../../policy/index.ts';
import { chooseRoute, hasProcedure, kindIn, procedureOf, type Law } from '../../procedure/index.ts';
import type { Basics, Problem } from '../problem.ts';

/**
 * The field as a fact, where a rule of the plan asks about it. It is settled with the registration like the origin: corrected
 * later, it changes what the register says and no longer the road.
 */
export const fieldFact = ({ field }: Pick<Partial<Basics>, 'field'>, { policy }: Law): Facts =>
  field && factsAsked(policy).has(FIELD) ? { [FIELD]: field } : {};

/** Facts that the roads ahead and the evidence on them ask for and that no step will settle: in an edition nobody can supply them any more. */
export function ungiven({ facts, runs, kind }: Problem, law: Law): readonly string[] {
  const flow = kindIn(law, kind)?.flow ?? [];
  const procedures = [...new Set(flow.map(({ run }) => run))]
    .filter((run) => hasProcedure(law, run))
    .map((run) => procedureOf(law, run));
  const steps = procedures.flatMap(({ routes }) => routes.flatMap((route) => route.steps));
  const settled = new Set(steps.flatMap((step) => step.settles));
  const missing = procedures
    .filter(({ id }) => !runs[id])
    .flatMap(({ id }) => {
      const choice = chooseRoute(id, facts, law);
      return 'obstacle' in choice && choice.obstacle.code === 'facts-missing' ? choice.obstacle.missing : [];
    });
  const branches = flow.flatMap(({ when }) => evaluate(when, facts).missing);
  const needs = steps.flatMap((step) => evidenceAt(step, facts).missing);
  return [...new Set([...missing, ...branches, ...needs])].filter((fact) => !settled.has(fact));
}
