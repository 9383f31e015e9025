import type { CalendarLog } from '@bihuan/core/calendar-amendment';
import type { Keeper } from '@bihuan/core/person';
import {
  between,
  dueOf,
  isWorkingDay,
  markText,
  noticeText,
  plainDate,
  provisionalText,
  termText,
  whyOf,
  whyText,
  yearsNotKept,
  type Calendar,
  type CountedDay,
  type Due,
  type PlainDate,
  type Term,
} from '@bihuan/core/time';
import { CALENDARS, fileFromWords } from '../../calendars/index.ts';
import { yearsInForce } from '../../law-book.ts';
import type { Services } from '../../services.ts';
import { calendarAmendments, undoneNotices } from '../../store/calendars.ts';
import { findDossier } from '../../store/dossiers/dossiers.ts';
import { CALENDAR } from './amend-clocks.ts';

/** The years that have notices, and the notices people put in after the files. */
export async function readCalendars({ db, region, law }: Services, by: Keeper) {
  const [amendments, undone, standing] = await Promise.all([
    calendarAmendments(db, region),
    undoneNotices(db, region),
    findDossier<CalendarLog>(db, region, CALENDAR),
  ]);
  const years = yearsInForce(CALENDARS, law().policy.calendars, amendments);
  return {
    years: [...new Set(years.filter((each) => each.notices.length > 0).map(({ year }) => year))].toSorted(
      (a, b) => a - b,
    ),
    calendars: law().policy.calendars,
    amendments: amendments
      .map(({ no, jurisdiction, year, applied_on: appliedOn, applied_by: appliedBy, yaml }) => ({
        no,
        jurisdiction,
        year,
        appliedOn,
        appliedBy,
        yaml,
      }))
      .toReversed(),
    waiting: (standing?.state.waiting ?? []).map(
      ({ jurisdiction, year, text, yaml, words = null, by: entered, on }) => ({
        jurisdiction,
        year,
        text,
        yaml,
        words,
        asRead: words !== null && fileFromWords(words)?.yaml === yaml,
        enteredOn: on,
        enteredBy: `${entered.unitName} ${entered.name}`,
        own: entered.id === by.actor.id,
      }),
    ),
    undone: undone
      .map(({ no, jurisdiction, year, undone_on: undoneOn, undone_by: undoneBy, reason }) => ({
        no,
        jurisdiction,
        year,
        undoneOn,
        undoneBy,
        reason,
      }))
      .toReversed(),
  };
}

/** One year, day by day, with the papers that made it so. */
export async function readCalendarYear({ db, region, law }: Services, year: number) {
  const { calendar, policy } = law();
  const amendments = await calendarAmendments(db, region);
  const years = yearsInForce(CALENDARS, policy.calendars, amendments).filter((each) => each.year === year);
  const [first, last] = [plainDate(`${year}-01-01`), plainDate(`${year}-12-31`)];
  return {
    year,
    published: calendar.published.has(year),
    days: between(first, last).map((date) => {
      const why = whyOf(date, calendar);
      return {
        date,
        working: isWorkingDay(date, calendar),
        kind: why.kind,
        why: inBoth((language) => whyText(why, language)),
        notice: 'notice' in why ? noticeText(why.notice) : null,
      };
    }),
    notices: years.flatMap(({ jurisdiction, notices }) =>
      notices.map(({ number, title, issued, source }) => ({ jurisdiction, number, title, issued, source })),
    ),
  };
}

/** Why a question has no answer: over ten years, or in years whose notices are not kept. `first`: the first year that is. */
export type NotCounted = { readonly why: 'too-long' } | { readonly why: 'too-early'; readonly first: number };

type Counted = { readonly view: ReturnType<typeof viewOf> } | { readonly not: NotCounted };

/** When a term ends and how that was counted. */
export function countDue({ law }: Services, from: PlainDate, term: Term): Counted {
  const { calendar } = law();
  const due = dueIfAny(from, term, calendar);
  if (due === null) return { not: { why: 'too-long' } };
  if (yearsNotKept(due, calendar).length > 0)
    return { not: { why: 'too-early', first: Math.min(...calendar.published) } };
  return { view: viewOf(due) };
}

function dueIfAny(from: PlainDate, term: Term, calendar: Calendar): Due | null {
  try {
    return dueOf(from, term, calendar);
  } catch (error) {
    if (error instanceof RangeError) return null; // lengths that are no lengths have been refused before
    throw error;
  }
}

function viewOf(due: Due) {
  const { due: ends, provisional, awaiting, rolledFrom, calendar, start: from, term } = due;
  return {
    due: ends,
    provisional,
    awaiting,
    rolledFrom,
    calendar,
    from,
    term: inBoth((language) => termText(term, language)),
    why: inBoth((language) => provisionalText(due, language)),
    days: due.days.map((day) => dayView(day, due)),
  };
}

function dayView(day: CountedDay, due: Due) {
  const { date, counted, why } = day;
  return {
    date,
    counted,
    working: ['working', 'make-up', 'local-working'].includes(why.kind),
    why: inBoth((language) => whyText(why, language)),
    mark: inBoth((language) => markText(day, due, language)),
  };
}

const inBoth = (say: (language: 'zh' | 'en') => string) => ({ zh: say('zh'), en: say('en') });
