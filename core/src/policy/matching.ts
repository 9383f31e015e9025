import { asked } from './condition.ts';
import { whenOf } from './evidence.ts';
import type { Fact, Policy } from './model.ts';

/** The fact that says in which field (领域) a problem lies. */
export const FIELD = 'field';

/** Facts that rules may match on: those the pack declares, and the field, whose values are the pack's own fields. */
export function matchable({ facts, fields }: Pick<Policy, 'facts' | 'fields'>): readonly Fact[] {
  if (fields.length === 0) return facts;
  const values = fields.map(({ id, label }) => ({ id, label }));
  return [...facts, { id: FIELD, label: { zh: '领域', en: 'Field' }, values, open: false }];
}

/** Facts that some rule of the plan asks about. */
export function factsAsked({ procedures }: Pick<Policy, 'procedures'>): ReadonlySet<string> {
  const routes = procedures.flatMap((procedure) => procedure.routes);
  const conditions = routes.flatMap((route) => [
    route.when,
    ...route.steps.flatMap((step) => step.evidence.map((need) => whenOf(need))),
  ]);
  return new Set(conditions.flatMap((condition) => asked(condition).map((part) => part.fact)));
}
