import { asked, evaluate } from '../condition.ts';
import { kindOf, whenOf } from '../evidence.ts';
import { matchable } from '../matching.ts';
import type { Condition, Fact, Facts } from '../model.ts';
import { MOST_COMBINATIONS } from './combinations.ts';
import type { Finder, Found } from './survey.ts';

/** Evidence that no combination of facts on its route ever asks for. */
export const evidenceNeverAsked: Finder = ({ stands, pack }) => {
  const known = matchable(pack.policy);
  return stands.flatMap(({ step, road, path }) =>
    step.evidence.flatMap((need, index): readonly Found[] => {
      const when = whenOf(need);
      // a route that is never taken, and a condition over what nobody declared, are faults of their own
      if (!when || road.facts.length === 0 || mayHold(when, road.facts, known)) return [];
      return [
        {
          kind: 'unreachable-step',
          file: 'policy',
          path: [...path, 'evidence', index, 'when'],
          clauses: [step.clause],
          facts: [],
          about: [road.route.id, step.id, kindOf(need)],
          text: {
            zh: `${road.route.id} / ${step.id}：走这条路径时，任何情形都不会要求“${kindOf(need)}”`,
            en: `${road.route.id} / ${step.id}: no facts that lead onto this route ever ask for "${kindOf(need)}"`,
          },
        },
      ];
    }),
  );
};

/** Whether the condition holds at some of these facts, with every value tried of what they leave open. */
function mayHold(when: Condition, cases: readonly Facts[], facts: readonly Fact[]): boolean {
  const names = new Set(asked(when).map((part) => part.fact));
  const used = facts.filter((fact) => names.has(fact.id) && !fact.open);
  if (used.length < names.size) return true;
  const many = used.reduce((product, fact) => product * fact.values.length, cases.length);
  return many > MOST_COMBINATIONS || cases.some((each) => holds(when, each, used));
}

function holds(when: Condition, facts: Facts, used: readonly Fact[]): boolean {
  const verdict = evaluate(when, facts);
  if (verdict.holds !== 'unknown') return verdict.holds === 'yes';
  const open = used.find(({ id }) => facts[id] === undefined);
  return open !== undefined && open.values.some(({ id }) => holds(when, { ...facts, [open.id]: id }, used));
}
