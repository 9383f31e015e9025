import { addDays, parsePlainDate, type PlainDate } from './plain-date.ts';

/**
 * A moment on the office's wall clock, `YYYY-MM-DDTHH:mm`, Asia/Shanghai. China has kept one offset
 * and no summer time since 1992, so wall-clock hours are hours. Terms in hours start and end with one.
 */
export type LocalTime = string & { readonly __brand: 'LocalTime' };

const SHAPE = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;

/** The moment a text names, or null when it names none. */
export function parseLocalTime(text: string): LocalTime | null {
  const found = SHAPE.exec(text);
  if (!found || parsePlainDate(found[1] ?? '') === null) return null;
  return text as LocalTime; // checked just above
}

/** The moment a text names. Throws RangeError otherwise: only for text that the program itself wrote. */
export function localTime(text: string): LocalTime {
  const time = parseLocalTime(text);
  if (time === null) throw new RangeError(`not a local time (YYYY-MM-DDTHH:mm): ${text}`);
  return time;
}

/** The day a start falls on, whether it was given with its time or without. */
export function dayOf(start: PlainDate | LocalTime): PlainDate {
  return start.slice(0, 10) as PlainDate; // both brands begin with a checked day
}

/** Whether a start was given with its time. */
export function hasTime(start: PlainDate | LocalTime): start is LocalTime {
  return start.length > 10;
}

/** The moment `hours` whole hours later. */
export function addHours(time: LocalTime, hours: number): LocalTime {
  const total = Number(time.slice(11, 13)) + hours;
  const hour = ((total % 24) + 24) % 24;
  return localTime(`${addDays(dayOf(time), Math.floor(total / 24))}T${String(hour).padStart(2, '0')}${time.slice(13)}`);
}
