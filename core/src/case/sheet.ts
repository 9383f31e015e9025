import type { InputFault } from '../access/index.ts';
import {
  evaluate,
  holdsPersonal,
  type Facts,
  type Kind,
  type Policy,
  type SheetField,
  type SheetValues,
} from '../policy/index.ts';
import type { Filled } from './command.ts';
import { valueFaults, type SheetAround } from './values.ts';

/** Fields that are written at a step of this procedure, by the step's own word or by the field's. */
export const filledAt = (
  { sheet }: Kind,
  step: { readonly fills?: readonly string[] },
  place: string,
): readonly SheetField[] => sheet.filter(({ id, by }) => by === place || step.fills?.includes(id));

/**
 * Fields that belong to whoever opens or corrects the dossier: those that no step fills and no act of the pack, unless it must
 * be there from the beginning and an act only changes it.
 */
export function openFields(kind: Kind, policy: Pick<Policy, 'procedures'>): readonly SheetField[] {
  const runs = kind.flow.map(({ run }) => run);
  const steps = policy.procedures
    .filter(({ id }) => runs.includes(id))
    .flatMap(({ routes }) => routes.flatMap((route) => route.steps));
  const atSteps = new Set(steps.flatMap(({ fills }) => fills ?? []));
  const byActs = new Set(Object.values(kind.acts).flatMap(({ fills }) => fills ?? []));
  return kind.sheet.filter(
    ({ id, by, type, required }) =>
      by === undefined && type !== 'figure' && !atSteps.has(id) && (required === true || !byActs.has(id)),
  );
}

/** Facts that rules may ask for, read off the sheet: choices by their value, yes and no as such. */
export function factsIn({ facts, sheet }: Pick<Kind, 'facts' | 'sheet'>, values: Filled): Facts {
  const said = sheet
    .filter(({ id }) => facts.includes(id))
    .flatMap(({ id }): readonly (readonly [string, string])[] => {
      const value = values[id];
      if (typeof value === 'boolean') return [[id, value ? 'yes' : 'no']];
      return typeof value === 'string' ? [[id, value]] : [];
    });
  return Object.fromEntries(said);
}

/**
 * What is wrong with what came for these fields. `whole`: a field that must be there and is not is a fault; a correction brings
 * only what changes.
 */
export function sheetFaults(
  fields: readonly SheetField[],
  given: Filled,
  before: SheetValues,
  facts: Facts,
  around: SheetAround & { readonly whole: boolean },
): readonly InputFault[] {
  const strange = Object.keys(given).filter((id) => !fields.some((field) => field.id === id));
  return [
    ...strange.map((id): InputFault => ({ field: `values.${id}`, code: 'unknown' })),
    ...fields.flatMap((field): readonly InputFault[] => {
      const at = `values.${field.id}`;
      const value = given[field.id];
      const missing = value === null || value === undefined || value === '';
      if (!missing) return valueFaults(field, value, at, around);
      const emptied = field.id in given ? true : around.whole && before[field.id] === undefined;
      return emptied && demanded(field, facts) ? [{ field: at, code: 'required' }] : [];
    }),
  ];
}

/** Whether a field must be filled at these facts; where the facts it depends on are unknown it is not demanded. */
export const demanded = ({ required }: SheetField, facts: Facts): boolean =>
  typeof required === 'boolean' ? required : evaluate(required.when, facts).holds === 'yes';

/**
 * Values that are filled in beforehand from the dossier that a new one belongs to, where nothing is given: those that fit. What is
 * personal there is kept there alone.
 */
export function prefilled({ sheet }: Kind, given: SheetValues, from: SheetValues, around: SheetAround): SheetValues {
  const taken = sheet.flatMap((field): readonly (readonly [string, SheetValues[string]])[] => {
    const value = field.prefilled === undefined ? undefined : from[field.prefilled];
    const stands = given[field.id] !== undefined || value === undefined || holdsPersonal(field);
    return stands || valueFaults(field, value, field.id, around).length > 0 ? [] : [[field.id, value]];
  });
  return { ...Object.fromEntries(taken), ...given };
}

/** What is given, without what is empty: unknown is an absent key. */
export const withoutEmpty = (given: Filled): SheetValues =>
  Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as SheetValues; // no null is left
