import { unitName, unitsInRole } from '@bihuan/core/access';
import { matchable, officeText, workOf } from '@bihuan/core/policy';
import { factsGiven } from '@bihuan/core/problem';
import type { Services } from '../../services.ts';
import { presentLaw } from '../law/present-law.ts';

/** The vocabulary of an edition, with units under the names they have today; null when it was never published. */
export function readPlan(services: Services, edition: string | undefined) {
  const law = presentLaw(services, edition);
  if (!law) return null;
  const { policy, units } = law;
  const on = services.today();
  const routes = policy.procedures.flatMap((procedure) => procedure.routes);
  const steps = routes.flatMap((route) => route.steps);
  return {
    edition: policy.edition,
    title: policy.title,
    coordinator: officeText({ policy, units, examples: [] }, policy.recorder.role),
    facts: matchable(policy).map(({ id, label, values }) => ({
      id,
      label,
      values,
      settledAt: [...new Set(steps.filter(({ settles }) => settles.includes(id)).map((step) => step.do))],
    })),
    registered: factsGiven(law).map(({ id, label, values, required }) => ({ id, label, values, required })),
    fields: policy.fields.map(({ id, label }) => ({ id, label })),
    posts: policy.posts.map(({ id, label }) => ({ id, label })),
    roles: (policy.roles ?? []).map(({ id, label }) => ({ id, label })),
    evidenceKinds: policy.evidenceKinds.map(({ id, label, shows }) => ({ id, label, shows: shows ?? null })),
    caseRoles: policy.caseRoles.map(({ id, label, many, required, byDefault = null, clause, among }) => ({
      id,
      label,
      many,
      required,
      byDefault,
      clause,
      does: workOf(id, policy),
      units: [...new Set(among.flatMap((role) => unitsInRole(units, role, on).map((unit) => unit.id)))],
    })),
    clauses: policy.clauses.map(({ id, text, law: source }) => ({ id, text, law: source ?? null })),
    units: units.map(({ id, kind, level, external }) => ({ id, name: unitName(units, id, on), kind, level, external })),
  };
}
