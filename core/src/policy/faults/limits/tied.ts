import type { StartEvent, TermSpec } from '../../model.ts';
import { stepNamed } from '../../start-event.ts';
import type { Placed } from './placed.ts';
import { flowOf, placeOnRoad } from '../flow/flow.ts';
import type { Flow, Stand, Survey } from '../survey/survey.ts';

/**
 * Terms one after another from the start of the outer limit to the last day of the inner one, when everybody takes all the
 * time he has. Both from one event, or the inner from an earlier one: its own term at the most. From a later step: that
 * step's own limits first. Empty: nothing says when the inner one starts.
 */
export function waysTo(
  inner: Placed,
  outer: Placed,
  all: readonly Placed[],
  survey: Survey,
): readonly (readonly TermSpec[])[] {
  const flow = inner.stand && flowOf(inner.stand.road, survey.flows);
  return from(inner, startOf(outer), all, flow, []);
}

/** What starts it, so that two things are called alike only where they are one: the opening of a step is that step's. */
export const startOf = ({ limit: { from: event }, stand }: Placed): StartEvent | null =>
  event === 'opening' && stand ? `opening/${stand.step.id}` : event;

function from(
  inner: Placed,
  start: StartEvent | null,
  all: readonly Placed[],
  flow: Flow | null,
  seen: readonly Placed[],
): readonly (readonly TermSpec[])[] {
  const { limit, stand } = inner;
  const event = startOf(inner);
  if (event === start) return [[limit.term]];
  if (twoElsewhere(event, start)) return [];
  const [own, outer] = [place(event, stand, flow), place(start, stand, flow)];
  if (own === null || outer === null) return [];
  if (own <= outer) return [[limit.term]];
  return all
    .filter((other) => !seen.includes(other) && endsAt(other, event, stand))
    .flatMap((before) => from(before, start, all, flow, [...seen, before]).map((way) => [...way, limit.term]));
}

const endsAt = ({ stand }: Placed, event: StartEvent | null, road: Stand | null): boolean => {
  const named = event && stepNamed(event);
  if (!named || !stand || !road || stand.road !== road.road) return false;
  return named.step === stand.step.id && (named.procedure ?? road.road.procedure.id) === road.road.procedure.id;
};

/** Whether this limit starts after the event that starts the other; null where nobody can say. */
export function startsAfter(placed: Placed, other: Placed, { flows }: Survey): boolean | null {
  const { stand } = placed;
  const [mine, than] = [startOf(placed), startOf(other)];
  if (twoElsewhere(mine, than)) return null;
  const flow = stand && flowOf(stand.road, flows);
  const [own, start] = [place(mine, stand, flow), place(than, stand, flow)];
  return own === null || start === null ? null : own > start;
}

/** Two steps of one other procedure: which of them comes first depends on its route. */
function twoElsewhere(one: StartEvent | null, other: StartEvent | null): boolean {
  const [first, second] = [one === null ? null : stepNamed(one), other === null ? null : stepNamed(other)];
  return one !== other && !!first?.procedure && first.procedure === second?.procedure;
}

const place = (event: StartEvent | null, stand: Stand | null, flow: Flow | null): number | null =>
  event === null || !stand || !flow ? null : placeOnRoad(event, stand, flow);
