import type { Facts, Pack } from '../../model.ts';
import { factsOfKind } from '../../matching.ts';
import { mustBeFilled } from '../survey/required.ts';
import type { Flow } from '../survey/survey.ts';

/**
 * Facts that are surely known when a dossier of this kind is opened: of a problem whatever no step settles, since it is not listed
 * without them; else the fields that whoever opens it must fill in. A return that a duty opens comes empty but for what it is owed for.
 */
export function givenIn(
  { kind, legs, free, owedFor }: Flow,
  { policy }: Pack,
): (facts: readonly Facts[]) => ReadonlySet<string> {
  const steps = legs.flatMap(({ roads }) => roads.flatMap(({ route }) => route.steps));
  const settled = new Set(steps.flatMap((step) => step.settles));
  const owed = policy.duties.some(({ runs }) => runs?.files === kind.id);
  const ofProblem = kind.is === 'problem' ? factsOfKind(kind, policy).filter(({ id }) => !settled.has(id)) : [];
  const atOpening = owed ? [] : kind.sheet.filter(({ id }) => free.has(id) && kind.facts.includes(id));
  return (facts) =>
    new Set([
      ...[...ofProblem, ...atOpening.filter((field) => mustBeFilled(field, facts))].map(({ id }) => id),
      ...owedFor.filter((id) => kind.facts.includes(id)),
    ]);
}
