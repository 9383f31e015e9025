import { weekday, yearOf, type PlainDate } from './plain-date.ts';

/** The jurisdiction whose notices make a year published. Every other one only adds to it. */
export const NATION = 'cn';

/** A name in both languages, so that arithmetic stored with a clock can be read in either. */
export type Name = { readonly zh: string; readonly en: string };

/** Which paper made a day what it is. `number` is null where the paper's number is not known. */
export type NoticeRef = {
  readonly jurisdiction: string;
  readonly number: string | null;
  readonly title: string;
  /** Of a law that frees the day whatever notice comes: the year in which it was issued; absent of a notice. */
  readonly statute?: number;
};

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

/**
 * Days off by law itself (全国年节及纪念日放假办法), from a year on, whatever notice has come: `MM-DD` each year, or a day of one
 * year where the lunar calendar moves it.
 */
export type Statute = {
  readonly title: string;
  readonly number: string | null;
  readonly issued: PlainDate;
  readonly from: number;
  readonly days: readonly { readonly name: Name; readonly on: readonly string[] }[];
};

/** The notices of one jurisdiction for one year; their days may lie in the last days of the year before. */
export type CalendarYear = {
  readonly jurisdiction: string;
  /** 0: what stands for every year. */
  readonly year: number;
  readonly notices: readonly Notice[];
  readonly statute?: Statute;
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
  /** Its jurisdictions, the laws that free days and the notices in one line, so that a clock can say what it was computed by. */
  readonly id: string;
  readonly jurisdictions: readonly string[];
  readonly exceptions: ReadonlyMap<PlainDate, ExceptionalDay>;
  /** The years for which the nation's notice is in. In any other year only weekends and what the law itself frees are known. */
  readonly published: ReadonlySet<number>;
  /** Days off by law itself, by `MM-DD` or day: they hold in years without a notice. */
  readonly statutory: ReadonlyMap<string, Statutory>;
};

/** A day off by law, and the year from which on. */
type Statutory = { readonly from: number; readonly name: Name; readonly notice: NoticeRef };

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
  const layers = jurisdictions.map((jurisdiction) => {
    const notices = noticesOf(jurisdiction, years);
    return { jurisdiction, notices, papers: [...statutesOf(jurisdiction, years), ...notices].map(keyOf) };
  });
  const days = layers.flatMap((layer) => layer.notices.flatMap((notice) => daysOf(layer.jurisdiction, notice)));
  const national = years.filter((year) => year.jurisdiction === NATION && year.notices.length > 0);
  return {
    id: layers.map(({ jurisdiction, papers }) => `${jurisdiction}: ${papers.join(', ')}`).join('; '),
    jurisdictions,
    exceptions: new Map(days.map((day) => [day.date, day])),
    published: new Set(national.map((year) => year.year)),
    statutory: new Map(years.flatMap(statutoryDays)),
  };
}

function statutoryDays({ jurisdiction, statute }: CalendarYear): readonly (readonly [string, Statutory])[] {
  if (!statute) return [];
  const { title, number, issued, from, days } = statute;
  const notice: NoticeRef = { jurisdiction, number, title, statute: yearOf(issued) };
  return days.flatMap(({ name, on }) => on.map((day) => [day, { from, name, notice }] as const));
}

/** What takes this day out of the ordinary week: a notice, or, while its year has none, the law itself. */
function exceptionOn(day: PlainDate, calendar: Calendar): ExceptionalDay | null {
  const noted = calendar.exceptions.get(day);
  if (noted) return noted;
  const found = statutoryOn(day, calendar);
  return found && { date: day, kind: 'day-off', name: found.name, notice: found.notice };
}

/** The law that frees this day although its year has no notice yet. */
function statutoryOn(day: PlainDate, { published, statutory }: Calendar): Statutory | null {
  const year = yearOf(day);
  if (published.has(year)) return null;
  const found = statutory.get(day) ?? statutory.get(day.slice(5));
  return found && found.from <= year ? found : null;
}

/** Whether the office works on this day. In an unpublished year every Monday to Friday is taken as worked that the law itself does not free. */
export function isWorkingDay(day: PlainDate, calendar: Calendar): boolean {
  const exception = exceptionOn(day, calendar);
  return exception ? exception.kind === 'working' : weekday(day) <= 5;
}

/** Why this day is worked or not, as data; `whyText` puts it into words. */
export function whyOf(day: PlainDate, calendar: Calendar): DayReason {
  const assumed = openNotices(day, calendar).length > 0 ? ({ assumed: true } as const) : {};
  const exception = exceptionOn(day, calendar);
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
  if (statutoryOn(day, calendar)) return []; // no notice works a day that the law frees
  const year = yearOf(day);
  const bearing = day.slice(5) >= '12-28' ? [year, year + 1] : [year];
  return bearing.filter((each) => !calendar.published.has(each));
}

function reasonKind(kind: ExceptionalDay['kind'], jurisdiction: string) {
  if (jurisdiction === NATION) return kind === 'day-off' ? 'holiday' : 'make-up';
  return kind === 'day-off' ? 'local-day-off' : 'local-working';
}

const statutesOf = (jurisdiction: string, years: readonly CalendarYear[]): readonly Statute[] =>
  years.flatMap((year) => (year.jurisdiction === jurisdiction && year.statute ? [year.statute] : []));

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

function keyOf(notice: Pick<Notice, 'number' | 'title' | 'issued'>): string {
  return notice.number ?? `${notice.title} (${notice.issued})`;
}
