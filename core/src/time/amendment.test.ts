import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amendedYears, changedDays, impactOf, type ClosedClock, type OpenClock } from './amendment.ts';
import { calendarOf } from './calendar.ts';
import { dueOf } from './due.ts';
import { inventedNotice, inventedYear, ONE_YEAR, YEAR_2030 } from './invented-years.ts';
import { addDays, plainDate, type PlainDate } from './plain-date.ts';
import { naturalDays, workingDays, type Term } from './term.ts';

const YEAR_2031 = inventedYear(2031, [
  inventedNotice('甲〔2030〕8号', '2030-11-05', {
    off: ['2030-12-31', '2031-01-01', '2031-01-02'],
    working: ['2030-12-28', '2031-01-05'],
  }),
]);
const NEXT = calendarOf([YEAR_2030, YEAR_2031]);

function open(start: string, term: Term, due?: string): OpenClock {
  const from = plainDate(start);
  const onRecord = due ? plainDate(due) : dueOf(from, term, ONE_YEAR).due;
  return { id: `${start} ${term.count}`, start: from, term, due: onRecord, closedOn: null };
}

const closed = (clock: OpenClock, on: PlainDate): ClosedClock => ({ ...clock, closedOn: on });

test('a new year moves an open clock, says by how much and by which days, and makes it definite', () => {
  const [impact] = impactOf([open('2030-12-26', workingDays(5))], ONE_YEAR, NEXT);

  expect(impact).toMatchObject({
    was: '2031-01-02',
    due: '2031-01-05',
    moved: 3,
    outcome: 'moved',
    provisional: { before: true, after: false },
    next: { calendar: NEXT.id },
  });
  expect(impact?.causes.map(({ date, before, after }) => [date, before.kind, after.kind])).toEqual([
    ['2030-12-28', 'weekend', 'make-up'],
    ['2030-12-31', 'working', 'holiday'],
    ['2031-01-01', 'working', 'holiday'],
    ['2031-01-02', 'working', 'holiday'],
    ['2031-01-05', 'weekend', 'make-up'],
  ]);
});

test('a make-up day alone moves a clock earlier', () => {
  const [impact] = impactOf([open('2030-12-26', workingDays(2))], ONE_YEAR, NEXT);
  expect(impact).toMatchObject({ was: '2030-12-30', due: '2030-12-28', moved: -2, outcome: 'moved' });
});

test('a clock that the changed days do not touch is listed as the same, without causes', () => {
  const [impact] = impactOf([open('2030-04-22', workingDays(3))], ONE_YEAR, NEXT);
  expect(impact).toMatchObject({ moved: 0, outcome: 'same', causes: [], provisional: { before: false, after: false } });
});

test('natural days are only moved by the days they end on', () => {
  const [inside, ending] = impactOf(
    [open('2030-12-30', naturalDays(10)), open('2030-12-30', naturalDays(2))],
    ONE_YEAR,
    NEXT,
  );
  expect(inside).toMatchObject({ outcome: 'same', causes: [], provisional: { before: true, after: false } });
  expect(ending).toMatchObject({ was: '2031-01-01', due: '2031-01-03', outcome: 'moved' });
});

test('a date that somebody set by hand stays and is pointed at', () => {
  const [impact] = impactOf([open('2030-12-26', workingDays(5), '2031-02-14')], ONE_YEAR, NEXT);
  expect(impact).toMatchObject({ was: '2031-02-14', due: '2031-02-14', moved: 0, outcome: 'by-hand', next: null });
});

test('a calendar amendment never touches a closed clock, and lists every open one once', () => {
  const start = fc.integer({ min: 0, max: 400 }).map((offset) => addDays(plainDate('2030-01-01'), offset));
  const term = fc.integer({ min: 1, max: 40 }).chain((days) => fc.constantFrom(workingDays(days), naturalDays(days)));
  const clock = fc.tuple(start, term, fc.option(fc.integer({ min: 0, max: 90 })));
  fc.assert(
    fc.property(fc.array(clock, { maxLength: 12 }), (drawn) => {
      const clocks = drawn.map(([from, each, closedAfter], index) => {
        const running = { ...open(from, each), id: String(index) };
        return closedAfter === null ? running : closed(running, addDays(from, closedAfter));
      });

      const impacts = impactOf(clocks, ONE_YEAR, NEXT);

      expect(impacts.map((impact) => impact.clock)).toEqual(
        clocks.filter((each) => each.closedOn === null).map((each) => each.id),
      );
      for (const impact of impacts) {
        const it = clocks[Number(impact.clock)];
        expect(impact.due).toBe(it && dueOf(it.start, it.term, NEXT).due);
        expect(impact.outcome === 'moved').toBe(impact.moved !== 0);
        if (impact.outcome === 'moved') expect(impact.causes).not.toEqual([]);
      }
    }),
  );
});

test('putting the same calendar in again moves nothing', () => {
  const impacts = impactOf(
    [open('2030-12-26', workingDays(5)), open('2030-04-30', naturalDays(1))],
    ONE_YEAR,
    ONE_YEAR,
  );
  expect(impacts.map((impact) => impact.outcome)).toEqual(['same', 'same']);
});

test('an imported year is put in, or takes the place of the one it corrects', () => {
  const corrected = { ...YEAR_2031, notices: [] };
  expect(amendedYears([YEAR_2030], YEAR_2031)).toEqual([YEAR_2030, YEAR_2031]);
  expect(amendedYears([YEAR_2030, YEAR_2031], corrected)).toEqual([YEAR_2030, corrected]);
});

test('days that change their reason but not whether they are worked are no change', () => {
  const sunday = inventedYear(2031, [
    inventedNotice('甲〔2030〕8号', '2030-11-05', { off: ['2031-01-04', '2031-01-07'] }),
  ]);
  const after = calendarOf([YEAR_2030, sunday]);
  const days = changedDays(ONE_YEAR, after, plainDate('2031-01-01'), plainDate('2031-01-31'));
  expect(days.map((each) => each.date)).toEqual(['2031-01-07']);
});
