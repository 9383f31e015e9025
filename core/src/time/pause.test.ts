import { expect, test } from 'vitest';
import { calendarOf } from './calendar.ts';
import { dueOf } from './due.ts';
import { localTime } from './local-time.ts';
import type { Pause } from './pause.ts';
import { plainDate } from './plain-date.ts';
import { naturalDays, workingDays } from './term.ts';

const plain = calendarOf([]);
const pause = (from: string, until: string, reason = '汛期'): Pause => ({
  from: plainDate(from),
  until: plainDate(until),
  reason,
});
test.each([
  ['days of the pause are not counted', '2030-03-04', workingDays(5), pause('2030-03-06', '2030-03-11'), '2030-03-14'],
  [
    'the first day of a pause already stands still',
    '2030-03-04',
    workingDays(1),
    pause('2030-03-05', '2030-03-06'),
    '2030-03-06',
  ],
  [
    'a pause that ends on the day it began changes nothing',
    '2030-03-04',
    workingDays(5),
    pause('2030-03-06', '2030-03-06'),
    '2030-03-11',
  ],
  [
    'a month lasts the longer by the days it stood still',
    '2030-03-04',
    { count: 'months', months: 1, startCounted: false, roll: 'none' } as const,
    pause('2030-03-10', '2030-03-20'),
    '2030-04-14',
  ],
  [
    'so does a day that was named',
    '2030-03-04',
    { count: 'fixed', date: plainDate('2030-05-06'), roll: 'none' } as const,
    pause('2030-05-06', '2030-05-10'),
    '2030-05-10',
  ],
  [
    'a last day rolled on does not come to lie in a pause',
    '2030-03-04',
    naturalDays(5),
    pause('2030-03-10', '2030-03-13'),
    '2030-03-13',
  ],
])('%s', (_what, start, counted, stood, due) => {
  expect(dueOf(plainDate(start), counted, plain, [stood]).due).toBe(due);
});

test('hours stand still by whole days', () => {
  const due = dueOf(localTime('2030-03-04T15:30'), { count: 'hours', hours: 24 }, plain, [
    pause('2030-03-05', '2030-03-07'),
  ]);
  expect(due.dueAt).toBe('2030-03-07T15:30');
});

test('a day of the pause is shown, not counted, with its reason', () => {
  const { days } = dueOf(plainDate('2030-03-04'), workingDays(2), plain, [
    pause('2030-03-05', '2030-03-06', '等待上级批复'),
  ]);
  expect(days[1]).toEqual({ date: '2030-03-05', counted: null, why: { kind: 'paused', reason: '等待上级批复' } });
});
