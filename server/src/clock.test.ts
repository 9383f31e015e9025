import { plainDate } from '@bihuan/core/time';
import { expect, test } from 'vitest';
import { officeClock, officeDay } from './clock.ts';

test.each([
  ['2026-11-23T15:59:59Z', '2026-11-23'],
  ['2026-11-23T16:00:00Z', '2026-11-24'],
  ['2026-12-31T16:00:00Z', '2027-01-01'],
])('at %s the office writes %s', (instant, day) => {
  expect(officeDay(new Date(instant))).toBe(day);
});

test('a demonstration begun on another day goes on from there, day and instant together', () => {
  let real = '2026-11-30T15:59:00.000Z';
  const clock = officeClock(plainDate('2026-12-31'), () => new Date(real));
  expect([clock.today(), clock.now()]).toEqual(['2026-12-31', '2026-12-31T15:59:00.000Z']);
  real = '2026-11-30T16:00:00.000Z';
  expect([clock.today(), clock.now()]).toEqual(['2027-01-01', '2026-12-31T16:00:00.000Z']);
});

test('whoever chose no day has the real one', () => {
  const clock = officeClock(null, () => new Date('2026-11-30T16:00:00Z'));
  expect([clock.today(), clock.now()]).toEqual(['2026-12-01', '2026-11-30T16:00:00.000Z']);
});
