import type { Facts, Pack, SheetField } from '../model.ts';
import { factsOfKind } from '../matching.ts';
import { mustBeFilled } from './required.ts';
import type { Flow } from './survey.ts';

/**
 * Facts that are surely known when a dossier of this kind is opened: of a problem whatever no step settles, since it is not listed
 * without them; else the fields that whoever opens it must fill in. A return that a duty opens comes empty.
 */
export function givenIn({ kind, legs }: Flow, { policy }: Pack): (facts: readonly Facts[]) => ReadonlySet<string> {
  const steps = legs.flatMap(({ roads }) => roads.flatMap(({ route }) => route.steps));
  const settled = new Set(steps.flatMap((step) => step.settles));
  const later = new Set([
    ...steps.flatMap((step) => step.fills ?? []),
    ...Object.values(kind.acts).flatMap((act) => act.fills ?? []),
  ]);
  const owed = policy.duties.some(({ runs }) => runs?.files === kind.id);
  const ofProblem = kind.is === 'problem' ? factsOfKind(kind, policy).filter(({ id }) => !settled.has(id)) : [];
  const atOpening = ({ id, by }: SheetField): boolean => by === undefined && !later.has(id) && kind.facts.includes(id);
  return (facts) => {
    const filled = owed ? [] : kind.sheet.filter((field) => atOpening(field) && mustBeFilled(field, facts));
    return new Set([...ofProblem, ...filled].map(({ id }) => id));
  };
}
