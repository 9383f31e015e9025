import { expect, test } from 'vitest';
import { missingIn, monthsOf, type YearDay } from './months.ts';

const day = (date: string): YearDay => ({ date, working: true, kind: 'working', why: { zh: '工作日' }, notice: null });

test('a month begins under its own weekday', () => {
  const [january, february] = monthsOf([day('2026-01-01'), day('2026-01-02'), day('2026-02-01')]);

  expect(january!.cells.map((cell) => cell?.date ?? null)).toEqual([null, null, null, '2026-01-01', '2026-01-02']);
  expect(february!.cells.at(-1)?.date).toBe('2026-02-01');
  expect(february!.cells).toHaveLength(7);
});

test('a year before the first one kept is not called unpublished', () => {
  expect([2017, 2027].map((year) => missingIn(year, 2018))).toEqual(['notKept', 'unpublished']);
});
