import { seatsOf, type Limit, type Policy, type Seat } from '../policy/index.ts';
import { extensionUnit, LONGEST_SPAN, type Calendar, type Due, type PlainDate, type Term } from '../time/index.ts';
import { dueOfClock, reckoned } from './clocks.ts';
import { PLAN_DEADLINE, type Clock } from './clock.ts';
import type { Dossier } from './dossier.ts';
import type { Pen } from './draft.ts';
import { clockIn, kindIn, type Law } from './law.ts';
import { knownRoute, runsOf } from './limits.ts';

/** The limit of the plan that a clock runs by, and the seats that stand under it. */
export type Ruled = { readonly limit: Limit; readonly under: readonly Seat[] };

/** The part that has the dossier, as a seat of any post; none where the kind names no holder. */
function holderSeats({ kind }: Dossier, law: Law): readonly Seat[] {
  const holder = kindIn(law, kind)?.holder;
  return holder === undefined ? [] : [{ role: holder, post: '*' }];
}

/** The rule behind a clock; null for a measure's date, which the plan that was written sets and no limit. */
export function ruleOf(clock: Clock, dossier: Dossier, law: Law): Ruled | null {
  if (clock.measure !== null) return null;
  const { target } = clock;
  // of the clocks that no step meets only the plan's own date runs by a limit: the day of a list is nobody's to lengthen
  if (!target && clock.id !== PLAN_DEADLINE) return null;
  const runs = target ? [target.run] : runsOf(dossier, law);
  for (const run of runs) {
    for (const step of knownRoute(dossier, run, law)?.steps ?? []) {
      if (target && step.id !== target.step) continue;
      const limit = step.limits.find(({ id, term }) =>
        target ? clockIn(target.run, id) === clock.id : term.count === 'plan-date',
      );
      // the plan's own date is the holder's, whoever takes the step that names it
      if (limit) return { limit, under: [...seatsOf(step), ...(target ? [] : holderSeats(dossier, law))] };
    }
  }
  return null;
}

/** Whether any limit of this plan knows the word. */
export const knowsWord = ({ procedures }: Policy, word: 'extension' | 'pause'): boolean =>
  procedures.some(({ routes }) =>
    routes.some(({ steps }) => steps.some(({ limits }) => limits.some((limit) => limit[word] !== undefined))),
  );

/** This clock with so many more of its units; null where that is longer than any term may be. */
export function longerBy(clock: Clock, units: number, calendar: Calendar): Due | null {
  try {
    return dueOfClock({ ...clock, extensions: [...(clock.extensions ?? []), units] }, calendar);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The first day on or after this one to which whole units can move it; null where there is none. More units never end earlier, so that
 * halving finds it: where the end is capped, counting up would try every one of them.
 */
export function leastLonger(clock: Clock, from: PlainDate, calendar: Calendar): PlainDate | null {
  const dueAfter = (units: number): PlainDate | null => longerBy(clock, units, calendar)?.due ?? null;
  const serves = (units: number): boolean => {
    const due = dueAfter(units);
    return due === null || due >= from;
  };
  let [low, high] = [0, 1];
  while (!serves(high)) {
    if (high === LONGEST_SPAN) return null;
    [low, high] = [high, Math.min(2 * high, LONGEST_SPAN)];
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (serves(middle)) high = middle;
    else low = middle;
  }
  return dueAfter(high);
}

/** The clock of the outer limit, where it runs and its day is known: nothing inside may end after it. */
export function outerOf(
  clock: Clock,
  { limit: { within } }: Ruled,
  { clocks }: Dossier,
): (Clock & { readonly due: PlainDate }) | null {
  if (within === undefined) return null;
  const id = clockIn(clock.target?.run ?? '', within);
  // the plan's own date and limits of another run keep their plain names
  const named = [id, within];
  return clocks.filter(hasDue).find((other) => named.includes(other.id) && other.metOn === null) ?? null;
}

const hasDue = (clock: Clock): clock is Clock & { readonly due: PlainDate } => clock.due !== null;

/** Lengthens a running clock by its own units: what the guard and `faults` have let pass. */
export function extendClock<D extends Dossier>(
  draft: Pen<D>,
  clock: Clock,
  { units, reason }: { readonly units: number; readonly reason: string },
  { limit }: Ruled,
  law: Law,
): void {
  const { clause, times } = limit.extension!;
  draft.add({
    type: 'TermExtended',
    clock: clock.id,
    clause,
    units,
    unit: extensionUnit(clock.term as Term), // a clock never runs on the plan's date as such: that runs as a fixed day
    time: (clock.extensions?.length ?? 0) + 1,
    times,
    was: clock.due!,
    ...reckoned(longerBy(clock, units, law.calendar)!),
    reason,
  });
}

/** Lets a running clock stand still from today on. */
export function pauseClock<D extends Dossier>(draft: Pen<D>, clock: Clock, reason: string, { limit }: Ruled): void {
  draft.add({ type: 'TermPaused', clock: clock.id, clause: limit.pause!.clause, was: clock.due!, reason });
}

/** Lets it run on: today counts again, by the calendar of today. */
export function resumeClock<D extends Dossier>(
  draft: Pen<D>,
  clock: Clock,
  reason: string,
  rule: Ruled,
  law: Law,
): void {
  const { on } = draft.signature;
  const pauses = clock.pauses!.map((pause) => (pause.until === null ? { ...pause, until: on } : pause));
  const own = dueOfClock({ ...clock, pauses }, law.calendar);
  // it stood still and the outer limit did not: nothing inside ends after that
  const outer = outerOf(clock, rule, draft.now());
  const cut = outer && own.due > outer.due ? { notAfter: outer.due } : {};
  const due = dueOfClock({ ...clock, pauses: [...pauses.slice(0, -1), { ...pauses.at(-1)!, ...cut }] }, law.calendar);
  const { from } = pauses.at(-1)!;
  const { clause } = rule.limit.pause!;
  draft.add({ type: 'TermResumed', clock: clock.id, clause, from, ...cut, ...reckoned(due), reason });
}
