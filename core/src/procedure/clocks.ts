import type { Limit, ProcedureId, StartEvent } from '../policy/index.ts';
import {
  dueOf,
  hasTime,
  lengthened,
  localTime,
  type Calendar,
  type Due,
  type LocalTime,
  type PlainDate,
  type Term,
} from '../time/index.ts';
import { chooseRoute } from './choosing.ts';
import type { Clock, Dossier } from './dossier.ts';
import type { Pen } from './draft.ts';
import { routeOf, type Law } from './law.ts';

type Target = Clock['target'];

/** A clock before it runs. */
export type ClockPlan = Pick<Clock, 'id' | 'title' | 'clause' | 'target' | 'measure' | 'event'> & {
  readonly term: Term;
};

const timed = ['classification', 'handover', 'plan', 'acceptance'] as const satisfies readonly ProcedureId[];

/**
 * Starts every limit that this event sets off, in the routes under way and in those the facts have already settled:
 * one hand-over may start several clocks of steps that are not open yet. The end of a step starts clocks of its own procedure only.
 */
export function startClocks<D extends Dossier>(
  draft: Pen<D>,
  event: StartEvent,
  start: PlainDate,
  law: Law,
  runs: readonly ProcedureId[] = timed,
): void {
  for (const run of runs) {
    const route = knownRoute(draft.now(), run, law);
    for (const step of route?.steps ?? []) {
      for (const limit of step.limits.filter((candidate) => candidate.from === event)) {
        startLimit(draft, limit, { run, step: step.id }, event, start, law);
      }
    }
  }
}

/** The route of this procedure, under way or settled by the facts before it begins. */
export function knownRoute(dossier: Dossier, run: ProcedureId, law: Law) {
  const started = dossier.runs[run];
  if (started) return routeOf(law, run, started.route);
  const choice = chooseRoute(run, dossier.facts, law);
  return 'route' in choice ? choice.route : null;
}

function startLimit<D extends Dossier>(
  draft: Pen<D>,
  limit: Limit,
  target: Target,
  event: StartEvent,
  start: PlainDate,
  law: Law,
): void {
  if (limit.term.count === 'plan-date') return; // runs as the plan's own date once the plan is in force
  if (draft.now().clocks.some((clock) => clock.id === limit.id)) return; // a step done again after a return wins no time
  const { id, title, clause, term } = limit;
  startClock(draft, { id, title, clause, target, measure: null, event, term }, start, law.calendar);
}

/** Starts one clock with its whole arithmetic, so that the log explains the date without today's calendar. */
export function startClock<D extends Dossier>(
  draft: Pen<D>,
  plan: ClockPlan,
  start: PlainDate,
  calendar: Calendar,
): void {
  const { due, provisional, days, calendar: by } = dueOfClock({ term: plan.term, start }, calendar);
  const { id, ...rest } = plan;
  draft.add({ type: 'ClockStarted', clock: id, ...rest, start, due, provisional, calendar: by, days });
}

/** Stops the clocks of a step that was done on this day. From here on they are history. */
export function meetClocks<D extends Dossier>(draft: Pen<D>, run: ProcedureId, step: string, day: PlainDate): void {
  meet(draft, day, (clock) => clock.target?.run === run && clock.target.step === step);
}

/** Meets the clock with this id today, if it runs; nothing happens where it never ran or is met already. */
export function meetClock<D extends Dossier>(draft: Pen<D>, id: string): void {
  meet(draft, draft.signature.on, (clock) => clock.id === id);
}

function meet<D extends Dossier>(draft: Pen<D>, day: PlainDate, which: (clock: Clock) => boolean): void {
  for (const { id, due, clause } of draft.now().clocks.filter((clock) => clock.metOn === null && which(clock))) {
    draft.add({ type: 'ClockMet', clock: id, day, due, late: due !== null && due < day, clause });
  }
}

/** A route that has ended drops the clocks of steps it went past: they are not met, and nobody will ever meet them. */
export function dropClocks<D extends Dossier>(draft: Pen<D>, run: ProcedureId): void {
  for (const { id, clause } of draft
    .now()
    .clocks.filter((clock) => clock.metOn === null && clock.target?.run === run)) {
    draft.add({ type: 'ClockDropped', clock: id, clause, reason: '程序已结束，此步骤未经过' });
  }
}

/** A clock as another calendar would run it. */
export type Moved<C = Clock> = { readonly clock: C; readonly was: PlainDate; readonly after: Due };

/** What computing a clock anew needs to know of it. */
export type Computable = Pick<Clock, 'term' | 'start' | 'extensions' | 'pauses'>;

/** What moving a clock needs to know of it: a list row knows no more. */
export type RunningClock = Computable & Pick<Clock, 'due' | 'provisional' | 'metOn'>;

/**
 * Open clocks that this calendar would move or settle, as they were lengthened and stood still. Met clocks are never asked;
 * one that stands still has no day to move, and counts by the calendar of the day on which it is resumed.
 */
export function movedBy<C extends RunningClock>(clocks: readonly C[], calendar: Calendar): Moved<C>[] {
  return clocks
    .filter((clock) => clock.metOn === null)
    .flatMap((clock) => (clock.due === null ? [] : [{ clock, was: clock.due, after: dueOfClock(clock, calendar) }]))
    .filter(({ clock, was, after }) => after.due !== was || after.provisional !== clock.provisional);
}

/** Moves open clocks onto the law's present calendar, all or those picked; answers whether any moved. */
export function amendClocks<D extends Dossier>(
  draft: Pen<D>,
  reason: string,
  law: Law,
  which: (clock: Clock) => boolean = () => true,
): boolean {
  const moved = movedBy(draft.now().clocks.filter(which), law.calendar);
  for (const { clock, was, after } of moved) {
    const { due, provisional, calendar, days } = after;
    draft.add({
      type: 'ClockMoved',
      clock: clock.id,
      clause: clock.clause,
      was,
      due,
      provisional,
      calendar,
      days,
      reason,
    });
  }
  return moved.length > 0;
}

/**
 * When a clock that is not standing still falls due by this calendar, with what it was lengthened by and stood still for.
 * A day known without its hour starts a term of hours at midnight: early rather than late.
 */
export function dueOfClock({ term, start, extensions = [], pauses = [] }: Computable, calendar: Calendar): Due {
  if (term.count === 'plan-date') throw new Error('the plan’s own date runs as a fixed day');
  const from: PlainDate | LocalTime = term.count === 'hours' && !hasTime(start) ? localTime(`${start}T00:00`) : start;
  const units = extensions.reduce((sum, each) => sum + each, 0);
  const over = pauses.flatMap(({ until, ...pause }) => (until === null ? [] : [{ ...pause, until }]));
  return dueOf(from, lengthened(term, units, from), calendar, over);
}
