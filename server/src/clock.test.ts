import { expect, test } from 'vitest';
import { officeDay } from './clock.ts';

test.each([
  ['2026-11-23T15:59:59Z', '2026-11-23'],
  ['2026-11-23T16:00:00Z', '2026-11-24'],
  ['2026-12-31T16:00:00Z', '2027-01-01'],
])('at %s the office writes %s', (instant, day) => {
  expect(officeDay(new Date(instant))).toBe(day);
});
