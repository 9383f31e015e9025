import type { CalendarLog } from '@bihuan/core/calendar-amendment';
import type { Keeper } from '@bihuan/core/person';
import { between, isWorkingDay, noticeText, plainDate, whyOf, whyText } from '@bihuan/core/time';
import { CALENDARS, fileFromWords } from '../../calendars/index.ts';
import { yearsInForce } from '../../law-book.ts';
import type { Services } from '../../services.ts';
import { calendarAmendments, undoneNotices } from '../../store/calendars.ts';
import { findDossier } from '../../store/dossiers/dossiers.ts';
import { CALENDAR } from './amend-clocks.ts';
import { inBoth } from './count-due.ts';

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
