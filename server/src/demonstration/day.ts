import { addDays, isWorkingDay, type PlainDate } from '@bihuan/core/time';
import type { Services } from '../services.ts';

/** How many instants of a day were given out already, by the database they went into: whoever comes later on that day comes after. */
const given = new WeakMap<object, Map<PlainDate, number>>();
const APART_MS = 6_000;
const OPENS = '01:00:00.000Z'; // nine o'clock at the office

/** The same services on another day: the demonstration lives through its past before it opens. */
export function onDay(services: Services, day: PlainDate): Services {
  const days = given.get(services.db) ?? new Map<PlainDate, number>();
  given.set(services.db, days);
  return {
    ...services,
    today: () => day,
    // office hours of that day, some seconds apart, so that the record keeps its order
    now: () => {
      const nth = days.get(day) ?? 0;
      days.set(day, nth + 1);
      const at = new Date(Date.parse(`${day}T${OPENS}`) + nth * APART_MS).toISOString();
      const present = services.now();
      return at < present ? at : present; // today's hours may still be to come, and what is done next would seem to be before them
    },
  };
}

/** The working day that many working days after this one, but never after today. */
export function workdayAfter(services: Services, from: PlainDate, working: number): PlainDate {
  const today = services.today();
  const { calendar } = services.law();
  let day = from;
  for (let left = working; left > 0 && day < today;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}
