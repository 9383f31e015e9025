import { daysBetween, localTime, plainDate, type LocalTime, type PlainDate } from '@bihuan/core/time';
import { ClockWrong } from './machine-clock.ts';

/** ISO order, whatever the machine's own language. */
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The day at the office: China keeps one time, wherever the machine believes it is. */
export function officeDay(instant: Date = new Date()): PlainDate {
  return dayOf(instant);
}

const HOUR_MS = 3_600_000;

/** Asked many times an act and slow to say: both change with a whole hour, or minute, of the world's time. */
const dayOf = lastSaid(HOUR_MS, (instant) => plainDate(DAY.format(instant)));

/** What is said of an instant, said again of every other in the same stretch, in ms of the world's time. */
function lastSaid<T>(stretch: number, say: (instant: Date) => T): (instant: Date) => T {
  let last: { readonly at: number; readonly said: T } | null = null;
  return (instant) => {
    const at = Math.floor(instant.getTime() / stretch);
    if (last?.at !== at) last = { at, said: say(instant) };
    return last.said;
  };
}

/** Where day and instant come from: the two always agree. */
export type Clock = { readonly today: () => PlainDate; readonly now: () => string };

/**
 * The office's clock; in a demonstration that was begun on another day it goes on from there, as fast as the real one.
 * `real`: the machine's own clock, which may throw while it is wrong; `believed`: what is believed of it then, for the day alone.
 */
export function officeClock(
  begun: PlainDate | null,
  real: () => Date = () => new Date(),
  believed: () => Date = real,
): Clock {
  const ahead = begun === null ? 0 : daysBetween(officeDay(believed()), begun);
  const shifted = (instant: Date): Date => new Date(instant.getTime() + ahead * DAY_MS);
  return { today: () => officeDay(shifted(believed())), now: () => shifted(real()).toISOString() };
}

const DAY_MS = 86_400_000; // China keeps no summer time: every day is this long

/** Hours and minutes on the same wall clock. */
const MINUTE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', timeStyle: 'short' });
const minuteOf = lastSaid(60_000, (instant) => MINUTE.format(instant));

/** When something is done at the office: its day, and the minute on it. Demonstrations and tests set the day apart from the clock. */
export function officeMoment({ today, now }: { readonly today: () => PlainDate; readonly now: () => string }): {
  readonly on: PlainDate;
  readonly instant: LocalTime;
} {
  // the day is asked first: what is done in the minute of midnight is dated early rather than late
  const on = today();
  return { on, instant: localTime(`${on}T${minuteOf(new Date(believedNow(now)))}`) };
}

/** Lists know which limits have ended with their minute while nothing may be recorded, too: by the time as it should be. */
function believedNow(now: () => string): string {
  try {
    return now();
  } catch (error) {
    if (error instanceof ClockWrong) return error.expected;
    throw error;
  }
}
