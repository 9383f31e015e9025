import { calendarOf, NATION, type Calendar, type CalendarYear, type Notice } from './calendar.ts';
import { plainDate } from './plain-date.ts';

/** Days of one invented notice, as text; only tests read these years. */
type Days = { readonly off?: readonly string[]; readonly working?: readonly string[] };

/** An invented notice: `inventedNotice('甲〔2030〕1号', '2029-11-01', { off: ['2030-01-01'] })`. */
export function inventedNotice(number: string, issued: string, { off = [], working = [] }: Days): Notice {
  const occasion = { name: { zh: '丰收节', en: 'Harvest' }, off: off.map(plainDate), working: working.map(plainDate) };
  return { title: `${number} 通知`, number, issued: plainDate(issued), source: 'invented', occasions: [occasion] };
}

/** One year of a jurisdiction, the nation when none is named. */
export function inventedYear(year: number, notices: readonly Notice[], jurisdiction: string = NATION): CalendarYear {
  return { jurisdiction, year, notices };
}

/** 2030, published. 1 May is a Wednesday, off till Friday the 3rd; Saturday 27 April and Sunday 5 May are worked in return. */
export const YEAR_2030 = inventedYear(2030, [
  inventedNotice('甲〔2029〕9号', '2029-11-01', {
    off: ['2030-01-01', '2030-05-01', '2030-05-02', '2030-05-03'],
    working: ['2030-04-27', '2030-05-05'],
  }),
]);

/** The calendar of `YEAR_2030` alone: 2029 and 2031 are not published. */
export const ONE_YEAR: Calendar = calendarOf([YEAR_2030]);
