import { asked } from '../condition.ts';
import { matchable } from '../matching.ts';
import type { Fact, FactValue, Kind, Policy, SheetField } from '../model.ts';
import { withKinds } from '../with-kinds.ts';

const YES_NO: readonly FactValue[] = [
  { id: 'true', label: { zh: '是', en: 'yes' } },
  { id: 'false', label: { zh: '否', en: 'no' } },
];

/** What a field may be where a condition asks for it: a closed list, or nothing that can be tried. */
function valuesOf({ type, values }: SheetField): readonly FactValue[] | null {
  if (type === 'yes-no') return YES_NO;
  return type === 'choice' ? (values ?? []) : null;
}

/**
 * Facts that conditions in dossiers of this kind may ask for: those of the pack that the kind names, and fields of its sheet with
 * the values they may have. One whose values are no closed list is open: no rule may match on it.
 */
export function factsOfKind(kind: Kind, policy: Policy): readonly Fact[] {
  const ofPack = matchable(policy).filter(({ id }) => kind.is === 'problem' || kind.facts.includes(id));
  const ofSheet = kind.sheet
    .filter(({ id }) => kind.facts.includes(id))
    .map((field): Fact => {
      const values = valuesOf(field);
      return { id: field.id, label: field.label, values: values ?? [], open: values === null };
    });
  return [...ofSheet, ...ofPack.filter(({ id }) => !ofSheet.some((field) => field.id === id))];
}

/** Kinds in whose flow the procedure runs. */
export const kindsRunning = (procedure: string, policy: Policy): readonly Kind[] =>
  withKinds(policy).kinds.filter((kind) => kind.flow.some(({ run }) => run === procedure));

/** Facts that conditions of a procedure may ask for, in whichever kind it runs; one that nothing runs has the pack's own. */
export function factsOfProcedure(procedure: string, policy: Policy): readonly Fact[] {
  const kinds = kindsRunning(procedure, policy);
  return kinds.length === 0 ? matchable(policy) : byId(kinds.flatMap((kind) => factsOfKind(kind, policy)));
}

/** Every fact that some condition of the pack may ask for. */
export const factsOfPack = (policy: Policy): readonly Fact[] =>
  byId([...matchable(policy), ...withKinds(policy).kinds.flatMap((kind) => factsOfKind(kind, policy))]);

const byId = (facts: readonly Fact[]): readonly Fact[] => [...new Map(facts.map((fact) => [fact.id, fact])).values()];

/** Facts asked for by some of these conditions. */
export const factsAskedIn = (conditions: readonly Parameters<typeof asked>[0][]): ReadonlySet<string> =>
  new Set(conditions.flatMap((condition) => asked(condition).map(({ fact }) => fact)));
