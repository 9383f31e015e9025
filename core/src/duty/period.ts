import type { Duty, DutyDue } from '../policy/index.ts';
import { addDays, dueOf, type Calendar, type Due, type PlainDate } from '../time/index.ts';
import { spanAround, yearlySpan, type Span } from './span.ts';

/** A duty that really runs: it says how often, what is filed and by when. */
export type RunningDuty = Duty & { readonly runs: NonNullable<Duty['runs']> };

/** Duties of an edition for which something is opened; the others are only written down. */
export function runningDuties(duties: readonly Duty[]): RunningDuty[] {
  return duties.filter((duty): duty is RunningDuty => duty.runs !== undefined);
}

/** A round that a person ordered: its days, and what it is about. The order's last day is its due day. */
export type Round = Span & { readonly text: string };

/** One period of a duty: the days that it is about, when its window opens, and by when the returns are due. */
export type Period = Span & {
  readonly opensOn: PlainDate;
  readonly due: Due;
  /** The day on which whoever has not filed is reminded; null: nobody is. */
  readonly remindsOn: PlainDate | null;
};

/** Periods whose days lie, even in part, between these two days, the earliest first. Rounds are those ordered so far. */
export function periodsOf(
  duty: RunningDuty,
  from: PlainDate,
  to: PlainDate,
  calendar: Calendar,
  rounds: readonly Round[] = [],
): Period[] {
  return spansOf(duty, from, to, calendar, rounds).map((span) => {
    const due = dueIn(duty, span, calendar);
    const { opensBefore, reminds } = duty.runs;
    const opensOn = opensBefore === undefined ? span.first : addDays(due.due, -opensBefore);
    const { id, first, last } = span;
    return {
      id,
      first,
      last,
      opensOn,
      due,
      remindsOn: reminds === undefined ? null : remindsOn(due, opensOn, reminds),
    };
  });
}

/** Nobody is reminded of what is not opened yet. */
function remindsOn({ due }: Due, opensOn: PlainDate, before: number): PlainDate {
  const day = addDays(due, -before);
  return day < opensOn ? opensOn : day;
}

type Named = Span & { readonly monthDay?: string };

function spansOf(
  { runs: { every, due } }: RunningDuty,
  from: PlainDate,
  to: PlainDate,
  calendar: Calendar,
  rounds: readonly Round[],
): readonly Named[] {
  if (every.every === 'order')
    return rounds
      .filter((round) => round.first <= to && round.last >= from)
      .toSorted((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : a.id < b.id ? -1 : 1));
  const inclusive = due.on !== 'day' || due.inclusive;
  const around = (day: PlainDate): Named =>
    every.every === 'yearly' ? yearlySpan(every.days, inclusive, day, calendar) : spanAround(every.every, day);
  const spans: Named[] = [];
  for (let day = from; day <= to; day = addDays(spans.at(-1)!.last, 1)) spans.push(around(day));
  return spans;
}

/** By when a period's returns are due, with the arithmetic. `from`: the first day of the period, or its last where days follow it. */
function dueIn({ runs: { due } }: RunningDuty, span: Named, calendar: Calendar): Due {
  if (due.on === 'after' && due.days > 0) return dueOf(span.last, afterTerm(due), calendar);
  if (due.on === 'day' && span.monthDay !== undefined) {
    const { inclusive, roll } = due;
    return dueOf(span.first, { count: 'yearly', monthDay: span.monthDay, inclusive, roll }, calendar);
  }
  const roll = due.on === 'order' ? 'none' : due.roll;
  return dueOf(span.first, { count: 'fixed', date: span.last, roll }, calendar);
}

function afterTerm({ count, days, roll }: Extract<DutyDue, { on: 'after' }>) {
  return { count, days, startCounted: false, roll } as const;
}
