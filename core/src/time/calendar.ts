import { weekday, yearOf, type PlainDate } from './plain-date.ts';

/** The jurisdiction whose notices make a year published. Every other one only adds to it. */
export const NATION = 'cn';

/** A name in both languages, so that arithmetic stored with a clock can be read in either. */
export type Name = { readonly zh: string; readonly en: string };

/** Which paper made a day what it is. `number` is null where the paper's number is not known. */
export type NoticeRef = { readonly jurisdiction: string; readonly number: string | null; readonly title: string };

/** Days that one notice declares, under one name: `off` are rest days, `working` the weekends worked in return (调休). */
export type Occasion = {
  readonly name: Name;
  readonly off: readonly PlainDate[];
  readonly working: readonly PlainDate[];
};

/** One published paper. A later one (by `issued`) of the same jurisdiction overrides an earlier one day by day. */
export type Notice = {
  readonly title: string;
  readonly number: string | null;
  readonly issued: PlainDate;
  /** Where the text was seen, or why its number is missing. */
  readonly source: string;
  readonly occasions: readonly Occasion[];
};

/** The notices of one jurisdiction for one year; their days may lie in the last days of the year before. */
export type CalendarYear = {
  readonly jurisdiction: string;
  readonly year: number;
  readonly notices: readonly Notice[];
};

/** A day that a notice took out of the ordinary week. */
export type ExceptionalDay = {
  readonly date: PlainDate;
  readonly kind: 'day-off' | 'working';
  readonly name: Name;
  readonly notice: NoticeRef;
};

/** Which days the office works, by which papers. Never changed in place: an amendment is another calendar. */
export type Calendar = {
  /** Its jurisdictions and notices in one line, so that a clock can say what it was computed by. */
  readonly id: string;
  readonly jurisdictions: readonly string[];
  readonly exceptions: ReadonlyMap<PlainDate, ExceptionalDay>;
  /** The years for which the nation's notice is in. In any other year only weekends are known. */
  readonly published: ReadonlySet<number>;
};

/** Why a day is worked or not. `assumed` marks a day on which a notice not yet published may still decide. */
export type DayReason =
  | { readonly kind: 'working' | 'weekend'; readonly assumed?: true }
  | {
      readonly kind: 'holiday' | 'make-up' | 'local-day-off' | 'local-working';
      readonly name: Name;
      readonly notice: NoticeRef;
      readonly assumed?: true;
    };

/**
 * One calendar of all years given. The nation's notices come first, then each further jurisdiction in the
 * order in which it first appears: what a later layer says of a day stands.
 */
export function calendarOf(years: readonly CalendarYear[]): Calendar {
  const jurisdictions = [...new Set([NATION, ...years.map((year) => year.jurisdiction)])];
  const layers = jurisdictions.map((jurisdiction) => ({ jurisdiction, notices: noticesOf(jurisdiction, years) }));
  const days = layers.flatMap((layer) => layer.notices.flatMap((notice) => daysOf(layer.jurisdiction, notice)));
  const national = years.filter((year) => year.jurisdiction === NATION && year.notices.length > 0);
  return {
    id: layers.map((layer) => `${layer.jurisdiction}: ${layer.notices.map(keyOf).join(', ')}`).join('; '),
    jurisdictions,
    exceptions: new Map(days.map((day) => [day.date, day])),
    published: new Set(national.map((year) => year.year)),
  };
}

/** Whether the office works on this day. In an unpublished year every Monday to Friday is taken as worked. */
export function isWorkingDay(day: PlainDate, calendar: Calendar): boolean {
  const exception = calendar.exceptions.get(day);
  return exception ? exception.kind === 'working' : weekday(day) <= 5;
}

/** Why this day is worked or not, as data; `whyText` puts it into words. */
export function whyOf(day: PlainDate, calendar: Calendar): DayReason {
  const assumed = openNotices(day, calendar).length > 0 ? ({ assumed: true } as const) : {};
  const exception = calendar.exceptions.get(day);
  if (!exception) return { kind: weekday(day) <= 5 ? 'working' : 'weekend', ...assumed };
  const { name, notice, kind } = exception;
  return { kind: reasonKind(kind, notice.jurisdiction), name, notice, ...assumed };
}

/**
 * The years whose missing notice may still decide on this day: its own, and for the last days of December
 * the next one, which arranges the New Year's rest (2018-12-29 was worked by the notice for 2019).
 * A make-up Sunday before a New Year's Day on Thursday is the earliest day such a notice can reach: 28 December.
 */
export function openNotices(day: PlainDate, calendar: Calendar): readonly number[] {
  const year = yearOf(day);
  const bearing = day.slice(5) >= '12-28' ? [year, year + 1] : [year];
  return bearing.filter((each) => !calendar.published.has(each));
}

function reasonKind(kind: ExceptionalDay['kind'], jurisdiction: string) {
  if (jurisdiction === NATION) return kind === 'day-off' ? 'holiday' : 'make-up';
  return kind === 'day-off' ? 'local-day-off' : 'local-working';
}

function noticesOf(jurisdiction: string, years: readonly CalendarYear[]): readonly Notice[] {
  const notices = years.filter((year) => year.jurisdiction === jurisdiction).flatMap((year) => year.notices);
  return notices.toSorted((a, b) => (a.issued < b.issued ? -1 : a.issued > b.issued ? 1 : 0));
}

function daysOf(jurisdiction: string, notice: Notice): readonly ExceptionalDay[] {
  const ref: NoticeRef = { jurisdiction, number: notice.number, title: notice.title };
  return notice.occasions.flatMap(({ name, off, working }) => [
    ...off.map((date) => ({ date, kind: 'day-off', name, notice: ref }) as const),
    ...working.map((date) => ({ date, kind: 'working', name, notice: ref }) as const),
  ]);
}

function keyOf(notice: Notice): string {
  return notice.number ?? `${notice.title} (${notice.issued})`;
}
