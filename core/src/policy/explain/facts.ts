import { choose } from '../choice.ts';
import { asked, evaluate } from '../condition.ts';
import { explainChoice, type NoRoute, type RouteExplained } from './route.ts';
import { stretchText } from './flow.ts';
import type { Facts, Kind, Pack, ProcedureId, Stretch, Text } from '../model.ts';
import { factsOfKind } from '../matching.ts';
import { withKinds } from '../with-kinds.ts';
import { conditionText, factText } from '../wording.ts';

export type { Matched, NoRoute, NotTaken, RouteExplained, RulingExplained } from './route.ts';
export type { CopyExplained, LimitExplained, SeatExplained, StepExplained } from './step.ts';

/** Another value of one fact, and the routes it would lead to; null where it leads to none. */
export type Change = {
  readonly fact: string;
  readonly value: string;
  readonly words: Text;
  readonly plan: string | null;
  readonly acceptance: string | null;
  /** The same for every procedure of the kind. */
  readonly routes: Readonly<Record<ProcedureId, string | null>>;
};

/** One procedure of the kind at these facts: when it begins, and the route it takes; null where it does not begin at them. */
export type ProcedureExplained = {
  readonly id: ProcedureId;
  readonly title: Text;
  readonly begins: Text;
  readonly route: RouteExplained | NoRoute | null;
};

/** Why a dossier goes the way it goes. Plain data: it goes over the wire as it is. */
export type Explanation = {
  readonly edition: string;
  readonly kind: string;
  readonly facts: Facts;
  /** Facts that must be found out before every route is settled. */
  readonly missing: readonly string[];
  /** The routes of a problem's plan and acceptance, by name: screens of problems show these two. */
  readonly plan: RouteExplained | NoRoute;
  readonly acceptance: RouteExplained | NoRoute;
  /** Every procedure of the kind's flow, in its order. */
  readonly procedures: readonly ProcedureExplained[];
  /** Single facts that would have led elsewhere. */
  readonly wouldChange: readonly Change[];
};

/**
 * Which routes these facts choose under this pack, why, what they demand, and what would change them.
 * @param id a kind of the pack; absent: its problems, or the first kind where it has none.
 */
export function explain(given: Pack, facts: Facts, id?: string): Explanation {
  const pack = { ...given, policy: withKinds(given.policy) };
  const kind = kindMeant(pack, id);
  const procedures = (kind?.flow ?? []).map((stretch) => explainProcedure(stretch, kind!, facts, pack));
  const routeOf = (procedure: ProcedureId) => procedures.find((each) => each.id === procedure)?.route ?? without;
  const open = procedures.flatMap(({ route }) => (route !== null && route.id === null ? route.missing : []));
  return {
    edition: pack.policy.edition,
    kind: kind?.id ?? '',
    facts,
    missing: [...new Set(open)],
    plan: routeOf('plan'),
    acceptance: routeOf('acceptance'),
    procedures,
    wouldChange: kind ? changes(facts, kind, pack) : [],
  };
}

/** The kind that is meant: by its id, else that of problems, else the first of the pack. */
export function kindMeant({ policy }: Pack, id?: string): Kind | null {
  const { kinds } = withKinds(policy);
  if (id !== undefined) return kinds.find((kind) => kind.id === id) ?? null;
  return kinds.find(({ is }) => is === 'problem') ?? kinds[0] ?? null;
}

const without: NoRoute = {
  id: null,
  missing: [],
  routes: [],
  why: { zh: '政策包没有这项程序', en: 'the pack has no such procedure' },
};

function explainProcedure(stretch: Stretch, kind: Kind, facts: Facts, pack: Pack): ProcedureExplained {
  const procedure = pack.policy.procedures.find(({ id }) => id === stretch.run);
  const begins = stretchText(stretch, kind, pack.policy);
  const about = { id: stretch.run, title: procedure?.title ?? { zh: stretch.run }, begins };
  if (!procedure) return { ...about, route: without };
  const { holds, missing } = evaluate(stretch.when, facts);
  if (holds === 'no') return { ...about, route: null };
  if (holds === 'unknown') return { ...about, route: { ...without, missing, why: unsettled(stretch, kind, pack) } };
  return { ...about, route: explainChoice(choose(procedure, facts, pack.policy.rulings), procedure, facts, pack) };
}

function unsettled({ when }: Stretch, kind: Kind, { policy }: Pack): Text {
  const only = conditionText(policy, when, factsOfKind(kind, policy));
  return { zh: `${only.zh}的才开始，现在还不知道`, en: `it begins where ${only.en}, which is not known yet` };
}

type Routes = Change['routes'];

function changes(facts: Facts, kind: Kind, pack: Pack): readonly Change[] {
  const now = routesAt(facts, kind, pack);
  const deciding = new Set(conditionsOf(kind, pack).flatMap((when) => asked(when).map((part) => part.fact)));
  return factsOfKind(kind, pack.policy)
    .filter((fact) => deciding.has(fact.id))
    .flatMap((fact) =>
      fact.values.filter((value) => value.id !== facts[fact.id]).map((value) => ({ fact: fact.id, value: value.id })),
    )
    .map(({ fact, value }) => ({
      fact,
      value,
      words: factText(pack.policy, fact, value),
      ...named(routesAt({ ...facts, [fact]: value }, kind, pack)),
    }))
    .filter((change) => Object.entries(change.routes).some(([id, route]) => route !== now[id]));
}

const named = (routes: Routes) => ({ plan: routes['plan'] ?? null, acceptance: routes['acceptance'] ?? null, routes });

const conditionsOf = ({ flow }: Kind, { policy }: Pack) =>
  flow.flatMap(({ run, when }) => {
    const routes = policy.procedures.find(({ id }) => id === run)?.routes ?? [];
    return [when, ...routes.map((route) => route.when)];
  });

function routesAt(facts: Facts, { flow }: Kind, { policy }: Pack): Routes {
  return Object.fromEntries(
    flow.map(({ run, when }) => {
      const procedure = policy.procedures.find(({ id }) => id === run);
      const begins = evaluate(when, facts).holds === 'yes';
      const choice = procedure && begins ? choose(procedure, facts, policy.rulings) : null;
      return [run, choice?.outcome === 'route' ? choice.route.id : null];
    }),
  );
}
