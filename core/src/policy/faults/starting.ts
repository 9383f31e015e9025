import type { ProcedureId } from '../model.ts';
import { stepNamed, type StepNamed } from '../start-event.ts';
import { neverElsewhere, type Never } from './elsewhere.ts';
import type { Placed } from './placed.ts';
import type { Stand, Survey } from './survey.ts';
import { course } from './tied.ts';
import { chain, reachable } from './walking.ts';

/** Whether the event that starts this limit has happened by the time its step is reached. */
export function starts(placed: Placed, survey: Survey): boolean {
  const {
    limit: { from, term },
    stand,
  } = placed;
  if (from === null) return false;
  if (from === 'new-year') return term.count === 'yearly' || term.count === 'fixed';
  const named = stepNamed(from);
  if (!stand) return named === null;
  if (named) return elsewhere(placed, survey) === null && (other(named, stand) || comesBefore(named.step, stand));
  if (from === 'handed-over' && stand.road.procedure.id === 'handover') {
    return stand.road.route.steps.slice(0, stand.at).some((step) => step.do === 'hand-over');
  }
  return (
    happened(from, stand.road.procedure.id) &&
    (from !== 'handed-over' || survey.stands.some(({ step }) => step.do === 'hand-over'))
  );
}

const other = ({ procedure }: StepNamed, { road }: Stand): boolean =>
  procedure !== null && procedure !== road.procedure.id;

/** Why a limit from a step of another procedure does not always start; null where it does, or starts from something else. */
export function elsewhere({ limit: { from }, stand }: Placed, survey: Survey): Never | null {
  const named = from === null ? null : stepNamed(from);
  return named && stand && other(named, stand) ? neverElsewhere(named, stand, survey) : null;
}

const happened = (event: string, during: ProcedureId): boolean => {
  const when = course.findIndex((each) => each === event);
  return when >= 0 && when < course.indexOf(during);
};

function comesBefore(id: string, { road: { route }, at }: Stand): boolean {
  const first = route.steps.findIndex((step) => step.id === id);
  if (!reachable(route).has(first) || first === at) return false;
  const way = chain(route, 0);
  return way.includes(first) && way.includes(at)
    ? way.indexOf(first) < way.indexOf(at)
    : chain(route, first).includes(at);
}
