import {
  addDays,
  dayOfMonth,
  daysBetween,
  dueOf,
  weekday,
  yearOf,
  type Calendar,
  type PlainDate,
} from '../time/index.ts';

/** A stretch of days with the name that it has in its duty: `2030-03`, `2030-W12`, `2030-05-06`. Both days are in it. */
export type Span = { readonly id: string; readonly first: PlainDate; readonly last: PlainDate };

/** The span of the calendar in which a day lies. Spans of one sort follow each other without a gap. */
export function spanAround(every: 'month' | 'half-month' | 'quarter' | 'week', day: PlainDate): Span {
  const [year, month] = [yearOf(day), Number(day.slice(5, 7))];
  switch (every) {
    case 'month':
      return { id: day.slice(0, 7), first: dayOfMonth(year, month, 1), last: dayOfMonth(year, month, 31) };
    case 'half-month':
      return halfMonth(year, month, day);
    case 'quarter': {
      const quarter = Math.ceil(month / 3);
      const [first, last] = [dayOfMonth(year, quarter * 3 - 2, 1), dayOfMonth(year, quarter * 3, 31)];
      return { id: `${day.slice(0, 4)}-Q${quarter}`, first, last };
    }
    case 'week':
      return week(day);
  }
}

function halfMonth(year: number, month: number, day: PlainDate): Span {
  const id = day.slice(0, 7);
  return Number(day.slice(8)) <= 15
    ? { id: `${id}a`, first: dayOfMonth(year, month, 1), last: dayOfMonth(year, month, 15) }
    : { id: `${id}b`, first: dayOfMonth(year, month, 16), last: dayOfMonth(year, month, 31) };
}

/** Monday to Sunday; the week belongs to the year in which its Thursday lies (GB/T 7408, ISO 8601). */
function week(day: PlainDate): Span {
  const first = addDays(day, 1 - weekday(day));
  const year = yearOf(addDays(first, 3));
  const number = Math.floor(daysBetween(dayOfMonth(year, 1, 1), addDays(first, 3)) / 7) + 1;
  const id = `${String(year).padStart(4, '0')}-W${String(number).padStart(2, '0')}`;
  return { id, first, last: addDays(first, 6) };
}

/** A yearly day of a duty, `--05-06`, and whether it is itself still in time. */
type YearlyDay = { readonly monthDay: string; readonly inclusive: boolean };

/**
 * The span that ends with the first of these yearly days not before `day`. It begins on the day after the one before has
 * ended, so that whatever is found on a day belongs to one period and to no other.
 */
export function yearlySpan(
  days: readonly string[],
  inclusive: boolean,
  day: PlainDate,
  calendar: Calendar,
): Span & { readonly monthDay: string } {
  const yearly = days.map((monthDay) => ({ monthDay, inclusive }));
  const [next] = yearly
    .map((each) => ({ ...each, last: yearlyEnd(day, each, calendar) }))
    .toSorted((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0));
  if (!next) throw new RangeError('a yearly duty without a day');
  const { last, monthDay } = next;
  const first = addDays(endBefore(yearly, last, calendar), 1);
  // the plan names 6 May; where that day itself is too late, the span ends on the 5th and is still called by the 6th
  const year = yearOf(inclusive ? last : addDays(last, 1));
  return { id: `${String(year).padStart(4, '0')}${monthDay.slice(1)}`, first, last, monthDay };
}

function yearlyEnd(from: PlainDate, { monthDay, inclusive }: YearlyDay, calendar: Calendar): PlainDate {
  return dueOf(from, { count: 'yearly', monthDay, inclusive, roll: 'none' }, calendar).due;
}

/** The last yearly day before the one on which a span ends. */
function endBefore(yearly: readonly YearlyDay[], last: PlainDate, calendar: Calendar): PlainDate {
  let latest = addDays(last, -366);
  for (const each of yearly) {
    let end = yearlyEnd(latest, each, calendar);
    while (end < last) {
      latest = end > latest ? end : latest;
      end = yearlyEnd(addDays(end, 1), each, calendar);
    }
  }
  return latest;
}
