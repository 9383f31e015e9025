import { asked } from './condition.ts';
import { whenOf } from './evidence.ts';
import type { Duty, Fact, Kind, Policy } from './model.ts';

/** The fact that says in which field (领域) a problem lies. */
export const FIELD = 'field';

/** Facts that rules may match on: those the pack declares, and the field, whose values are the pack's own fields. */
export function matchable({ facts, fields }: Pick<Policy, 'facts' | 'fields'>): readonly Fact[] {
  if (fields.length === 0) return facts;
  const values = fields.map(({ id, label }) => ({ id, label }));
  return [...facts, { id: FIELD, label: { zh: '领域', en: 'Field' }, values, open: false }];
}

/** The word of the language for the table of the fields (领域): `of: fields`. */
export const FIELDS = 'fields';

/** A table of the pack by the word that `of` names it by, with its rows: the fields, or a fact with its values. Null: there is none. */
export const tableOf = (of: string, policy: Pick<Policy, 'facts' | 'fields'>): Fact | null =>
  of === FIELD ? null : (matchable(policy).find(({ id }) => id === (of === FIELDS ? FIELD : of)) ?? null);

/** Facts that some rule of the plan asks about. */
export function factsAsked({ procedures }: Pick<Policy, 'procedures'>): ReadonlySet<string> {
  const routes = procedures.flatMap((procedure) => procedure.routes);
  const conditions = routes.flatMap((route) => [
    route.when,
    ...route.steps.flatMap((step) => step.evidence.map((need) => whenOf(need))),
  ]);
  return new Set(conditions.flatMap((condition) => asked(condition).map((part) => part.fact)));
}

/** Facts that rules of a kind may match on: those of the pack that it names, and its choices and its questions of yes or no. */
export function factsOfKind(kind: Pick<Kind, 'facts' | 'sheet'>, policy: Policy): readonly Fact[] {
  return kind.facts.flatMap((id): readonly Fact[] => {
    const known = matchable(policy).find((fact) => fact.id === id);
    if (known) return [known];
    const field = kind.sheet.find((each) => each.id === id);
    if (field?.type === 'yes-no') return [{ id, label: field.label, values: yesOrNo, open: false }];
    return field?.values ? [{ id, label: field.label, values: field.values, open: false }] : [];
  });
}

/** What a duty is owed for each of, with its rows; null where its returns stand for a unit alone, or the pack has no such table. */
export function eachOf(runs: Duty['runs'], policy: Pick<Policy, 'facts' | 'fields'>): Fact | null {
  if (runs?.forEach === undefined) return null;
  return tableOf(runs.forEach === 'field' ? FIELDS : runs.forEach.of, policy);
}

const yesOrNo: Fact['values'] = [
  { id: 'yes', label: { zh: '是', en: 'yes' } },
  { id: 'no', label: { zh: '否', en: 'no' } },
];
