import { localTime, plainDate, type LocalTime, type PlainDate } from '@bihuan/core/time';

/** ISO order, whatever the machine's own language. */
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The day at the office: China keeps one time, wherever the machine believes it is. */
export function officeDay(instant: Date = new Date()): PlainDate {
  return plainDate(DAY.format(instant));
}

/** Hours and minutes on the same wall clock. */
const MINUTE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', timeStyle: 'short' });

/** When something is done at the office: its day, and the minute on it. Demonstrations and tests set the day apart from the clock. */
export function officeMoment({ today, now }: { readonly today: () => PlainDate; readonly now: () => string }): {
  readonly on: PlainDate;
  readonly instant: LocalTime;
} {
  // the day is asked first: what is done in the minute of midnight is dated early rather than late
  const on = today();
  return { on, instant: localTime(`${on}T${MINUTE.format(new Date(now()))}`) };
}
