import { asked, evaluate } from '../../condition.ts';
import { kindOf, whenOf } from '../../evidence.ts';
import type { Condition, Fact, Facts } from '../../model.ts';
import { MOST_COMBINATIONS } from '../survey/combinations.ts';
import { flowsWith } from '../flow/flow.ts';
import { factsOfProcedure } from '../survey/kinds.ts';
import type { Finder, Found, Stand } from '../survey/survey.ts';

/** Evidence, limits and copies that no combination of facts on their route ever calls for. */
export const neverAsked: Finder = ({ stands, flows, pack }) =>
  stands.flatMap((stand) => {
    const { road } = stand;
    // a route that is never taken, and a condition over what nobody declared, are faults of their own
    if (road.facts.length === 0) return [];
    const taken = flowsWith(road, flows).map(({ leg }) => leg.stretch.when);
    const known = factsOfProcedure(road.procedure.id, pack.policy);
    return conditionsOf(stand)
      .filter(({ when }) => !mayHold(when, road.facts, known, taken))
      .map((asking) => neverCalledFor(stand, asking));
  });

type Asking = { readonly when: Condition; readonly keys: Found['path']; readonly id: string; readonly zh: string };

function conditionsOf({ step }: Stand): readonly Asking[] {
  const asking = (when: Condition | undefined, keys: Found['path'], id: string, zh: string): readonly Asking[] =>
    when ? [{ when, keys: [...keys, 'when'], id, zh }] : [];
  return [
    ...step.evidence.flatMap((need, at) => asking(whenOf(need), ['evidence', at], kindOf(need), '要求')),
    ...step.limits.flatMap(({ when, id }, at) => asking(when, ['limits', at], id, '适用期限')),
    ...step.copies.flatMap(({ when, id }, at) => asking(when, ['copies', at], id, '抄送')),
  ];
}

const neverCalledFor = ({ step, road, path }: Stand, { keys, id, zh }: Asking): Found => ({
  kind: 'unreachable-step',
  file: 'policy',
  path: [...path, ...keys],
  clauses: [step.clause],
  facts: [],
  about: [road.route.id, step.id, id],
  text: {
    zh: `${road.route.id} / ${step.id}：走这条路径时，任何情形都不会${zh}“${id}”`,
    en: `${road.route.id} / ${step.id}: no facts that lead onto this route ever ask for "${id}"`,
  },
});

/** Whether the condition holds at some of these facts, with every value tried of what they leave open. */
function mayHold(
  condition: Condition,
  cases: readonly Facts[],
  facts: readonly Fact[],
  taken: readonly (Condition | undefined)[],
): boolean {
  // the stretch that the route runs in may itself be a branch: one of those it runs in must be taken as well
  const branches = taken.flatMap((each) => each ?? []);
  const when =
    branches.length < taken.length || taken.length === 0 ? condition : { all: [condition, { any: branches }] };
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
