import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addHours, localTime, parseLocalTime } from './local-time.ts';
import {
  addDays,
  addMonths,
  between,
  daysBetween,
  dayOfMonth,
  parsePlainDate,
  plainDate,
  weekday,
  yearOf,
} from './plain-date.ts';

const DAY = 86_400_000;
const serial = fc.integer({ min: -60_000, max: 100_000 });
const iso = (days: number) => new Date(days * DAY).toISOString().slice(0, 10);

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '0000-01-01',
  '2026-4-1',
  '2026-04-01 ',
  '',
  '20260401',
])('%j names no day', (text) => {
  expect(parsePlainDate(text)).toBeNull();
  expect(() => plainDate(text)).toThrow(RangeError);
});

test.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (text) => {
  expect(parsePlainDate(text)).toBe(text);
});

test('1900 had no leap day, 2000 had one', () => {
  expect(parsePlainDate('1900-02-29')).toBeNull();
  expect(addDays(plainDate('2000-02-28'), 1)).toBe('2000-02-29');
});

test('every day, weekday and distance agrees with an independent clock', () => {
  fc.assert(
    fc.property(serial, fc.integer({ min: -4_000, max: 4_000 }), (start, count) => {
      const day = plainDate(iso(start));
      expect(addDays(day, count)).toBe(iso(start + count));
      expect(daysBetween(day, addDays(day, count))).toBe(count);
      expect(weekday(day) % 7).toBe(new Date(start * DAY).getUTCDay());
      expect(yearOf(day)).toBe(new Date(start * DAY).getUTCFullYear());
    }),
  );
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-08-31', 1, '2026-09-30'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -1, '2025-12-15'],
])('%s and %i months is %s, clamped to the month it falls in', (start, months, end) => {
  expect(addMonths(plainDate(start), months)).toBe(end);
});

test('days outside four-digit years are refused, not wrapped', () => {
  expect(() => addDays(plainDate('9999-12-31'), 1)).toThrow(RangeError);
  expect(() => addDays(plainDate('0001-01-01'), -1)).toThrow(RangeError);
  expect(() => addDays(plainDate('2026-01-01'), 0.5)).toThrow(RangeError);
  expect(() => addMonths(plainDate('9999-12-31'), 1)).toThrow(RangeError);
});

test('a month and day is clamped where the year lacks it', () => {
  expect(dayOfMonth(2026, 2, 29)).toBe('2026-02-28');
  expect(dayOfMonth(2028, 2, 29)).toBe('2028-02-29');
});

test('days between two days come ascending, whichever is named first', () => {
  const [a, b] = [plainDate('2026-02-27'), plainDate('2026-03-02')];
  expect(between(a, b)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
  expect(between(b, a)).toEqual(between(a, b));
});

test('hours run over midnight, month and year', () => {
  expect(addHours(localTime('2026-12-31T23:30'), 1)).toBe('2027-01-01T00:30');
  expect(addHours(localTime('2026-02-27T09:05'), 48)).toBe('2026-03-01T09:05');
});

test.each(['2026-02-30T10:00', '2026-02-27T24:00', '2026-02-27T9:00', '2026-02-27', '2026-02-27T09:60'])(
  '%j names no moment',
  (text) => {
    expect(parseLocalTime(text)).toBeNull();
    expect(() => localTime(text)).toThrow(RangeError);
  },
);
