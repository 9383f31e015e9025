import { unitsInRole, type RoleId } from '../policy/index.ts';
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

/** One return that is owed: by a unit, for a field or about a dossier where the duty says each. */
export type Debt = { readonly unit: string; readonly field: string | null; readonly about: string | null };

/**
 * Who owes a duty on the day on which its window opens, in the order of the pack: each unit in its roles, once, and once
 * for each field where the duty says so. A unit that is in charge of no field owes one return without a field.
 */
export function owedBy({ by, runs }: RunningDuty, law: Law, on: PlainDate, drawn: readonly Drawn[] = []): Debt[] {
  if (runs.covers !== 'all')
    return drawn.flatMap((each) =>
      debtors(by, law, on, each.parts).map((unit) => ({ unit, field: null, about: each.dossier })),
    );
  return debtors(by, law, on, {}).flatMap((unit) => {
    const fields = runs.forEach === 'field' ? fieldsOf(unit, law, on) : [];
    return (fields.length > 0 ? fields : [null]).map((field) => ({ unit, field, about: null }));
  });
}

/** Units in these roles, each once. A role may be a part in the dossier that a sampled return is about. */
function debtors(roles: readonly RoleId[], { units }: Law, on: PlainDate, parts: Parts): string[] {
  const held = roles.flatMap((role) => [
    ...(parts[role] ?? []).map(({ unit }) => unit),
    ...unitsInRole(units, role, on).map(({ id }) => id),
  ]);
  return [...new Set(held)];
}

function fieldsOf(unit: string, { policy, units }: Law, on: PlainDate): string[] {
  return policy.fields
    .filter(({ inCharge }) => unitsInRole(units, inCharge, on).some(({ id }) => id === unit))
    .map(({ id }) => id);
}
