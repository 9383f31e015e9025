import { choose } from './choice.ts';
import { asked } from './condition.ts';
import { explainChoice, type NoRoute, type RouteExplained } from './explain-route.ts';
import type { Facts, Pack, ProcedureId, Text } from './model.ts';
import { matchable } from './matching.ts';
import { factText } from './wording.ts';

export type { Matched, NoRoute, NotTaken, RouteExplained, RulingExplained } from './explain-route.ts';
export type { CopyExplained, LimitExplained, SeatExplained, StepExplained } from './explain-step.ts';

/** Another value of one fact, and the routes it would lead to; null where it leads to none. */
export type Change = {
  readonly fact: string;
  readonly value: string;
  readonly words: Text;
  readonly plan: string | null;
  readonly acceptance: string | null;
};

/** Why a problem goes the way it goes. Plain data: it goes over the wire as it is. */
export type Explanation = {
  readonly edition: string;
  readonly facts: Facts;
  /** Facts that must be found out before both routes are settled. */
  readonly missing: readonly string[];
  readonly plan: RouteExplained | NoRoute;
  readonly acceptance: RouteExplained | NoRoute;
  /** Single facts that would have led elsewhere. */
  readonly wouldChange: readonly Change[];
};

/** Which plan route and acceptance route these facts choose under this pack, why, what they demand, and what would change them. */
export function explain(pack: Pack, facts: Facts): Explanation {
  const [plan, acceptance] = [explained('plan', facts, pack), explained('acceptance', facts, pack)];
  const missing = [plan, acceptance].flatMap((each) => (each.id === null ? each.missing : []));
  return {
    edition: pack.policy.edition,
    facts,
    missing: [...new Set(missing)],
    plan,
    acceptance,
    wouldChange: changes(facts, pack),
  };
}

const without: NoRoute = {
  id: null,
  missing: [],
  routes: [],
  why: { zh: '政策包没有这项程序', en: 'the pack has no such procedure' },
};

function explained(id: ProcedureId, facts: Facts, pack: Pack): RouteExplained | NoRoute {
  const procedure = pack.policy.procedures.find((each) => each.id === id);
  return procedure ? explainChoice(choose(procedure, facts, pack.policy.rulings), procedure, facts, pack) : without;
}

function changes(facts: Facts, pack: Pack): readonly Change[] {
  const now = ids(facts, pack);
  const deciding = new Set(routesOf(pack).flatMap((route) => asked(route.when).map((part) => part.fact)));
  return matchable(pack.policy)
    .filter((fact) => deciding.has(fact.id))
    .flatMap((fact) =>
      fact.values.filter((value) => value.id !== facts[fact.id]).map((value) => ({ fact: fact.id, value: value.id })),
    )
    .map(({ fact, value }) => ({
      fact,
      value,
      words: factText(pack.policy, fact, value),
      ...ids({ ...facts, [fact]: value }, pack),
    }))
    .filter((change) => change.plan !== now.plan || change.acceptance !== now.acceptance);
}

const routesOf = ({ policy }: Pack) =>
  policy.procedures.filter(({ id }) => id === 'plan' || id === 'acceptance').flatMap((procedure) => procedure.routes);

function ids(facts: Facts, pack: Pack) {
  return { plan: idOf('plan', facts, pack), acceptance: idOf('acceptance', facts, pack) };
}

function idOf(id: ProcedureId, facts: Facts, { policy }: Pack): string | null {
  const procedure = policy.procedures.find((each) => each.id === id);
  const choice = procedure && choose(procedure, facts, policy.rulings);
  return choice?.outcome === 'route' ? choice.route.id : null;
}
