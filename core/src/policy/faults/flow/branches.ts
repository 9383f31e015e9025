import { evaluate } from '../../condition.ts';
import { factsOfKind } from '../../matching.ts';
import type { Facts, Milestone } from '../../model.ts';
import { allCombinations } from '../survey/combinations.ts';
import { factsAskedIn } from '../survey/kinds.ts';
import type { Finder, Flow, Found, Leg, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/**
 * Branches of a flow: of the stretches that begin at one point under a condition exactly one must apply. Where none does, or
 * several do, a case that gets there asks a person; the facts at which that will happen are told.
 */
export const unclearBranches: Finder = (survey) =>
  survey.flows.flatMap((flow) =>
    branchesOf(flow).flatMap(({ milestone, legs }) => unclear(flow, milestone, legs, survey)),
  );

/** Stretches with a condition, by the point at which they begin. */
export function branchesOf({
  legs,
}: Pick<Flow, 'legs'>): readonly { readonly milestone: Milestone; readonly legs: readonly Leg[] }[] {
  const asking = legs.filter(({ stretch }) => stretch.when !== undefined);
  const milestones = [...new Set(asking.flatMap(({ stretch }) => stretch.begins))];
  return milestones.map((milestone) => ({
    milestone,
    legs: asking.filter(({ stretch }) => stretch.begins.includes(milestone)),
  }));
}

function unclear(
  flow: Flow,
  milestone: Milestone,
  legs: readonly Leg[],
  { pack: { policy } }: Survey,
): readonly Found[] {
  const { kind } = flow;
  const asked = factsAskedIn(legs.map(({ stretch }) => stretch.when));
  const facts = factsOfKind(kind, policy).filter((fact) => asked.has(fact.id) && !fact.open);
  const tried = facts.length < asked.size ? [] : (allCombinations(facts) ?? []); // an unknown fact is a fault of its own
  const groups = Map.groupBy(tried, (each) =>
    taken(legs, each)
      .map(({ stretch }) => stretch.run)
      .join('、'),
  );
  return [...groups].flatMap(([runs, cases]): readonly Found[] => {
    const chosen = taken(legs, cases[0]!);
    if (chosen.length === 1) return [];
    const about = [kind.id, milestone, ...(chosen.length > 0 ? chosen : legs).map(({ stretch }) => stretch.run)];
    const path = (chosen.at(-1) ?? legs.at(-1))!.path;
    const common = { clause: kind.clause, facts: cases, about };
    return chosen.length === 0
      ? [
          told('gap', path, {
            ...common,
            zh: `“${kind.title.zh}”到“${milestone}”以后，这些情形没有一个环节适用`,
            en: `"${kind.id}": after "${milestone}" no stretch applies to these facts`,
          }),
        ]
      : [
          told('overlap', path, {
            ...common,
            zh: `“${kind.title.zh}”到“${milestone}”以后，${runs} 在同样情形下同时适用`,
            en: `"${kind.id}": after "${milestone}" ${about.slice(2).join(', ')} apply to the same facts`,
          }),
        ];
  });
}

const taken = (legs: readonly Leg[], facts: Facts): readonly Leg[] =>
  legs.filter(({ stretch }) => evaluate(stretch.when, facts).holds === 'yes');
