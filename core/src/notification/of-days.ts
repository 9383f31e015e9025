import { leadingPosts } from '../access/index.ts';
import type { Text } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { addDays, dueOf, workingDays, type Calendar, type PlainDate } from '../time/index.ts';
import { addressed, type Had, type Occasion, type Tiding } from './tiding.ts';

/**
 * Lines that fall due in this span of days, both included, are told of for this reason; `from` null: since ever. `over`: those whose
 * day, or minute on it, has passed; else those that still run.
 */
export type Span = {
  readonly occasion: Occasion;
  readonly from: PlainDate | null;
  readonly to: PlainDate;
  readonly over: boolean;
};

/**
 * What the day itself has to tell: what falls due up to `amber`, the last day that is still close; what is late; and, to whoever
 * leads the unit, what has been late for `ledAfter` working days, a number that the office sets.
 */
export function spansOn(today: PlainDate, amber: PlainDate, ledAfter: number, calendar: Calendar): readonly Span[] {
  return [
    { occasion: 'due-soon', from: today, to: amber, over: false },
    { occasion: 'overdue', from: null, to: today, over: true },
    { occasion: 'overdue-led', from: null, to: lastLateFor(ledAfter, today, calendar), over: true },
  ];
}

/** The last due day that is late by so many working days today. */
function lastLateFor(days: number, today: PlainDate, calendar: Calendar): PlainDate {
  let due = addDays(today, -days);
  while (dueOf(due, workingDays(days), calendar).due > today) due = addDays(due, -1);
  return due;
}

/**
 * Lines that waited for their day and come to their desk by it are told of as any that comes by an act. `from`: an outage of a
 * month is caught up with; what came before that is nobody's news.
 */
export const spanBegun = (today: PlainDate): Span & { readonly from: PlainDate } => ({
  occasion: 'assigned',
  from: addDays(today, -30),
  to: today,
  over: false,
});

/** Who is told that this line falls due, or is late. */
export function toldByDay(
  { occasion }: Span,
  line: Had & { readonly id: string; readonly title: Text },
  law: Law,
  on: PlainDate,
): Tiding {
  const said = { occasion, about: line.id, title: line.title };
  if (occasion !== 'overdue-led' || line.unit === null || line.external)
    return { ...said, ...addressed(line, law, on) };
  const { unit } = line;
  // whoever coordinates has what is late among what he looks after
  return { ...said, to: leadingPosts(law.policy).map((post) => ({ unit, post })), otherwise: [] };
}
