import type { StartEvent, TermSpec } from '../model.ts';
import { stepNamed } from '../start-event.ts';
import type { Placed } from './placed.ts';
import type { Stand } from './survey.ts';
import { chain } from './walking.ts';

/** When the milestones of a problem come to pass, against the procedures it runs through. */
export const course: readonly string[] = [
  'registered',
  'classification',
  'edition',
  'handover',
  'handed-over',
  'plan',
  'plan-issued',
  'finished',
  'acceptance',
  'closed',
];

/**
 * Terms one after another from the start of the outer limit to the last day of the inner one, when everybody takes all the
 * time he has. Both from one event, or the inner from an earlier one: its own term at the most. From a later step: that
 * step's own limits first. Empty: nothing says when the inner one starts.
 */
export function waysTo(inner: Placed, outer: Placed, all: readonly Placed[]): readonly (readonly TermSpec[])[] {
  return from(inner, outer.limit.from, all, []);
}

function from(
  inner: Placed,
  start: StartEvent | null,
  all: readonly Placed[],
  seen: readonly Placed[],
): readonly (readonly TermSpec[])[] {
  const { limit, stand } = inner;
  if (limit.from === start) return [[limit.term]];
  if (twoElsewhere(limit.from, start)) return [];
  const [own, outer] = [place(limit.from, stand), place(start, stand)];
  if (own === null || outer === null) return [];
  if (own <= outer) return [[limit.term]];
  return all
    .filter((other) => !seen.includes(other) && endsAt(other, limit.from, stand))
    .flatMap((before) => from(before, start, all, [...seen, before]).map((way) => [...way, limit.term]));
}

const endsAt = ({ stand }: Placed, event: StartEvent | null, road: Stand | null): boolean => {
  const named = event && stepNamed(event);
  if (!named || !stand || !road || stand.road !== road.road) return false;
  return named.step === stand.step.id && (named.procedure ?? road.road.procedure.id) === road.road.procedure.id;
};

/** Whether this limit starts after the event that starts the other; null where nobody can say. */
export function startsAfter({ limit, stand }: Placed, other: Placed): boolean | null {
  if (twoElsewhere(limit.from, other.limit.from)) return null;
  const [own, start] = [place(limit.from, stand), place(other.limit.from, stand)];
  return own === null || start === null ? null : own > start;
}

/** Two steps of one other procedure: which of them comes first depends on its route. */
function twoElsewhere(one: StartEvent | null, other: StartEvent | null): boolean {
  const [first, second] = [one === null ? null : stepNamed(one), other === null ? null : stepNamed(other)];
  return one !== other && !!first?.procedure && first.procedure === second?.procedure;
}

/** Where an event stands on the way of a problem; steps of the route in their order between the milestones. */
function place(event: StartEvent | null, stand: Stand | null): number | null {
  if (event === null || event === 'new-year') return null;
  const named = stepNamed(event);
  // some time in the course of that procedure
  if (named?.procedure && named.procedure !== stand?.road.procedure.id)
    return course.findIndex((each) => each === named.procedure) + 0.5;
  const procedure = stand?.road.procedure.id;
  const steps = stand?.road.route.steps ?? [];
  const step =
    event === 'handed-over' && procedure === 'handover'
      ? steps.find((each) => each.do === 'hand-over')
      : steps.find((each) => each.id === named?.step);
  if (stand && step) {
    const at = chain(stand.road.route, 0).indexOf(steps.indexOf(step));
    return at < 0 ? null : course.findIndex((each) => each === procedure) + (at + 1) / (steps.length + 1);
  }
  const milestone = course.findIndex((each) => each === event);
  return milestone < 0 ? null : milestone;
}
