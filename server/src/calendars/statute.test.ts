import { calendarOf, dueOf, isWorkingDay, openNotices, plainDate, whyOf, workingDays } from '@bihuan/core/time';
import { expect, test } from 'vitest';
import { CALENDARS, readCalendars, readCalendarYears } from './read.ts';
import { readStatute } from './statute.ts';

const calendar = readCalendars(CALENDARS, []);
const present = readCalendarYears(CALENDARS, []);
const day = plainDate;

test('1 January is off before the notice of its year exists, and surely so', () => {
  expect(calendar.published.has(2027)).toBe(false);
  expect(isWorkingDay(day('2027-01-01'), calendar)).toBe(false);
  expect(whyOf(day('2027-01-01'), calendar)).toMatchObject({
    kind: 'holiday',
    name: { zh: '元旦' },
    notice: { number: '国务院令第795号' },
  });
  expect(whyOf(day('2027-01-01'), calendar)).not.toHaveProperty('assumed');
  expect(openNotices(day('2027-01-04'), calendar)).toEqual([2027]);
});

test('a term over New Year skips it and stays provisional about the rest', () => {
  expect(dueOf(day('2026-12-30'), workingDays(2), calendar)).toMatchObject({ due: '2027-01-04', provisional: true });
});

test.each([
  '2027-05-01',
  '2027-05-02',
  '2027-10-01',
  '2027-10-02',
  '2027-10-03',
  '2027-02-05',
  '2027-02-08',
  '2028-10-03',
])('%s is off by law itself', (off) => {
  expect(isWorkingDay(day(off), calendar)).toBe(false);
});

test('a year whose notice is in says all of itself, and the law frees nothing before its first year', () => {
  const without = calendarOf(present.filter(({ year }) => year !== 2026));
  expect(isWorkingDay(day('2026-10-01'), without)).toBe(false);
  expect(isWorkingDay(day('2026-10-05'), without)).toBe(true);
  expect(isWorkingDay(day('2026-10-05'), calendar)).toBe(false);
  // 2 May was none before
  expect(isWorkingDay(day('2014-05-02'), calendar)).toBe(true);
});

test('the lunar days of the file are those of the calendar', () => {
  const lunar = (date: string) =>
    new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${date}T00:00:00Z`),
    );
  const { statute } = readStatute(CALENDARS, 'cn')!;
  const dated = (zh: string) =>
    statute!.days.filter(({ name }) => name.zh === zh).flatMap(({ on }) => on.filter((each) => each.length === 10));
  // the new moon of 2027-02-06 falls four minutes before midnight in Beijing, which the calendar of this runtime takes for the day after
  expect(dated('春节')).toEqual(['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08']);
  expect(dated('端午节').map(lunar)).toEqual(['5/5']);
  expect(dated('中秋节').map(lunar)).toEqual(['8/15']);
});
