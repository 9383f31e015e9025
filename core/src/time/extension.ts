import { dayOf, type LocalTime } from './local-time.ts';
import { yearlyDay } from './count.ts';
import { addDays, type PlainDate } from './plain-date.ts';
import type { Term } from './term.ts';

/** Units in which a term is lengthened: its own, or natural days where it ends on a day that is named. */
export type ExtensionUnit = 'working' | 'natural' | 'months' | 'hours';

/** The unit in which a term of this kind is lengthened. */
export const extensionUnit = ({ count }: Term): ExtensionUnit =>
  count === 'yearly' || count === 'fixed' ? 'natural' : count;

/**
 * This term with so many more of its units, from the same start: ten working days lengthened by five are fifteen, and end
 * where fifteen end by any calendar, also by a later one. A day that is named lies so many natural days later.
 */
export function lengthened(term: Term, units: number, start: PlainDate | LocalTime): Term {
  if (units === 0) return term;
  switch (term.count) {
    case 'working':
    case 'natural':
      return { ...term, days: term.days + units };
    case 'months':
      return { ...term, months: term.months + units };
    case 'hours':
      return { ...term, hours: term.hours + units };
    case 'fixed':
      return { ...term, date: addDays(term.date, units) };
    case 'yearly':
      return { count: 'fixed', date: addDays(yearlyDay(dayOf(start), term), units), roll: term.roll };
  }
}
