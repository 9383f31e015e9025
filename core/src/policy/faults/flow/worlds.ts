import { choose, type Choice } from '../../choice.ts';
import { evaluate } from '../../condition.ts';
import type { Fact, Facts, Pack } from '../../model.ts';
import { allCombinations } from '../survey/combinations.ts';
import { factsOfKind } from '../../matching.ts';
import { factsAskedIn } from '../survey/kinds.ts';
import type { Flow, Leg, World } from '../survey/survey.ts';

/** Closed facts on which the way of such a dossier depends. */
export function deciding({ kind, legs }: Flow, pack: Pack): readonly Fact[] {
  const conditions = legs.flatMap(({ stretch, roads }) => [stretch.when, ...roads.map(({ route }) => route.when)]);
  const asked = factsAskedIn(conditions);
  return factsOfKind(kind, pack.policy).filter((fact) => asked.has(fact.id) && !fact.open);
}

/** Every way that facts can lead a dossier of this kind; null when there are too many combinations to try. */
export function worldsOf(flow: Flow, pack: Pack): readonly World[] | null {
  const tried = allCombinations(deciding(flow, pack));
  if (!tried) return null;
  const worlds = tried.map((facts) => ({ facts, legs: flow.legs.map((leg) => choiceOf(leg, facts, pack)) }));
  const groups = Map.groupBy(worlds, ({ legs }) =>
    legs.map(({ taken, road }) => (taken ? (road?.route.id ?? '?') : '-')).join('|'),
  );
  return [...groups.values()].map((group) => ({
    facts: group.map(({ facts }) => facts),
    legs: group[0]!.legs,
    nil: false,
  }));
}

function choiceOf(leg: Leg, facts: Facts, { policy }: Pack): World['legs'][number] {
  const taken = evaluate(leg.stretch.when, facts).holds === 'yes';
  const choice: Choice = leg.procedure ? choose(leg.procedure, facts, policy.rulings) : { outcome: 'none' };
  const road = choice.outcome === 'route' ? leg.roads.find(({ route }) => route === choice.route) : undefined;
  return { leg, taken, road: road ?? null };
}
