import { expect, test } from 'vitest';
import { calendarOf, isWorkingDay, openNotices, whyOf } from './calendar.ts';
import { inventedNotice, inventedYear, ONE_YEAR, YEAR_2030 } from './invented-years.ts';
import { plainDate } from './plain-date.ts';

const REGION = '990101';
const why = (day: string, calendar = ONE_YEAR) => whyOf(plainDate(day), calendar);

test.each([
  ['an ordinary Tuesday is worked', '2030-04-23', 'working'],
  ['an ordinary Saturday is not', '2030-04-20', 'weekend'],
  ['a Wednesday that the notice frees is a holiday', '2030-05-01', 'holiday'],
  ['a Saturday worked in return is a working day', '2030-04-27', 'make-up'],
])('%s', (_sentence, day, kind) => {
  expect(why(day).kind).toBe(kind);
  expect(isWorkingDay(plainDate(day), ONE_YEAR)).toBe(kind === 'working' || kind === 'make-up');
});

test('a holiday knows its name and its paper', () => {
  expect(why('2030-05-01')).toEqual({
    kind: 'holiday',
    name: { zh: '丰收节', en: 'Harvest' },
    notice: { jurisdiction: 'cn', number: '甲〔2029〕9号', title: '甲〔2029〕9号 通知' },
  });
});

test('a later notice of the same year overrides an earlier one day by day, in whatever order they are filed', () => {
  const change = inventedNotice('甲〔2030〕1号', '2030-03-01', { off: ['2030-04-27'], working: ['2030-05-03'] });
  const calendar = calendarOf([inventedYear(2030, [change, ...YEAR_2030.notices])]);

  expect(why('2030-04-27', calendar)).toMatchObject({ kind: 'holiday', notice: { number: '甲〔2030〕1号' } });
  expect(why('2030-05-03', calendar).kind).toBe('make-up');
  expect(why('2030-05-02', calendar)).toMatchObject({ kind: 'holiday', notice: { number: '甲〔2029〕9号' } });
});

test('a region adds its days on top of the nation, even when its notice is the older one', () => {
  const local = inventedNotice('乙〔2028〕1号', '2028-01-01', {
    off: ['2030-04-23', '2030-04-27'],
    working: ['2030-05-02'],
  });
  const calendar = calendarOf([inventedYear(2030, [local], REGION), YEAR_2030]);

  expect(why('2030-04-23', calendar)).toMatchObject({ kind: 'local-day-off', notice: { jurisdiction: REGION } });
  expect(why('2030-04-27', calendar).kind).toBe('local-day-off');
  expect(why('2030-05-02', calendar).kind).toBe('local-working');
  expect(why('2030-05-01', calendar).kind).toBe('holiday');
});

test('only the notice of the nation makes a year published', () => {
  const local = inventedYear(2031, [inventedNotice('乙〔2030〕1号', '2030-12-01', { off: ['2031-04-23'] })], REGION);
  const calendar = calendarOf([YEAR_2030, local, inventedYear(2032, [])]);

  expect([...calendar.published]).toEqual([2030]);
  expect(why('2031-04-23', calendar)).toMatchObject({ kind: 'local-day-off', assumed: true });
});

test('in an unpublished year weekends are taken as off, the rest as worked, and both are marked as assumed', () => {
  expect(why('2031-01-01')).toEqual({ kind: 'working', assumed: true });
  expect(why('2031-01-04')).toEqual({ kind: 'weekend', assumed: true });
});

test('the last days of December also wait for the notice of the next year', () => {
  expect(openNotices(plainDate('2030-12-27'), ONE_YEAR)).toEqual([]);
  expect(openNotices(plainDate('2030-12-28'), ONE_YEAR)).toEqual([2031]);
  expect(openNotices(plainDate('2029-12-31'), ONE_YEAR)).toEqual([2029]);
  expect(openNotices(plainDate('2031-12-31'), ONE_YEAR)).toEqual([2031, 2032]);
});

test('a calendar says in its id which notices it holds', () => {
  const local = inventedYear(
    2030,
    [{ ...inventedNotice('', '2030-02-01', {}), number: null, title: '本地通知' }],
    REGION,
  );
  expect(ONE_YEAR.id).toBe('cn: 甲〔2029〕9号');
  expect(calendarOf([YEAR_2030, local]).id).toBe(`cn: 甲〔2029〕9号; ${REGION}: 本地通知 (2030-02-01)`);
});
