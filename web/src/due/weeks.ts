import type { Schema } from '../api/client.ts';

export type Day = Schema<'CountedDay'>;
/** Seven places, Monday first; null where the span does not reach. */
export type Week = { readonly month: string | null; readonly days: readonly (Day | null)[] };

const weekday = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The days of a span as weeks of a wall calendar. A week that begins a month, or the span, bears its name (`2026-11`). */
export function weeksOf(days: readonly Day[]): Week[] {
  const weeks: (Day | null)[][] = [];
  for (const day of days) {
    const at = weekday(day.date);
    if (weeks.length === 0 || at === 0) weeks.push(Array.from({ length: 7 }, () => null));
    const last = weeks[weeks.length - 1];
    if (last) last[at] = day;
  }
  return weeks.map((week, index) => ({ month: monthOf(week, index === 0), days: week }));
}

function monthOf(week: readonly (Day | null)[], first: boolean): string | null {
  const held = week.filter((day) => day !== null);
  const opening = held.find((day) => day.date.endsWith('-01'));
  const named = opening ?? (first ? held[0] : undefined);
  return named ? named.date.slice(0, 7) : null;
}

/** A run of days off for the same reason. */
export type Off = { readonly from: string; readonly until: string; readonly why: Day['why'] };

/** Days that were skipped or worked for a reason that is not the plain week, in runs, for the notes under the strip. */
export function notedRuns(days: readonly Day[]): Off[] {
  const runs: Off[] = [];
  for (const { date, why } of days.filter(isNoted)) {
    const last = runs[runs.length - 1];
    if (last && last.why.zh === why.zh && isNext(last.until, date)) runs[runs.length - 1] = { ...last, until: date };
    else runs.push({ from: date, until: date, why });
  }
  return runs;
}

/** Weekends off and plain working days need no note; a day with a paper behind it does, on whatever weekday. */
function isNoted({ date, working, paused, why }: Day): boolean {
  if (paused) return true;
  const weekend = weekday(date) >= 5;
  return working === weekend || why.zh.includes('（');
}

/** Whether every day of the span is there: a fixed date has only its first and its last, and nothing was counted between. */
export const isCounted = (days: readonly Day[]): boolean =>
  days.every(({ date }, index) => index === 0 || isNext(days[index - 1]?.date ?? date, date));

const isNext = (day: string, other: string): boolean =>
  Date.parse(`${other}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`) === 86_400_000;
