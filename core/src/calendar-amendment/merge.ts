import type { CalendarYear, Notice } from '../time/index.ts';

/**
 * The years with one more paper put in. A notice that comes in the middle of a year is entered alone: the year's earlier
 * ones stay, and one entered again (the same number, or title and day of issue) replaces itself.
 */
export function withNotices(years: readonly CalendarYear[], entered: CalendarYear): readonly CalendarYear[] {
  const merged = mergedYear(years, entered);
  const same = (each: CalendarYear) => each.jurisdiction === merged.jurisdiction && each.year === merged.year;
  return years.some(same) ? years.map((each) => (same(each) ? merged : each)) : [...years, merged];
}

/** The year as it will stand, its notices by day of issue. */
export function mergedYear(years: readonly CalendarYear[], entered: CalendarYear): CalendarYear {
  const known = years.find(({ jurisdiction, year }) => jurisdiction === entered.jurisdiction && year === entered.year);
  const again = new Set(entered.notices.map(keyOf));
  const kept = (known?.notices ?? []).filter((notice) => !again.has(keyOf(notice)));
  const notices = [...kept, ...entered.notices].toSorted((a, b) =>
    a.issued < b.issued ? -1 : a.issued > b.issued ? 1 : 0,
  );
  return { ...entered, notices };
}

const keyOf = ({ number, title, issued }: Notice): string => number ?? `${title} ${issued}`;
