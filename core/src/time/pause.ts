import { addDays, between, daysBetween, type PlainDate } from './plain-date.ts';

/** A stretch in which a term stands still: from its first day up to, not including, the first day it runs again. */
export type Pause = { readonly from: PlainDate; readonly until: PlainDate; readonly reason: string };

/** The pause that this day lies in, or null. */
export const pauseOn = (day: PlainDate, pauses: readonly Pause[]): Pause | null =>
  pauses.find((pause) => pause.from <= day && day < pause.until) ?? null;

/** The days between these two, both included, on which the term stands still. */
export const idleDays = (from: PlainDate, until: PlainDate, pauses: readonly Pause[]): readonly PlainDate[] =>
  pauses.length === 0 || until < from ? [] : between(from, until).filter((day) => pauseOn(day, pauses) !== null);

/**
 * Where a term that would end on `last` ends when the days of its pauses do not count: as many days run as before.
 * `startCounted`: the day of the event is itself one of them.
 */
export function withoutPauses(
  start: PlainDate,
  last: PlainDate,
  startCounted: boolean,
  pauses: readonly Pause[],
): PlainDate {
  if (pauses.length === 0 || last < start) return last;
  let left = daysBetween(start, last) + (startCounted ? 1 : 0);
  let day = startCounted ? addDays(start, -1) : start;
  while (left > 0) {
    day = addDays(day, 1);
    if (pauseOn(day, pauses) === null) left -= 1;
  }
  while (pauseOn(day, pauses)) day = addDays(day, 1); // only where nothing was left to count
  return day;
}
