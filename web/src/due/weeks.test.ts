import { expect, test } from 'vitest';
import { isCounted, notedRuns, weeksOf, type Day } from './weeks.ts';

const day = (date: string, working: boolean, zh = working ? '工作日' : '周末', counted: number | null = null): Day => ({
  date,
  working,
  counted,
  why: { zh },
});

const HOLIDAY = '国庆节放假（国办发明电〔2025〕7号）';
/** From the Wednesday before the holidays of 2026 to the working Saturday after them. */
const span = [
  day('2026-09-30', true, '工作日', 1),
  ...['01', '02', '03', '04', '05', '06', '07'].map((date) => day(`2026-10-${date}`, false, HOLIDAY)),
  day('2026-10-08', true, '工作日', 2),
  day('2026-10-09', true, '工作日', 3),
  day('2026-10-10', true, '调休上班（国办发明电〔2025〕7号）', 4),
];

test('days stand under their weekday, Monday first', () => {
  const [first, second] = weeksOf(span);
  expect(first?.days.map((held) => held?.date.slice(8) ?? '')).toEqual(['', '', '30', '01', '02', '03', '04']);
  expect(second?.days.map((held) => held?.date.slice(8) ?? '')).toEqual(['05', '06', '07', '08', '09', '10', '']);
});

test('a week in which a month begins bears the name of the month', () => {
  expect(weeksOf(span).map((week) => week.month)).toEqual(['2026-10', null]);
  expect(weeksOf([day('2026-11-16', true), day('2026-11-17', true)])[0]?.month).toBe('2026-11');
});

test('no day is lost and none is shown twice', () => {
  expect(weeksOf(span).flatMap((week) => week.days.flatMap((held) => held ?? []))).toEqual(span);
});

test('a holiday is one note with its notice, and a Saturday that is worked is noted as well', () => {
  expect(notedRuns(span)).toEqual([
    { from: '2026-10-01', until: '2026-10-07', why: { zh: HOLIDAY } },
    { from: '2026-10-10', until: '2026-10-10', why: { zh: '调休上班（国办发明电〔2025〕7号）' } },
  ]);
});

test('a plain weekend needs no note', () => {
  expect(notedRuns([day('2026-11-14', false), day('2026-11-15', false), day('2026-11-16', true)])).toEqual([]);
});

test('a fixed date is not counted out day by day', () => {
  expect(isCounted(span)).toBe(true);
  expect(isCounted([day('2026-04-14', true), day('2026-07-22', true, '工作日', 1)])).toBe(false);
});
