import { withNotices } from '@bihuan/core/calendar-amendment';
import { calendarOf, NATION, type Calendar, type CalendarYear } from '@bihuan/core/time';
import { CALENDARS, FaultyCalendar, parseNotice, readCalendarYears } from '../calendars/index.ts';
import { Trouble } from '../trouble.ts';
import type { Question } from './due-question.ts';
import { noticeText } from './notice-file.ts';

/**
 * The calendar a question is counted by: the program's notices and the ones in the files given, each put in as an import
 * would. No database is opened: whoever has the papers can check a date.
 * @throws Trouble for a file that cannot be read, has faults, or is of a place that is not counted by
 */
export function calendarWith({ jurisdictions, notices }: Pick<Question, 'jurisdictions' | 'notices'>): Calendar {
  const layers = [NATION, ...jurisdictions];
  const program = readCalendarYears(CALENDARS, jurisdictions);
  return calendarOf(notices.reduce((years, file) => withNotices(years, noticeIn(file, years, layers)), program));
}

function noticeIn(file: string, years: readonly CalendarYear[], layers: readonly string[]): CalendarYear {
  const { year, faults } = parseNotice(noticeText(file), file, years);
  if (!year) throw new FaultyCalendar(faults);
  if (layers.includes(year.jurisdiction)) return year;
  throw new Trouble(
    `${file}：${year.jurisdiction} 的通知不在所用日历内 / is a notice of ${year.jurisdiction}, which is not counted by`,
    `--calendar ${year.jurisdiction}`,
  );
}
