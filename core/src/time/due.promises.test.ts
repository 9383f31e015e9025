import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf, isWorkingDay } from './calendar.ts';
import { dueOf } from './due.ts';
import { lengthened } from './extension.ts';
import { inventedNotice, inventedYear } from './invented-years.ts';
import { pauseOn, type Pause } from './pause.ts';
import { addDays, daysBetween, plainDate, yearOf, type PlainDate } from './plain-date.ts';
import { naturalDays, workingDays, type Roll, type Term } from './term.ts';

const FIRST = plainDate('2030-01-01');
const day = fc.integer({ min: 0, max: 700 }).map((offset) => addDays(FIRST, offset));
const roll = fc.constantFrom<Roll>('none', 'forward', 'backward');
const length = fc.integer({ min: 1, max: 60 });
const term: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ count: fc.constantFrom('working', 'natural'), days: length, startCounted: fc.boolean(), roll }),
  fc.record({
    count: fc.constant('months'),
    months: fc.integer({ min: 1, max: 24 }),
    startCounted: fc.boolean(),
    roll,
  }),
  fc.record({
    count: fc.constant('yearly'),
    monthDay: fc.constantFrom('--05-06', '--11-06', '--02-29'),
    inclusive: fc.boolean(),
    roll,
  }),
);

function calendarWith(off: readonly PlainDate[], working: readonly PlainDate[]) {
  const notice = (year: number) => {
    const inYear = (each: PlainDate) => yearOf(each) === year;
    return inventedNotice(`甲〔${year}〕1号`, `${year - 1}-11-01`, {
      off: off.filter(inYear),
      working: working.filter(inYear),
    });
  };
  return calendarOf([2030, 2031].map((year) => inventedYear(year, [notice(year)])));
}

const days = fc.uniqueArray(day, { maxLength: 40 });
const calendar = fc.tuple(days, days).map(([off, working]) => calendarWith(off, working));

test('a term of working days never ends on a day off, and counts exactly its number of working days', () => {
  fc.assert(
    fc.property(day, length, fc.boolean(), roll, calendar, (start, count, startCounted, rolls, worked) => {
      const found = dueOf(start, { count: 'working', days: count, startCounted, roll: rolls }, worked);
      const counted = found.days.filter((each) => each.counted !== null);

      expect(isWorkingDay(found.due, worked)).toBe(true);
      expect(counted.map((each) => each.counted)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
      expect(counted.every((each) => isWorkingDay(each.date, worked))).toBe(true);
      expect(
        found.days.every((each) => each.counted !== null || each.date === start || !isWorkingDay(each.date, worked)),
      ).toBe(true);
    }),
  );
});

test('one more holiday never makes a term of working days fall due earlier', () => {
  fc.assert(
    fc.property(day, length, days, days, day, (start, count, off, working, holiday) => {
      const before = calendarWith(off, working);
      const after = calendarWith(
        [...off, holiday],
        working.filter((each) => each !== holiday),
      );
      expect(dueOf(start, workingDays(count), after).due >= dueOf(start, workingDays(count), before).due).toBe(true);
    }),
  );
});

test('one more day is later for working days, and never earlier for natural days', () => {
  fc.assert(
    fc.property(day, length, calendar, (start, count, worked) => {
      expect(dueOf(start, workingDays(count + 1), worked).due > dueOf(start, workingDays(count), worked).due).toBe(
        true,
      );
      expect(dueOf(start, naturalDays(count + 1), worked).due >= dueOf(start, naturalDays(count), worked).due).toBe(
        true,
      );
    }),
  );
});

test('a counted start makes a term at most as long, by exactly one natural day', () => {
  fc.assert(
    fc.property(day, length, calendar, (start, count, worked) => {
      const of = (kind: 'working' | 'natural', startCounted: boolean) =>
        dueOf(start, { count: kind, days: count, startCounted, roll: 'none' }, worked).due;
      expect(of('working', true) <= of('working', false)).toBe(true);
      expect(of('working', true) < of('working', false)).toBe(isWorkingDay(start, worked));
      expect(addDays(of('natural', true), 1)).toBe(of('natural', false));
    }),
  );
});

test('no term falls due before it starts; rolling ends on a day worked unless it would have to go back behind the start', () => {
  fc.assert(
    fc.property(day, term, calendar, (start, any, worked) => {
      const { due, rolledFrom } = dueOf(start, any, worked);
      expect(due >= start).toBe(true);
      if ('roll' in any && any.roll === 'forward') expect(isWorkingDay(due, worked)).toBe(true);
      if ('roll' in any && any.roll === 'backward') expect(isWorkingDay(due, worked) || due === start).toBe(true);
      if ('roll' in any && any.roll === 'none') expect(rolledFrom).toBeNull();
    }),
  );
});

test('the days of the arithmetic are ascending, hold no day twice, and hold the start and the due day', () => {
  fc.assert(
    fc.property(day, term, calendar, (start, any, worked) => {
      const found = dueOf(start, any, worked);
      const dates = found.days.map((each) => each.date);
      expect(dates).toEqual([...new Set(dates)].toSorted());
      expect(dates).toContain(start);
      expect(dates).toContain(found.due);
    }),
  );
});

const pausesFrom = (start: PlainDate) =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 })), { maxLength: 3 }).map((spans) =>
    spans.reduce<Pause[]>((made, [gap, long]) => {
      const from = addDays(made.at(-1)?.until ?? start, gap);
      return [...made, { from, until: addDays(from, long), reason: '汛期' }];
    }, []),
  );

test('a pause never brings a deadline forward, nor does a term fall due while it stands still', () => {
  fc.assert(
    fc.property(
      day.chain((start) => fc.tuple(fc.constant(start), pausesFrom(start))),
      term,
      calendar,
      ([start, pauses], counted, worked) => {
        const without = dueOf(start, counted, worked);
        const paused = dueOf(start, counted, worked, pauses);

        expect(paused.due >= without.due).toBe(true);
        if (pauses.every((each) => each.from <= without.due)) expect(pauseOn(paused.due, pauses)).toBeNull();
        expect(paused.days.every((each) => each.counted === null || pauseOn(each.date, pauses) === null)).toBe(true);
      },
    ),
  );
});

test('a pause that begins after the last day moves nothing', () => {
  fc.assert(
    fc.property(day, term, calendar, length, (start, counted, worked, long) => {
      const { due, rolledFrom } = dueOf(start, counted, worked);
      const from = addDays(due > (rolledFrom ?? due) ? due : (rolledFrom ?? due), 1);
      expect(dueOf(start, counted, worked, [{ from, until: addDays(from, long), reason: '汛期' }]).due).toBe(due);
    }),
  );
});

test('a term lengthened by units of its own never falls due earlier, and working days end on the day they would from the old last one', () => {
  fc.assert(
    fc.property(day, term, fc.integer({ min: 1, max: 40 }), calendar, (start, counted, units, worked) => {
      const before = dueOf(start, counted, worked);
      const after = dueOf(start, lengthened(counted, units, start), worked);

      expect(after.due >= before.due).toBe(true);
      if (counted.count === 'working' && isWorkingDay(before.due, worked))
        expect(after.due).toBe(dueOf(before.due, workingDays(units), worked).due);
    }),
  );
});
test('natural days that are not rolled end later by exactly the days on which they stood still', () => {
  fc.assert(
    fc.property(day, length, fc.integer({ min: 1, max: 60 }), length, (start, count, offset, long) => {
      const counted = { count: 'natural', days: count, startCounted: false, roll: 'none' } as const;
      const from = addDays(start, Math.min(offset, count));
      const stood = { from, until: addDays(from, long), reason: '汛期' };
      expect(
        daysBetween(dueOf(start, counted, calendarOf([])).due, dueOf(start, counted, calendarOf([]), [stood]).due),
      ).toBe(long);
    }),
  );
});
