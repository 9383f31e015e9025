import { plainDate, type PlainDate } from '@bihuan/core/time';

/** ISO order, whatever the machine's own language. */
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The day at the office: China keeps one time, wherever the machine believes it is. */
export function officeDay(instant: Date = new Date()): PlainDate {
  return plainDate(DAY.format(instant));
}
