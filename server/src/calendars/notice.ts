import {
  between,
  daysBetween,
  NATION,
  parsePlainDate,
  weekday,
  yearOf,
  type CalendarYear,
  type Notice,
  type PlainDate,
} from '@bihuan/core/time';
import type { CalendarFault } from './fault.ts';
import { shapeOf, type NoticeFile, type YearFile } from './shape.ts';
import { sourceOf, type Path, type Source } from './source.ts';

/** What a calendar file says, or every fault found in it. `year` is null exactly when there are faults. */
export type ParsedNotice = { readonly year: CalendarYear | null; readonly faults: readonly CalendarFault[] };

/**
 * Reads one year's notices of one jurisdiction from YAML text (policies/calendars/calendar.schema.json).
 * `file` is what faults are to call it. `before`: the years in force; a notice of mid-year, entered alone, may have a day
 * worked again that one of them freed. Never throws for what the text says.
 */
export function parseNotice(text: string, file = 'notice.yaml', before: readonly CalendarYear[] = []): ParsedNotice {
  const freed = daysOffOf(before);
  return parse(text, file, (day) => freed.has(day));
}

/** A notice that was read without a fault when it was put in; the notices before it may have been corrected since. */
export function storedNotice(text: string, name: string): CalendarYear {
  const { year } = parse(text, name, () => true);
  if (!year) throw new Error(`${name} cannot be read any more`);
  return year;
}

function daysOffOf(years: readonly CalendarYear[]): ReadonlySet<PlainDate> {
  const notices = years.filter((each) => each.jurisdiction === NATION).flatMap((each) => each.notices);
  return new Set(notices.flatMap((notice) => notice.occasions.flatMap((occasion) => occasion.off)));
}

function parse(text: string, file: string, freed: Reading['freed']): ParsedNotice {
  const source = sourceOf(text, file);
  if (source.broken.length > 0) return { year: null, faults: source.broken };
  const shape = shapeOf(source);
  if ('faults' in shape) return { year: null, faults: shape.faults };
  const reading: Reading = { source, file: shape.file, faults: [], freed, offSoFar: new Set() };
  const notices = shape.file.notices.flatMap((notice, index) => readNotice(notice, ['notices', index], reading));
  const { jurisdiction, year } = shape.file;
  return reading.faults.length > 0
    ? { year: null, faults: reading.faults }
    : { year: { jurisdiction, year, notices }, faults: [] };
}

type Reading = {
  readonly source: Source;
  readonly file: YearFile;
  readonly faults: CalendarFault[];
  /** Whether a notice in force before this file made the day a day off. */
  readonly freed: (day: PlainDate) => boolean;
  /** Days that an earlier notice of this file made days off: a later one may take them back. */
  readonly offSoFar: Set<PlainDate>;
};

// No holiday of the nation has ever been longer than ten days; a longer range is a slip in its month or year.
const LONGEST_RANGE = 15;

function readNotice(notice: NoticeFile, at: Path, reading: Reading): readonly Notice[] {
  const issued = readDay(notice.issued, [...at, 'issued'], reading);
  const { year } = reading.file;
  if (issued && ![year - 1, year].includes(yearOf(issued))) {
    complain(
      reading,
      [...at, 'issued'],
      `${year}年的通知应在前一年或当年印发`,
      `a notice for ${year} is issued that year or the year before`,
    );
  }
  const seen = new Set<PlainDate>();
  const occasions = notice.occasions.map(({ name, off = [], working = [] }, index) => ({
    name,
    off: readDays(off, [...at, 'occasions', index, 'off'], 'off', seen, reading),
    working: readDays(working, [...at, 'occasions', index, 'working'], 'working', seen, reading),
  }));
  for (const day of occasions.flatMap((occasion) => occasion.off)) reading.offSoFar.add(day);
  const { title, number, source } = notice;
  return issued ? [{ title, number, issued, source, occasions }] : [];
}

type Kind = 'off' | 'working';

function readDays(
  texts: readonly string[],
  at: Path,
  kind: Kind,
  seen: Set<PlainDate>,
  reading: Reading,
): readonly PlainDate[] {
  return texts.flatMap((text, index) => {
    const place = [...at, index];
    const days = readRange(text, place, reading);
    for (const day of days) checkDay(day, place, kind, seen, reading);
    return days;
  });
}

function readRange(text: string, at: Path, reading: Reading): readonly PlainDate[] {
  const [from, to] = text.split('..').map((end) => readDay(end, at, reading));
  if (!from || to === null) return [];
  if (to === undefined) return [from];
  const length = daysBetween(from, to) + 1;
  if (length < 2 || length > LONGEST_RANGE) {
    complain(reading, at, `起止有误：须为2至${LONGEST_RANGE}天`, `a range covers 2 to ${LONGEST_RANGE} days`);
    return [];
  }
  return between(from, to);
}

function readDay(text: string, at: Path, reading: Reading): PlainDate | null {
  const day = parsePlainDate(text);
  if (day === null) complain(reading, at, `没有这一天：${text}`, `there is no such day: ${text}`);
  return day;
}

function checkDay(day: PlainDate, at: Path, kind: Kind, seen: Set<PlainDate>, reading: Reading): void {
  const { year, jurisdiction } = reading.file;
  if (yearOf(day) !== year && day.slice(0, 7) !== `${year - 1}-12`) {
    complain(reading, at, `${day}不属于${year}年（可含上年12月）`, `${day} is not in ${year} or the December before`);
  }
  if (seen.has(day)) complain(reading, at, `同一通知中${day}重复`, `${day} stands twice in one notice`);
  seen.add(day);
  const workedAnyway = weekday(day) <= 5 && !reading.offSoFar.has(day) && !reading.freed(day);
  if (kind === 'working' && jurisdiction === NATION && workedAnyway) {
    complain(
      reading,
      at,
      `${day}本为工作日，不是调休上班`,
      `${day} is an ordinary working day, not one worked in return`,
    );
  }
}

function complain(reading: Reading, at: Path, zh: string, en: string): void {
  reading.faults.push(reading.source.faultAt(at, zh, en));
}
