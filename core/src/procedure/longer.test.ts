import fc from 'fast-check';
import { expect, test } from 'vitest';
import { club } from '../testing/index.ts';
import { addDays, LONGEST_SPAN, naturalDays, plainDate, workingDays, type PlainDate } from '../time/index.ts';
import type { Clock } from './clock.ts';
import { leastLonger, longerBy } from './terms.ts';

const start = plainDate('2030-03-04');
const clock = (working: boolean, days: number, more: Partial<Clock> = {}): Clock => {
  const term = working ? workingDays(days) : naturalDays(days);
  return {
    id: 'outer',
    title: { zh: '时限' },
    clause: '§1',
    target: null,
    measure: null,
    event: 'opened',
    start,
    term,
    due: addDays(start, days),
    provisional: false,
    calendar: '',
    metOn: null,
    lapsedOn: null,
    ...more,
  };
};

/** By trying one unit after another. */
function counted(running: Clock, from: PlainDate): PlainDate | null {
  for (let units = 1; ; units += 1) {
    const due = longerBy(running, units, club.calendar)?.due ?? null;
    if (due === null || due >= from) return due;
  }
}

test('the first day that serves is the one that counting up would find', () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 0, max: 200 }),
      (working, days, later) => {
        const from = addDays(start, later);
        expect(leastLonger(clock(working, days), from, club.calendar)).toBe(counted(clock(working, days), from));
      },
    ),
    { numRuns: 40 },
  );
});

test('where no unit carries it that far there is none', () => {
  expect(leastLonger(clock(false, 5), addDays(start, 2 * LONGEST_SPAN), club.calendar)).toBeNull();
});
