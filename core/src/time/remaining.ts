import { isWorkingDay, openNotices, type Calendar } from './calendar.ts';
import { addDays, between, daysBetween, yearOf, type PlainDate } from './plain-date.ts';

/** Days left after today, the due day included; 0 on the due day itself, negative when it has passed. */
export type Remaining = { readonly working: number; readonly natural: number };

/**
 * What the light of an open clock means; a clock that was met has none.
 * - `green`: more than 5 working days left
 * - `blue`: near, 4 or 5 working days left
 * - `amber`: warning, 3 working days or fewer, the due day included
 * - `red`: overdue, the due day has passed
 */
export type Light = 'green' | 'blue' | 'amber' | 'red';

/** Working days left up to which a clock warns, and up to which it is near. */
export const LIGHT_LIMITS = { amber: 3, blue: 5 } as const;

/** Signed working and natural days from today to the due day. */
export function remaining(due: PlainDate, today: PlainDate, calendar: Calendar): Remaining {
  const natural = daysBetween(today, due);
  const [from, to] = natural < 0 ? [due, today] : [today, due];
  const worked = workedAfter(from, to, calendar, Infinity);
  return { natural, working: natural < 0 && worked > 0 ? -worked : worked };
}

/** Whether the count of working days between today and the due day may still change: a notice that could move one is not there yet. */
export function countedProvisionally(due: PlainDate, today: PlainDate, calendar: Calendar): boolean {
  if (due <= today) return false;
  // a list asks this of every line; where every year that could bear on it has its notice, no day has to be looked at
  const years = Array.from({ length: yearOf(due) - yearOf(today) + 2 }, (_, nth) => yearOf(today) + nth);
  if (years.every((year) => calendar.published.has(year))) return false;
  return between(today, due).some((day) => openNotices(day, calendar).length > 0);
}

/** The light of an open clock that falls due on this day, seen today. */
export function light(due: PlainDate, today: PlainDate, calendar: Calendar): Light {
  if (today > due) return 'red';
  const left = workedAfter(today, due, calendar, LIGHT_LIMITS.blue + 1);
  if (left <= LIGHT_LIMITS.amber) return 'amber';
  return left <= LIGHT_LIMITS.blue ? 'blue' : 'green';
}

// A list of lights only needs to know that more than `enough` days are left, not how many.
function workedAfter(from: PlainDate, to: PlainDate, calendar: Calendar, enough: number): number {
  let worked = 0;
  for (let day = from; day < to && worked < enough;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) worked += 1;
  }
  return worked;
}
