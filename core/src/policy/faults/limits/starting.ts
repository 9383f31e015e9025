import { stepNamed, type StepNamed } from '../../start-event.ts';
import { neverElsewhere, type Never } from './elsewhere.ts';
import { flowsWith, placeOnRoad } from '../flow/flow.ts';
import { isFloor, type Placed } from './placed.ts';
import type { Stand, Survey } from '../survey/survey.ts';
import { chain, reachable } from '../flow/ways.ts';

/** Whether the event that starts this limit has happened by the time its step is reached, in every kind of dossier that comes to it. */
export function starts(placed: Placed, survey: Survey): boolean {
  const {
    limit: { from, term },
    stand,
  } = placed;
  if (from === null || (survey.said.policy.kinds !== undefined && !mayRun(placed, survey))) return false;
  if (from === 'new-year') return term.count === 'yearly' || term.count === 'fixed';
  const named = stepNamed(from);
  if (!stand) return named === null && from !== 'opening';
  if (from === 'opening') return true;
  if (named) return elsewhere(placed, survey) === null && (other(named, stand) || comesBefore(named.step, stand));
  return happened(from, stand, survey);
}

/**
 * Whether any clock runs by it at all: no new year begins in a dossier, so that what counts from it stands with duties; the plan's
 * own date is a problem's, and no floor.
 */
function mayRun(placed: Placed, { flows }: Survey): boolean {
  const { limit, stand } = placed;
  if (!stand) return true;
  if (limit.from === 'new-year') return false;
  if (limit.term.count !== 'plan-date') return true;
  return !isFloor(placed) && flowsWith(stand.road, flows).every(({ flow }) => flow.kind.is === 'problem');
}

const other = ({ procedure }: StepNamed, { road }: Stand): boolean =>
  procedure !== null && procedure !== road.procedure.id;

/** Why a limit from a step of another procedure does not always start; null where it does, or starts from something else. */
export function elsewhere({ limit: { from }, stand }: Placed, survey: Survey): Never | null {
  const named = from === null ? null : stepNamed(from);
  return named && stand && other(named, stand) ? neverElsewhere(named, stand, survey) : null;
}

function happened(event: string, stand: Stand, { flows, walks }: Survey): boolean {
  return flowsWith(stand.road, flows).every(({ flow, leg }) => {
    const [place, own] = [placeOnRoad(event, stand, flow), placeOnRoad(`step:${stand.step.id}`, stand, flow)];
    // what another branch alone would bring does not happen on this one
    const here = (walks.get(flow) ?? []).filter(
      ({ world, found }) =>
        world.legs[leg.at]?.taken && world.legs[leg.at]?.road === stand.road && found.known.has(leg.at),
    );
    return place !== null && place < (own ?? leg.at + 1) && here.every(({ found }) => found.points.has(event));
  });
}

function comesBefore(id: string, { road: { route }, at }: Stand): boolean {
  const first = route.steps.findIndex((step) => step.id === id);
  if (!reachable(route).has(first) || first === at) return false;
  const way = chain(route, 0);
  return way.includes(first) && way.includes(at)
    ? way.indexOf(first) < way.indexOf(at)
    : chain(route, first).includes(at);
}
