import { evaluate, type Limit, type ProcedureId, type StartEvent, type Step } from '../policy/index.ts';
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
import type { Clock } from './clock.ts';
import type { Dossier } from './dossier.ts';
import type { Pen } from './draft.ts';
import { hasProcedure, kindIn, procedureOfRun, routeOf, type Law } from './law.ts';

type Target = Clock['target'];

/** A clock before it runs. */
export type ClockPlan = Pick<Clock, 'id' | 'title' | 'clause' | 'target' | 'measure' | 'event'> & {
  readonly term: Term;
  readonly floor?: true;
};

/** Every procedure that the flow of the dossier's kind may run, in its order; by their latest run where one was begun. */
export function runsOf({ kind, runs }: Dossier, law: Law): readonly ProcedureId[] {
  const ids = [...new Set((kindIn(law, kind)?.flow ?? []).map((stretch) => stretch.run))];
  return ids.map((id) => latestRun(runs, id) ?? id);
}

/** The last run of a procedure in this dossier, or null while it has none. */
export const latestRun = (runs: Dossier['runs'], procedure: ProcedureId): ProcedureId | null =>
  Object.keys(runs).findLast((run) => procedureOfRun(run) === procedure) ?? null;

/**
 * Starts every limit that this event sets off, in the routes under way and in those the facts have already settled:
 * one hand-over may start several clocks of steps that are not open yet.
 */
export function startClocks<D extends Dossier>(
  draft: Pen<D>,
  event: StartEvent,
  start: PlainDate,
  law: Law,
  runs: readonly ProcedureId[] = runsOf(draft.now(), law),
): void {
  for (const run of runs) {
    const route = knownRoute(draft.now(), run, law);
    for (const step of route?.steps ?? []) startLimits(draft, step, run, event, start, law);
  }
}

/** Starts the limits of one step that this event sets off, and the term that must have run before it can end. */
export function startLimits<D extends Dossier>(
  draft: Pen<D>,
  step: Step,
  run: ProcedureId,
  event: StartEvent,
  start: PlainDate,
  law: Law,
): void {
  const target = { run, step: step.id };
  const holds = ({ from, when }: Limit) => from === event && evaluate(when, draft.now().facts).holds === 'yes';
  for (const limit of step.limits.filter(holds)) startLimit(draft, limit, target, event, start, law);
  if (step.earliest && holds(step.earliest)) startFloor(draft, step.earliest, target, event, start, law);
}

/** The route of this procedure, under way or settled by the facts before it begins. */
export function knownRoute(dossier: Dossier, run: ProcedureId, law: Law) {
  const started = dossier.runs[run];
  if (started) return routeOf(law, run, started.route);
  if (!hasProcedure(law, run)) return null;
  const choice = chooseRoute(run, dossier.facts, law);
  return 'route' in choice ? choice.route : null;
}

/** Limits of a run that came again are clocks of their own. */
const clockId = (limit: Limit, run: ProcedureId): string =>
  run === procedureOfRun(run) ? limit.id : `${limit.id}#${run.slice(run.indexOf('#') + 1)}`;

function startLimit<D extends Dossier>(
  draft: Pen<D>,
  limit: Limit,
  target: Target,
  event: StartEvent,
  start: PlainDate,
  law: Law,
): void {
  if (limit.term.count === 'plan-date') return; // runs as the plan's own date once the plan is in force
  const id = clockId(limit, target!.run);
  if (draft.now().clocks.some((clock) => clock.id === id)) return; // a step done again after a return wins no time
  const { title, clause, term } = limit;
  startClock(draft, { id, title, clause, target, measure: null, event, term }, start, law.calendar);
}

/** What is made public anew runs its days anew: a floor of a round before is replaced. */
function startFloor<D extends Dossier>(
  draft: Pen<D>,
  { id, title, clause, term }: Limit,
  target: Target,
  event: StartEvent,
  start: PlainDate,
  law: Law,
): void {
  if (term.count === 'plan-date') return; // the checker refuses it: a floor counts from an event
  startClock(draft, { id, title, clause, target, measure: null, event, term, floor: true }, start, law.calendar);
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
