import { expect, test } from 'vitest';
import { dueOf, yearsNotKept } from './due.ts';
import { ONE_YEAR } from './invented-years.ts';
import { localTime } from './local-time.ts';
import { plainDate } from './plain-date.ts';
import { naturalDays, workingDays, type Roll, type Term } from './term.ts';

const due = (start: string, term: Term) => dueOf(plainDate(start), term, ONE_YEAR);
const natural = (days: number, roll: Roll, startCounted = false): Term => ({
  count: 'natural',
  days,
  startCounted,
  roll,
});
const months = (count: number, startCounted = false): Term => ({
  count: 'months',
  months: count,
  startCounted,
  roll: 'none',
});
const yearly = (monthDay: string, inclusive: boolean, roll: Roll = 'none'): Term => ({
  count: 'yearly',
  monthDay,
  inclusive,
  roll,
});
const fixed = (date: string, roll: Roll): Term => ({ count: 'fixed', date: plainDate(date), roll });
const before = (date: string, inclusive: boolean): Term => ({
  count: 'fixed',
  date: plainDate(date),
  inclusive,
  roll: 'none',
});

test.each<[string, string, Term, string]>([
  ['counts from the next day', '2030-04-22', workingDays(1), '2030-04-23'],
  ['counts a Saturday worked in return', '2030-04-26', workingDays(1), '2030-04-27'],
  ['skips the holiday and counts the Sunday worked after it', '2030-04-30', workingDays(2), '2030-05-06'],
  [
    'counts a start that is counted',
    '2030-04-22',
    { count: 'working', days: 1, startCounted: true, roll: 'none' },
    '2030-04-22',
  ],
  [
    'cannot count a start on a day off',
    '2030-05-01',
    { count: 'working', days: 1, startCounted: true, roll: 'none' },
    '2030-05-05',
  ],
  ['natural days run through a holiday', '2030-04-30', naturalDays(5), '2030-05-05'],
  ['natural days ending on a holiday move on', '2030-04-30', naturalDays(1), '2030-05-05'],
  ['natural days ending on a holiday can stay', '2030-04-30', natural(1, 'none'), '2030-05-01'],
  ['natural days ending on a holiday can move back', '2030-04-29', natural(3, 'backward'), '2030-04-30'],
  ['moving back stops at the start', '2030-05-01', natural(2, 'backward'), '2030-05-01'],
  ['a counted start is natural day one', '2030-04-22', natural(1, 'none', true), '2030-04-22'],
  ['a month ends on the corresponding day', '2030-04-22', months(1), '2030-05-22'],
  ['a month without that day ends on its last', '2030-01-31', months(1), '2030-02-28'],
  ['months are counted from the start, not from each other', '2030-01-31', months(2), '2030-03-31'],
  ['a month with the start counted ends the day before', '2030-01-01', months(1, true), '2030-01-31'],
  ['a counted start at a long month fills the short one', '2030-01-31', months(1, true), '2030-02-28'],
  ['before 6 May, that day included', '2030-02-01', yearly('--05-06', true), '2030-05-06'],
  ['before 6 May, that day not included', '2030-02-01', yearly('--05-06', false), '2030-05-05'],
  ['before 2 May rolls back to the last day worked', '2030-02-01', yearly('--05-02', true, 'backward'), '2030-04-30'],
  ['before 2 May moves on to the next day worked', '2030-02-01', yearly('--05-02', true, 'forward'), '2030-05-05'],
  ['so does the day before it', '2030-02-01', yearly('--05-02', false, 'forward'), '2030-05-05'],
  ['once past, the day it moved on to belongs to the term before', '2030-05-03', yearly('--05-02', true), '2031-05-02'],
  ['the day itself is still this year', '2030-05-06', yearly('--05-06', true), '2030-05-06'],
  ['once past, it is next year', '2030-05-06', yearly('--05-06', false), '2031-05-05'],
  ['29 February is 28 where there is none', '2030-01-02', yearly('--02-29', true), '2030-02-28'],
  ['28 February is before the 29th where there is none', '2030-01-02', yearly('--02-29', false), '2030-02-28'],
  ['and where there is one', '2032-01-02', yearly('--02-29', false), '2032-02-28'],
  ['a day that the plan names stands', '2030-01-02', fixed('2030-05-01', 'none'), '2030-05-01'],
  ['a day that the plan names with 前 may be the last', '2030-01-02', before('2030-05-06', true), '2030-05-06'],
  ['a day that the plan names with 前 may be left out', '2030-01-02', before('2030-05-06', false), '2030-05-05'],
  ['a day that the plan names may move on', '2030-01-02', fixed('2030-05-01', 'forward'), '2030-05-05'],
  [
    'a day before the start is overdue from the first moment',
    '2030-06-03',
    fixed('2030-05-01', 'backward'),
    '2030-05-01',
  ],
])('%s', (_sentence, start, term, expected) => {
  expect(due(start, term).due).toBe(expected);
});

test('the arithmetic shows day zero, skipped, counted and rolled days with their reasons', () => {
  const { days, rolledFrom, calendar } = due('2030-04-29', naturalDays(2));

  expect(days.map(({ date, counted, why }) => [date, counted, why.kind])).toEqual([
    ['2030-04-29', null, 'working'],
    ['2030-04-30', 1, 'working'],
    ['2030-05-01', 2, 'holiday'],
    ['2030-05-02', null, 'holiday'],
    ['2030-05-03', null, 'holiday'],
    ['2030-05-04', null, 'weekend'],
    ['2030-05-05', null, 'make-up'],
  ]);
  expect(rolledFrom).toBe('2030-05-01');
  expect(calendar).toBe(ONE_YEAR.id);
});

test('a term of months shows each month end, not every day', () => {
  expect(due('2030-01-31', months(3)).days.map(({ date, counted }) => [date, counted])).toEqual([
    ['2030-01-31', null],
    ['2030-02-28', 1],
    ['2030-03-31', 2],
    ['2030-04-30', 3],
  ]);
});

test('one working day is a day, never 24 business hours, and hours never ask for a holiday', () => {
  const start = localTime('2030-04-30T17:30');
  expect(dueOf(start, workingDays(1), ONE_YEAR).due).toBe('2030-05-05');

  const hours = dueOf(start, { count: 'hours', hours: 24 }, ONE_YEAR);
  expect(hours).toMatchObject({ due: '2030-05-01', dueAt: '2030-05-01T17:30', provisional: false });
});

test.each<[string, string, Term, readonly number[]]>([
  ['a span inside a published year stands', '2030-12-02', workingDays(10), []],
  ['working days that run into an unpublished year wait for it', '2030-12-20', workingDays(10), [2031]],
  ['working days in the last days of December wait for it as well', '2030-12-25', workingDays(2), []],
  ['one day further and the next notice may matter', '2030-12-25', workingDays(3), [2031]],
  ['natural days that may roll wait for the year they end in', '2030-12-20', naturalDays(20), [2031]],
  ['natural days that never roll never ask', '2030-12-20', natural(20, 'none'), []],
  ['a yearly day in an unpublished year waits', '2030-06-03', yearly('--05-06', true, 'forward'), [2031]],
  ['a start before the first published year waits', '2029-12-03', workingDays(5), [2029]],
  ['a span over several unpublished years names them all', '2030-12-20', workingDays(300), [2031, 2032]],
])('%s', (_sentence, start, term, awaiting) => {
  const found = due(start, term);
  expect(found.awaiting).toEqual(awaiting);
  expect(found.provisional).toBe(awaiting.length > 0);
});

test('years before the first notice are named: no notice to come will settle them', () => {
  expect(yearsNotKept(due('2028-12-29', workingDays(300)), ONE_YEAR)).toEqual([2028, 2029]);
  expect(yearsNotKept(due('2030-12-20', workingDays(300)), ONE_YEAR)).toEqual([]);
});

test.each<[Term, RegExp]>([
  [workingDays(0), /0 working days/],
  [workingDays(1.5), /1.5 working days/],
  [naturalDays(-1), /-1 natural days/],
  [naturalDays(Number.NaN), /NaN natural days/],
  [naturalDays(3_661), /3661 natural days.*longer than 3660/],
  [workingDays(3_000), /3000 working days from 2030-04-22.*longer than 3660/],
  [months(121), /121 months/],
  [yearly('05-06', true), /yearly 05-06/],
  [yearly('--13-01', true), /--13-01/],
  [yearly('--02-30', true), /--02-30/],
  [{ count: 'hours', hours: 5 }, /5 hours.*time of day/],
])('a term that cannot be counted is refused by its name: %j', (term, message) => {
  expect(() => due('2030-04-22', term)).toThrow(RangeError);
  expect(() => due('2030-04-22', term)).toThrow(message);
});
