import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventedNotice, inventedYear, ONE_YEAR, YEAR_2030 } from '../time/invented-years.ts';
import { addDays, calendarOf, dueOf, naturalDays, plainDate, workingDays, type Term } from '../time/index.ts';
import { movedBy, type RunningClock } from './clocks.ts';

const NEXT = calendarOf([
  YEAR_2030,
  inventedYear(2031, [
    inventedNotice('甲〔2030〕8号', '2030-11-05', {
      off: ['2030-12-31', '2031-01-01', '2031-01-02'],
      working: ['2030-12-28', '2031-01-05'],
    }),
  ]),
]);

function clock(start: string, term: Term, metOn: string | null = null): RunningClock {
  const { due, provisional } = dueOf(plainDate(start), term, ONE_YEAR);
  return { start: plainDate(start), term, due, provisional, metOn: metOn === null ? null : plainDate(metOn) };
}
const moves = (...clocks: readonly RunningClock[]) =>
  movedBy(clocks, NEXT).map(({ clock: { due: was }, after: { due, provisional } }) => [was, due, provisional]);

test('a new year moves an open clock and makes it definite; a make-up day alone moves one earlier', () => {
  expect(moves(clock('2030-12-26', workingDays(5)))).toEqual([['2031-01-02', '2031-01-05', false]]);
  expect(moves(clock('2030-12-26', workingDays(2)))).toEqual([['2030-12-30', '2030-12-28', false]]);
});

test('natural days are moved only by the days they end on, and settled where they stay', () => {
  expect(moves(clock('2030-12-30', naturalDays(2)))).toEqual([['2031-01-01', '2031-01-03', false]]);
  expect(moves(clock('2030-12-30', naturalDays(10)))).toEqual([['2031-01-09', '2031-01-09', false]]);
});

test('a clock that the new days do not touch is not moved, and a met one never', () => {
  expect(moves(clock('2030-04-22', workingDays(3)), clock('2030-12-26', workingDays(5), '2030-12-27'))).toEqual([]);
});

test('exactly the open clocks are moved whose day is another by the new calendar, once, and no met one', () => {
  const start = fc.integer({ min: 0, max: 400 }).map((offset) => addDays(plainDate('2030-01-01'), offset));
  const term = fc.integer({ min: 1, max: 40 }).chain((days) => fc.constantFrom(workingDays(days), naturalDays(days)));
  const met = fc.option(fc.integer({ min: 0, max: 90 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(start, term, met), { maxLength: 12 }), (drawn) => {
      const clocks = drawn.map(([from, each, after]) =>
        clock(from, each, after === null ? null : addDays(from, after)),
      );
      const differ = clocks.filter((each) => {
        const next = dueOf(each.start, each.term as Term, NEXT); // none is the plan's own date
        return each.metOn === null && (next.due !== each.due || next.provisional !== each.provisional);
      });

      const moved = movedBy(clocks, NEXT);

      expect(moved.map((each) => each.clock)).toEqual(differ);
      const followed = moved.map((each) => ({
        ...each.clock,
        due: each.after.due,
        provisional: each.after.provisional,
      }));
      expect(movedBy(followed, NEXT)).toEqual([]);
    }),
  );
});
