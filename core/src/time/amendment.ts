import { isWorkingDay, whyOf, type Calendar, type CalendarYear, type DayReason } from './calendar.ts';
import { askedSpan, dueOf, type Due } from './due.ts';
import type { LocalTime } from './local-time.ts';
import { between, daysBetween, type PlainDate } from './plain-date.ts';
import type { Term } from './term.ts';

/** A clock that still runs, with the due date on record. */
export type OpenClock = {
  readonly id: string;
  readonly start: PlainDate | LocalTime;
  readonly term: Term;
  readonly due: PlainDate;
  readonly closedOn: null;
};

/** A clock that was met or dropped. No amendment ever touches it. */
export type ClosedClock = Omit<OpenClock, 'closedOn'> & { readonly closedOn: PlainDate };

/** A day that is worked by one calendar and not by the other. */
export type ChangedDay = { readonly date: PlainDate; readonly before: DayReason; readonly after: DayReason };

/** What an amended calendar does to one open clock. `moved` is in natural days: positive later, negative earlier. */
export type Impact = {
  readonly clock: string;
  /** The due date on record. */
  readonly was: PlainDate;
  readonly due: PlainDate;
  readonly moved: number;
  readonly provisional: { readonly before: boolean; readonly after: boolean };
  /** The changed days that the clock's arithmetic asked about. */
  readonly causes: readonly ChangedDay[];
  /**
   * `by-hand`: the date on record is not what the old calendar gives, so somebody set it (an extension, say).
   * It stays as it is and is listed for a person to look at.
   */
  readonly outcome: 'moved' | 'same' | 'by-hand';
  /** The new arithmetic, for the record; null when the date was set by hand. */
  readonly next: Due | null;
};

/**
 * What putting `after` in the place of `before` does to every open clock, in the order given.
 * Closed clocks are never in it.
 */
export function impactOf(
  clocks: readonly (OpenClock | ClosedClock)[],
  before: Calendar,
  after: Calendar,
): readonly Impact[] {
  return clocks.filter((clock) => clock.closedOn === null).map((clock) => impactOn(clock, before, after));
}

/**
 * The years of a calendar with one more put in; the same jurisdiction's same year is replaced in its place.
 * `calendarOf` of the result is the amended calendar.
 */
export function amendedYears(years: readonly CalendarYear[], amended: CalendarYear): readonly CalendarYear[] {
  const same = (year: CalendarYear) => year.jurisdiction === amended.jurisdiction && year.year === amended.year;
  return years.some(same) ? years.map((year) => (same(year) ? amended : year)) : [...years, amended];
}

/** The days from the first to the last, both included, that one calendar works and the other does not. */
export function changedDays(before: Calendar, after: Calendar, from: PlainDate, to: PlainDate): readonly ChangedDay[] {
  return between(from, to)
    .filter((date) => isWorkingDay(date, before) !== isWorkingDay(date, after))
    .map((date) => ({ date, before: whyOf(date, before), after: whyOf(date, after) }));
}

function impactOn(clock: OpenClock, before: Calendar, after: Calendar): Impact {
  const old = dueOf(clock.start, clock.term, before);
  const next = dueOf(clock.start, clock.term, after);
  const common = { clock: clock.id, was: clock.due };
  if (old.due !== clock.due) {
    const provisional = { before: false, after: false };
    return { ...common, due: clock.due, moved: 0, provisional, causes: [], outcome: 'by-hand', next: null };
  }
  return {
    ...common,
    due: next.due,
    moved: daysBetween(clock.due, next.due),
    provisional: { before: old.provisional, after: next.provisional },
    causes: causesOf(old, next, before, after),
    outcome: next.due === clock.due ? 'same' : 'moved',
    next,
  };
}

function causesOf(old: Due, next: Due, before: Calendar, after: Calendar): readonly ChangedDay[] {
  const [a, b] = [askedSpan(old), askedSpan(next)];
  if (!a || !b) return [];
  return changedDays(before, after, a[0] < b[0] ? a[0] : b[0], a[1] > b[1] ? a[1] : b[1]);
}
