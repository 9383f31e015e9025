import type { Calendar, PlainDate } from '../../../time/index.ts';
import { choose, type Choice } from '../../choice.ts';
import type { Pack, Procedure, Route } from '../../model.ts';
import { withKinds } from '../../with-kinds.ts';
import { combinationsFor } from './combinations.ts';
import { flowsOf } from '../flow/flow.ts';
import { factsOfProcedure } from './kinds.ts';
import { givenIn } from '../flow/given.ts';
import { asNil } from '../flow/nil.ts';
import type { Flow, Road, Stand, Survey, Trial, Walk } from './survey.ts';
import { wander } from '../flow/wandering.ts';
import { worldsOf } from '../flow/worlds.ts';

/** Lays the pack out once for all finders. */
export function surveyOf(said: Pack, calendar: Calendar | null): Survey {
  const policy = withKinds(said.policy);
  const pack = { ...said, policy };
  const trials = new Map(policy.procedures.map((procedure) => [procedure, trialsOf(procedure, pack)] as const));
  const roads = policy.procedures.flatMap((procedure, p) =>
    procedure.routes.map((route, r): Road => {
      const taken = (trials.get(procedure) ?? []).filter(({ choice }) => mayTake(choice, route));
      return { procedure, route, path: ['procedures', p, 'routes', r], facts: taken.map((trial) => trial.facts) };
    }),
  );
  const stands = roads.flatMap((road) =>
    road.route.steps.map((step, at): Stand => ({ road, step, at, path: [...road.path, 'steps', at] })),
  );
  const flows = flowsOf(pack, roads);
  const walks = new Map(flows.map((flow) => [flow, walksOf(flow, pack)] as const));
  return { said, pack, calendar, on: policy.inForceFrom, days: daysOf(pack), trials, roads, stands, flows, walks };
}

/** Walks a kind in every world; one whose returns may be nil once more so, since nothing to report is a way of its own. */
function walksOf(flow: Flow, pack: Pack): readonly Walk[] {
  const given = givenIn(flow, pack);
  const worlds = worldsOf(flow, pack) ?? [];
  const all = flow.nil.size > 0 ? [...worlds, ...worlds.map((world) => asNil(world, flow))] : worlds;
  return all.map((world) => ({ world, found: wander(flow, world, given(world.facts)) }));
}

function daysOf({ policy: { inForceFrom }, units }: Pack): readonly PlainDate[] {
  const turns = units.flatMap((unit) => unit.roles.flatMap(({ from, until }) => [from, until]));
  const later = turns.filter((day): day is PlainDate => day !== undefined && day > inForceFrom);
  return [inForceFrom, ...new Set(later.toSorted())];
}

function trialsOf(procedure: Procedure, { policy }: Pack): readonly Trial[] {
  const tried = combinationsFor(procedure, factsOfProcedure(procedure.id, policy)) ?? [];
  return tried.map((facts) => ({ facts, choice: choose(procedure, facts, policy.rulings) }));
}

function mayTake(choice: Choice, route: Route): boolean {
  if (choice.outcome === 'route') return choice.route === route;
  return choice.outcome === 'ambiguous' && choice.routes.includes(route);
}
