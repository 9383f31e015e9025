import type { Schema } from '../api/client.ts';

export type YearDay = Schema<'CalendarYear'>['days'][number];
export type Month = { readonly month: number; readonly cells: readonly (YearDay | null)[] };

/** A year's days month by month, each beginning on a Monday: blanks before the first. Days are text, no zone moves them. */
export function monthsOf(days: readonly YearDay[]): readonly Month[] {
  const months = new Map<number, (YearDay | null)[]>();
  for (const day of days) {
    const month = Number(day.date.slice(5, 7));
    const cells = months.get(month) ?? Array<YearDay | null>(weekdayOf(day.date)).fill(null);
    cells.push(day);
    months.set(month, cells);
  }
  return [...months].map(([month, cells]) => ({ month, cells }));
}

/** 0 for Monday to 6 for Sunday. */
const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** Why a year has no notice: those before the first one kept came out long ago, later ones are still to come. */
export const missingIn = (year: number, first: number): 'notKept' | 'unpublished' =>
  year < first ? 'notKept' : 'unpublished';
