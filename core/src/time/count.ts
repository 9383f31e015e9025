import { isWorkingDay, type Calendar } from './calendar.ts';
import { idleDays, pauseOn, withoutPauses, type Pause } from './pause.ts';
import { addDays, addMonths, dayOfMonth, yearOf, type PlainDate } from './plain-date.ts';
import { isMonthDay, LONGEST_SPAN, termName, type Term } from './term.ts';

/** Days of a count before any rolling: date and ordinal, ascending; the term's last day comes with them. */
export type Count = { readonly last: PlainDate; readonly days: readonly (readonly [PlainDate, number | null])[] };

/** Counts every kind of term that ends on a day. Throws RangeError naming the term, as `dueOf` says. */
export function countOf(
  start: PlainDate,
  term: Exclude<Term, { count: 'hours' }>,
  calendar: Calendar,
  pauses: readonly Pause[],
): Count {
  switch (term.count) {
    case 'working':
    case 'natural':
      return countDays(start, term, calendar, pauses);
    case 'months':
      return countMonths(start, term, pauses);
    case 'yearly':
      return landing(start, yearlyDay(start, term), pauses);
    case 'fixed':
      return landing(start, term.inclusive === false ? addDays(term.date, -1) : term.date, pauses);
  }
}

function countDays(
  start: PlainDate,
  term: Extract<Term, { days: number }>,
  calendar: Calendar,
  pauses: readonly Pause[],
): Count {
  checkLength(term.days, LONGEST_SPAN, term);
  const days: [PlainDate, number | null][] = [];
  let counted = 0;
  let idle = 0;
  for (let offset = 0; counted < term.days; offset += 1) {
    if (offset - idle > LONGEST_SPAN)
      throw new RangeError(`${termName(term)} from ${start}: longer than ${LONGEST_SPAN} days`);
    const day = addDays(start, offset);
    const stands = pauseOn(day, pauses) !== null;
    if (stands) idle += 1;
    const runs = !stands && (offset > 0 || term.startCounted); // the day of the event itself is day zero
    const counts = runs && (term.count === 'natural' || isWorkingDay(day, calendar));
    if (counts) counted += 1;
    days.push([day, counts ? counted : null]);
  }
  return { last: addDays(start, days.length - 1), days };
}

function countMonths(start: PlainDate, term: Extract<Term, { count: 'months' }>, pauses: readonly Pause[]): Count {
  checkLength(term.months, 120, term);
  const ends = Array.from({ length: term.months }, (_, index) =>
    withoutPauses(start, monthsEnd(start, index + 1, term), term.startCounted, pauses),
  );
  const last = ends.at(-1) ?? start;
  return {
    last,
    days: [[start, null], ...stoodStill(start, last, pauses), ...ends.map((day, index) => [day, index + 1] as const)],
  };
}

/** Days of a count that names only its marks: those on which it stood still are shown as well. */
const stoodStill = (
  start: PlainDate,
  last: PlainDate,
  pauses: readonly Pause[],
): readonly (readonly [PlainDate, null])[] => idleDays(start, last, pauses).map((day) => [day, null] as const);

// 民法典 202: the day that corresponds to the start, or the month's last day where it has none. With the start
// counted, a month is full the day before the corresponding one: 1 to 31 January, 31 January to 28 February.
function monthsEnd(start: PlainDate, months: number, { startCounted }: { readonly startCounted: boolean }): PlainDate {
  const end = addMonths(start, months);
  return startCounted && end.slice(8) === start.slice(8) ? addDays(end, -1) : end;
}

function landing(start: PlainDate, named: PlainDate, pauses: readonly Pause[]): Count {
  const last = withoutPauses(start, named, false, pauses);
  const before: readonly (readonly [PlainDate, null])[] = start < last ? [[start, null]] : [];
  return { last, days: [...before, ...stoodStill(start, last, pauses), [last, 1]] };
}

/** The yearly day that a term from this start ends on. */
export function yearlyDay(start: PlainDate, term: Extract<Term, { count: 'yearly' }>): PlainDate {
  if (!isMonthDay(term.monthDay)) throw new RangeError(`${termName(term)}: a yearly day is written --MM-DD`);
  const [month, date] = [Number(term.monthDay.slice(2, 4)), Number(term.monthDay.slice(5))];
  const inYear = (year: number) => {
    const day = dayOfMonth(year, month, date);
    // where there is no 29 February, the 28th is before it
    return term.inclusive || Number(day.slice(8)) < date ? day : addDays(day, -1);
  };
  const thisYear = inYear(yearOf(start));
  return thisYear < start ? inYear(yearOf(start) + 1) : thisYear;
}

/** Throws RangeError naming the term unless `length` is a whole number from 1 to `most`. */
export function checkLength(length: number, most: number, term: Term): void {
  if (!Number.isInteger(length) || length < 1)
    throw new RangeError(`${termName(term)}: a term is a whole number from 1`);
  if (length > most) throw new RangeError(`${termName(term)}: longer than ${LONGEST_SPAN} days`);
}
