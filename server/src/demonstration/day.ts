import { addDays, isWorkingDay, type PlainDate } from '@bihuan/core/time';
import type { Services } from '../services.ts';

/** The same services on another day: the demonstration lives through its past before it opens. */
export function onDay(services: Services, day: PlainDate): Services {
  let minute = 0;
  return {
    ...services,
    today: () => day,
    // office hours of that day, one minute apart, so that the record keeps its order
    now: () => {
      const at = `${day}T0${1 + Math.floor((minute / 60) % 8)}:${String(minute++ % 60).padStart(2, '0')}:00.000Z`;
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
