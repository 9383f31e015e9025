import { checkLength, countOf } from './count.ts';
import { isWorkingDay, openNotices, whyOf, type Calendar, type DayReason } from './calendar.ts';
import { addHours, dayOf, hasTime, type LocalTime } from './local-time.ts';
import { idleDays, pauseOn, type Pause } from './pause.ts';
import { addDays, between, yearOf, type PlainDate } from './plain-date.ts';
import { LONGEST_SPAN, termName, type Roll, type Term } from './term.ts';

/** Why a day of the arithmetic counts or does not: what the calendar says of it, or that the term stood still. */
export type CountReason = DayReason | { readonly kind: 'paused'; readonly reason: string };

/** One day of the arithmetic. `counted` is its ordinal in the term, null for day zero, skipped and rolled-over days. */
export type CountedDay = { readonly date: PlainDate; readonly counted: number | null; readonly why: CountReason };

/** A due date with everything needed to check it by hand. */
export type Due = {
  /** The last day on which the duty is done in time. */
  readonly due: PlainDate;
  /** For a term in hours the moment it ends, which lies on `due`; null for every other term. */
  readonly dueAt: LocalTime | null;
  /** True when a notice not yet published may still move the date (暂定). */
  readonly provisional: boolean;
  /** The years whose notices are missing; in them only weekends were taken as days off. */
  readonly awaiting: readonly number[];
  readonly start: PlainDate | LocalTime;
  readonly term: Term;
  /** The last day of the term before it was rolled off a day off; null when nothing was rolled. */
  readonly rolledFrom: PlainDate | null;
  /**
   * Working and natural days: every day from the start. Months: the start and the last day of each month of the term.
   * Fixed days: the start and the day. In all of them the days rolled over come in their places. Ascending.
   */
  readonly days: readonly CountedDay[];
  /** `Calendar.id` of the calendar it was computed by. */
  readonly calendar: string;
};

/**
 * When a term that starts on this day (for hours: at this moment) ends, by this calendar.
 * Days on which it stood still (`pauses`) are not counted, and no term falls due on one of them.
 * A pure function of its arguments; provisional when a day the calendar was asked about awaits a notice.
 * Throws RangeError naming the term: a length that is no whole number from 1, a span over ten years,
 * a malformed month and day, hours from a start without its time.
 */
export function dueOf(
  start: PlainDate | LocalTime,
  term: Term,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): Due {
  if (term.count === 'hours') return hoursDue(start, term, calendar, pauses);
  const { last, days } = countOf(dayOf(start), term, calendar, pauses);
  const due = rolled(last, term, dayOf(start), calendar, pauses);
  const shown = new Map([...between(last, due).map((day) => [day, null] as const), ...days]);
  const awaiting = awaited(start, term, last, due, calendar);
  return {
    due,
    dueAt: null,
    provisional: awaiting.length > 0,
    awaiting,
    start,
    term,
    rolledFrom: due === last ? null : last,
    days: [...shown]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, counted]) => ({ date, counted, why: reasonOf(date, calendar, pauses) })),
    calendar: calendar.id,
  };
}

function reasonOf(day: PlainDate, calendar: Calendar, pauses: readonly Pause[]): CountReason {
  const pause = pauseOn(day, pauses);
  return pause ? { kind: 'paused', reason: pause.reason } : whyOf(day, calendar);
}

/**
 * The years of this result that lie before the first one with a notice. Their notices came out long ago and are not kept
 * here, so that no later one will settle the date: a door says so instead of calling it provisional.
 */
export function yearsNotKept({ days }: Due, calendar: Calendar): readonly number[] {
  const first = Math.min(...calendar.published);
  return [...new Set(days.map((day) => yearOf(day.date)))].filter((year) => year < first);
}

// The first and the last day that the calendar is asked about: every day for working days, otherwise only the days at the
// end when the term rolls, and none at all for hours.
function spanAsked(
  start: PlainDate,
  term: Term,
  last: PlainDate,
  due: PlainDate,
): readonly [PlainDate, PlainDate] | null {
  if (term.count === 'hours') return null;
  if (term.count === 'working') return [start < due ? start : due, last > due ? last : due];
  if (term.roll === 'none') return null;
  return last < due ? [last, due] : [due, last];
}

function awaited(start: PlainDate | LocalTime, term: Term, last: PlainDate, due: PlainDate, calendar: Calendar) {
  const span = spanAsked(dayOf(start), term, last, due);
  if (!span) return [];
  return [...new Set(between(span[0], span[1]).flatMap((day) => openNotices(day, calendar)))];
}

function hoursDue(
  start: PlainDate | LocalTime,
  term: Extract<Term, { count: 'hours' }>,
  calendar: Calendar,
  pauses: readonly Pause[],
): Due {
  checkLength(term.hours, LONGEST_SPAN * 24, term);
  if (!hasTime(start))
    throw new RangeError(`${termName(term)}: a term in hours starts at a time of day, not on ${start}`);
  const { dueAt, idle } = hoursEnd(start, term.hours, pauses);
  const dates = [...new Set([dayOf(start), ...idle, dayOf(dueAt)])];
  const days = dates.map((date) => ({ date, counted: null, why: reasonOf(date, calendar, pauses) }));
  const common = { provisional: false, awaiting: [], start, term, rolledFrom: null, calendar: calendar.id };
  return { ...common, due: dayOf(dueAt), dueAt, days };
}

/** A day on which hours stand still is left out whole, the day of the event as well: a pause is known by its days. */
function hoursEnd(start: LocalTime, hours: number, pauses: readonly Pause[]) {
  let idle: readonly PlainDate[] = [];
  for (;;) {
    const dueAt = addHours(start, hours + 24 * idle.length);
    const still = idleDays(dayOf(start), dayOf(dueAt), pauses);
    if (still.length === idle.length) return { dueAt, idle };
    idle = still;
  }
}

function rolled(
  last: PlainDate,
  term: { readonly roll: Roll },
  start: PlainDate,
  calendar: Calendar,
  pauses: readonly Pause[],
): PlainDate {
  if (term.roll === 'none') return last;
  const step = term.roll === 'forward' ? 1 : -1;
  let day = last;
  while (!isWorkingDay(day, calendar) || pauseOn(day, pauses)) {
    // back over a pause it would have been due before anybody could go on
    if (step === -1 && pauseOn(day, pauses)) return last;
    if (step === -1 && day <= start) return last < start ? last : start; // a duty never falls due before it began
    day = addDays(day, step);
  }
  return day;
}
