import { eachOf, unitsInRole, type RoleId } from '../policy/index.ts';
import type { Law, Parts } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { RunningDuty } from './period.ts';

/** A dossier that was drawn: what a sampled return is about, with who plays which part in it. */
export type Drawn = {
  readonly dossier: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly parts: Parts;
};

/** One return that is owed: by a unit, for a field or another row that the duty says each of, or about a dossier that was drawn. */
export type Debt = { readonly unit: string; readonly field: string | null; readonly about: string | null };

/**
 * Who owes a duty on the day on which its window opens, in the order of the pack: each unit in its roles, once, or once for each
 * row of the table that the duty names. Where it is owed for the fields that a unit is in charge of, one that has none owes one
 * return without a field.
 */
export function owedBy({ by, runs }: RunningDuty, law: Law, on: PlainDate, drawn: readonly Drawn[] = []): Debt[] {
  if (runs.covers !== 'all')
    return drawn.flatMap((each) =>
      debtors(by, law, on, each.parts).map((unit) => ({ unit, field: null, about: each.dossier })),
    );
  return debtors(by, law, on, {}).flatMap((unit) =>
    rowsOf(runs, unit, law, on).map((field) => ({ unit, field, about: null })),
  );
}

/** Units in these roles, each once. A role may be a part in the dossier that a sampled return is about. */
function debtors(roles: readonly RoleId[], { units }: Law, on: PlainDate, parts: Parts): string[] {
  const held = roles.flatMap((role) => [
    ...(parts[role] ?? []).map(({ unit }) => unit),
    ...unitsInRole(units, role, on).map(({ id }) => id),
  ]);
  return [...new Set(held)];
}

/** What a unit owes a return for, null for the unit as such. A table that is not there is found before the plan is published. */
function rowsOf(runs: RunningDuty['runs'], unit: string, law: Law, on: PlainDate): readonly (string | null)[] {
  if (runs.forEach === undefined) return [null];
  if (runs.forEach !== 'field') return eachOf(runs, law.policy)!.values.map(({ id }) => id);
  const fields = fieldsOf(unit, law, on);
  return fields.length > 0 ? fields : [null];
}

function fieldsOf(unit: string, { policy, units }: Law, on: PlainDate): string[] {
  return policy.fields
    .filter(({ inCharge }) => unitsInRole(units, inCharge, on).some(({ id }) => id === unit))
    .map(({ id }) => id);
}
