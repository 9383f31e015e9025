import type { ProcedureId } from '../policy/index.ts';
import {
  dayOf,
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
import type { Clock } from './clock.ts';
import type { Dossier } from './dossier.ts';
import type { Pen } from './draft.ts';
import type { Law } from './law.ts';
import { instantOf, isOver } from './moment.ts';

/** A clock before it runs. */
export type ClockPlan = Pick<Clock, 'id' | 'title' | 'clause' | 'target' | 'measure' | 'event'> & {
  readonly term: Term;
  readonly floor?: true;
};

/**
 * Starts one clock with its whole arithmetic, so that the log explains the date without today's calendar. What starts today
 * starts at the instant of the act; only a term in hours asks for it.
 */
export function startClock<D extends Dossier>(
  draft: Pen<D>,
  { id, ...plan }: ClockPlan,
  since: PlainDate | LocalTime,
  calendar: Calendar,
): void {
  const start = dayOf(since);
  const known = hasTime(since) ? since : instantOf(start, draft.signature).instant;
  const from = plan.term.count === 'hours' && known ? { start, startAt: known } : { start };
  const due = dueOfClock({ ...from, term: plan.term }, calendar);
  draft.add({ type: 'ClockStarted', clock: id, ...plan, ...from, ...reckoned(due) });
}

/** What an event says of a last day: with the instant for a term in hours, and the whole arithmetic. */
export const reckoned = ({ due, dueAt, provisional, calendar, days }: Due) => ({
  due,
  ...(dueAt ? { dueAt } : {}),
  provisional,
  calendar,
  days,
});

/** Stops the clocks of a step that was done on this day. From here on they are history. */
export function meetClocks<D extends Dossier>(draft: Pen<D>, run: ProcedureId, step: string, day: PlainDate): void {
  meet(draft, day, (clock) => clock.target?.run === run && clock.target.step === step);
}

/** Meets the clock with this id, today or on the day given, if it runs; nothing happens where it never ran or is met already. */
export function meetClock<D extends Dossier>(draft: Pen<D>, id: string, day: PlainDate = draft.signature.on): void {
  meet(draft, day, (clock) => clock.id === id);
}

function meet<D extends Dossier>(draft: Pen<D>, day: PlainDate, which: (clock: Clock) => boolean): void {
  const { instant } = instantOf(day, draft.signature);
  for (const clock of draft
    .now()
    .clocks.filter(({ metOn }) => metOn === null)
    .filter(which)) {
    const { id, due, dueAt, clause, floor } = clock;
    // a term that must have run cannot be missed
    const late = !floor && due !== null && isOver({ due, dueAt }, { on: day, instant });
    const instants = dueAt ? { dueAt, ...(instant ? { metAt: instant } : {}) } : {};
    draft.add({ type: 'ClockMet', clock: id, ...(floor ? { floor } : {}), day, due, ...instants, late, clause });
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

/** Drops the clock with this id, if it runs, for this reason: it is not met, and counts no longer. */
export function dropClock<D extends Dossier>(draft: Pen<D>, clock: string, reason: string): void {
  const running = draft.now().clocks.find(({ id, metOn }) => id === clock && metOn === null);
  if (running) draft.add({ type: 'ClockDropped', clock, clause: running.clause, reason });
}

/**
 * Clocks that steps from this one on have met, and those that the subject ties to them: done again, they run on. A floor is not
 * among them: it starts anew.
 */
export function metSince<D extends Dossier>(
  draft: Pen<D>,
  run: ProcedureId,
  first: string,
  law: Law,
): readonly string[] {
  const { clocks, runs } = draft.now();
  const ids = runs[run]!.steps.map(({ id }) => id);
  const again = ids.slice(ids.indexOf(first));
  const tied = draft.reopens(run, first, law);
  const isAgain = ({ id, target }: Clock): boolean =>
    (target?.run === run && again.includes(target.step)) || tied.includes(id);
  return clocks.filter((clock) => clock.metOn !== null && !clock.floor && isAgain(clock)).map(({ id }) => id);
}

/** While they were met no notice moved these clocks: what was put in meanwhile counts for them from now on. */
export const runOn = <D extends Dossier>(draft: Pen<D>, ids: readonly string[], reason: string, law: Law): void =>
  void amendClocks(draft, reason, law, ({ id }) => ids.includes(id));

/** A clock as another calendar would run it. */
export type Moved<C = Clock> = { readonly clock: C; readonly was: PlainDate; readonly after: Due };

/** What computing a clock anew needs to know of it. */
export type Computable = Pick<Clock, 'term' | 'start' | 'startAt' | 'extensions' | 'pauses'>;

/** What moving a clock needs to know of it: a list row knows no more. */
export type RunningClock = Computable & Pick<Clock, 'due' | 'provisional' | 'metOn'>;

/**
 * Open clocks that this calendar would move or settle, as they were lengthened and stood still. Met clocks are never asked;
 * one that stands still has no day to move, and counts by the calendar of the day on which it is resumed. Hours run through
 * days off (民法典 201): no notice moves them.
 */
export function movedBy<C extends RunningClock>(clocks: readonly C[], calendar: Calendar): Moved<C>[] {
  return clocks
    .filter((clock) => clock.metOn === null && clock.term.count !== 'hours')
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
    draft.add({ type: 'ClockMoved', clock: clock.id, clause: clock.clause, was, ...reckoned(after), reason });
  }
  return moved.length > 0;
}

/**
 * When a clock that is not standing still falls due by this calendar, with what it was lengthened by and stood still for.
 * A day known without its hour starts a term of hours at midnight: early rather than late.
 */
export function dueOfClock(clock: Computable, calendar: Calendar): Due {
  const { term, start, startAt, extensions = [], pauses = [] } = clock;
  if (term.count === 'plan-date') throw new Error('the plan’s own date runs as a fixed day');
  const from: PlainDate | LocalTime = term.count === 'hours' ? (startAt ?? localTime(`${start}T00:00`)) : start;
  const units = extensions.reduce((sum, each) => sum + each, 0);
  const over = pauses.flatMap(({ from: since, until, reason }) =>
    until === null ? [] : [{ from: since, until, reason }],
  );
  const due = dueOf(from, lengthened(term, units, from), calendar, over);
  // each standstill was cut by the outer limit as it stood then: only the last one speaks of today's
  const notAfter = pauses.at(-1)?.notAfter;
  return notAfter !== undefined && due.due > notAfter ? endingBy(due, notAfter) : due;
}

/** The same count, ended by the outer limit: the days up to it, and no later one. */
function endingBy(due: Due, last: PlainDate): Due {
  const days = due.days.filter(({ date }) => date <= last);
  return { ...due, due: last, dueAt: null, rolledFrom: null, days };
}
