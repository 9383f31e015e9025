import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Every } from '../policy/index.ts';
import { club } from '../testing/law.ts';
import { byOrder, duty, twiceAYear } from '../testing/duties.ts';
import { addDays, daysBetween, plainDate, weekday, type PlainDate } from '../time/index.ts';
import { periodsOf } from './index.ts';

const { calendar } = club;
const on = plainDate;
const shown = (every: Every, from: string, to: string) =>
  periodsOf(duty(every), on(from), on(to), calendar).map(
    ({ id, first, last, due }) => `${id} ${first}..${last} due ${due.due}`,
  );

test('a duty of two days a year has two periods, each up to its day, and a day off moves on', () => {
  // 6 May 2030 is a Monday; 6 November a Wednesday
  expect(shown(twiceAYear, '2030-01-01', '2030-12-31')).toEqual([
    '2030-05-06 2029-11-07..2030-05-06 due 2030-05-06',
    '2030-11-06 2030-05-07..2030-11-06 due 2030-11-06',
    '2031-05-06 2030-11-07..2031-05-06 due 2031-05-06',
  ]);
  // 1 to 3 May are off, Saturday 4 May as well, Sunday 5 May is worked in return
  expect(shown({ every: 'yearly', days: ['--05-01'] }, '2030-04-01', '2030-04-01')).toEqual([
    '2030-05-01 2029-05-02..2030-05-01 due 2030-05-05',
  ]);
});

test('before a day that is itself too late, the day before is the last; the period is still called by the day the plan names', () => {
  const strict = duty(twiceAYear, { due: { on: 'day', inclusive: false, roll: 'none' } });

  const [period, next] = periodsOf(strict, on('2030-03-01'), on('2030-05-06'), calendar);

  expect(period).toMatchObject({ id: '2030-05-06', last: '2030-05-05', due: { due: '2030-05-05' } });
  expect(next).toMatchObject({ id: '2030-11-06', first: '2030-05-06' });
});

test('a yearly 29 February is the 28th where there is none, and keeps its name', () => {
  expect(shown({ every: 'yearly', days: ['--02-29'] }, '2030-01-01', '2032-02-01')).toEqual([
    '2030-02-29 2029-03-01..2030-02-28 due 2030-02-28',
    '2031-02-29 2030-03-01..2031-02-28 due 2031-02-28',
    '2032-02-29 2031-03-01..2032-02-29 due 2032-03-01',
  ]);
});

test('a day before New Year that is not counted itself belongs to the year it begins', () => {
  const strict = duty({ every: 'yearly', days: ['--01-01'] }, { due: { on: 'day', inclusive: false, roll: 'none' } });

  expect(periodsOf(strict, on('2030-06-01'), on('2030-06-01'), calendar)).toMatchObject([
    { id: '2031-01-01', first: '2030-01-01', last: '2030-12-31', due: { due: '2030-12-31' } },
  ]);
});

test('months, half months, quarters and weeks are called as offices call them', () => {
  expect(shown({ every: 'month' }, '2030-02-10', '2030-03-01')).toEqual([
    '2030-02 2030-02-01..2030-02-28 due 2030-03-05',
    '2030-03 2030-03-01..2030-03-31 due 2030-04-05',
  ]);
  expect(shown({ every: 'half-month' }, '2030-02-10', '2030-02-20')).toEqual([
    '2030-02a 2030-02-01..2030-02-15 due 2030-02-20',
    '2030-02b 2030-02-16..2030-02-28 due 2030-03-05',
  ]);
  expect(shown({ every: 'quarter' }, '2030-03-31', '2030-04-01')).toEqual([
    '2030-Q1 2030-01-01..2030-03-31 due 2030-04-05',
    '2030-Q2 2030-04-01..2030-06-30 due 2030-07-05',
  ]);
});

test('a week begins on Monday and belongs to the year of its Thursday', () => {
  expect(shown({ every: 'week' }, '2029-12-31', '2030-01-07')).toEqual([
    '2030-W01 2029-12-31..2030-01-06 due 2030-01-11',
    '2030-W02 2030-01-07..2030-01-13 due 2030-01-18',
  ]);
  expect(shown({ every: 'week' }, '2027-01-01', '2027-01-01')[0]).toMatch('2026-W53 2026-12-28..2027-01-03');
});

test('so many working days after the end are counted by the calendar, and the days are shown', () => {
  const report = duty({ every: 'month' }, { due: { on: 'after', count: 'working', days: 3, roll: 'none' } });

  const [april] = periodsOf(report, on('2030-04-01'), on('2030-04-01'), calendar);

  // 1 to 4 May are days off; Sunday the 5th is worked, then Monday and Tuesday
  expect(april!.due.due).toBe('2030-05-07');
  expect(april!.due.days.filter(({ counted }) => counted !== null).map(({ date }) => date)).toEqual([
    '2030-05-05',
    '2030-05-06',
    '2030-05-07',
  ]);
  expect(april!.due.calendar).toBe(calendar.id);
});

test('no day after the end is the last day of the period itself', () => {
  const atOnce = duty({ every: 'month' }, { due: { on: 'after', count: 'natural', days: 0, roll: 'forward' } });

  // 31 March 2030 is a Sunday
  expect(periodsOf(atOnce, on('2030-03-01'), on('2030-03-01'), calendar)[0]!.due.due).toBe('2030-04-01');
});

test('the window opens so many days before the due day, or with the period; who has not filed is reminded before it', () => {
  const early = duty(twiceAYear, { opensBefore: 30, reminds: 5 });
  const late = duty({ every: 'month' }, { opensBefore: 2, reminds: 9 });

  expect(periodsOf(early, on('2030-05-01'), on('2030-05-01'), calendar)).toMatchObject([
    { opensOn: '2030-04-06', remindsOn: '2030-05-01' },
  ]);
  expect(periodsOf(duty(twiceAYear), on('2030-05-01'), on('2030-05-01'), calendar)).toMatchObject([
    { opensOn: '2029-11-07', remindsOn: null },
  ]);
  // nobody is reminded of what is not open yet
  expect(periodsOf(late, on('2030-02-01'), on('2030-02-01'), calendar)).toMatchObject([
    { opensOn: '2030-03-03', remindsOn: '2030-03-03' },
  ]);
});

test('a duty by order has the rounds that were ordered, due on their last day', () => {
  const rounds = [
    { id: '2030-06-01', first: on('2030-06-01'), last: on('2030-06-16'), text: '暴雨后' },
    { id: '2030-03-01', first: on('2030-03-01'), last: on('2030-03-10'), text: '开季前' },
  ];
  const ordered = duty(byOrder, { due: { on: 'order' } });

  expect(periodsOf(ordered, on('2030-01-01'), on('2030-12-31'), calendar, rounds)).toMatchObject([
    { id: '2030-03-01', opensOn: '2030-03-01', due: { due: '2030-03-10' } },
    // 16 June is a Sunday: the order named it all the same
    { id: '2030-06-01', opensOn: '2030-06-01', due: { due: '2030-06-16' } },
  ]);
  expect(periodsOf(ordered, on('2030-01-01'), on('2030-12-31'), calendar)).toEqual([]);
});

const day = fc.integer({ min: 0, max: 900 }).map((offset) => addDays(on('2029-06-01'), offset));
const every = fc.constantFrom<Every>(
  twiceAYear,
  { every: 'yearly', days: ['--02-29', '--02-28', '--12-31', '--01-01'] },
  { every: 'month' },
  { every: 'half-month' },
  { every: 'quarter' },
  { every: 'week' },
);

test('every day belongs to exactly one period, whichever stretch is asked for, and no two periods share a name', () => {
  fc.assert(
    fc.property(every, day, fc.integer({ min: 0, max: 500 }), fc.boolean(), (often, from, length, inclusive) => {
      const more = often.every === 'yearly' ? { due: { on: 'day', inclusive, roll: 'none' } as const } : {};
      const [to, asked] = [addDays(from, length), duty(often, more)];
      const periods = periodsOf(asked, from, to, calendar);
      const again = (at: PlainDate) => periodsOf(asked, at, at, calendar).map(({ id }) => id);

      expect(periods[0]!.first <= from && periods.at(-1)!.last >= to).toBe(true);
      periods.slice(1).forEach((period, at) => expect(daysBetween(periods[at]!.last, period.first)).toBe(1));
      expect(new Set(periods.map(({ id }) => id)).size).toBe(periods.length);
      for (const { id, first, last } of periods) expect([again(first), again(last)]).toEqual([[id], [id]]);
    }),
  );
});

test('an ISO week has seven days and week 1 is the one with 4 January', () => {
  fc.assert(
    fc.property(day, (any) => {
      const [week] = periodsOf(duty({ every: 'week' }), any, any, calendar);
      const thursday = addDays(week!.first, 3);
      const first = plainDate(`${thursday.slice(0, 4)}-01-04`);

      expect([weekday(week!.first), daysBetween(week!.first, week!.last)]).toEqual([1, 6]);
      // 4 January always lies in week 1
      const number = daysBetween(addDays(first, 1 - weekday(first)), week!.first) / 7 + 1;
      expect(week!.id).toBe(`${thursday.slice(0, 4)}-W${String(number).padStart(2, '0')}`);
    }),
  );
});
