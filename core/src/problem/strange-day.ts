import type { Law } from '../procedure/index.ts';
import { addDays, daysBetween, type PlainDate } from '../time/index.ts';
import type { Evidence, Measure, Problem } from './problem.ts';

/**
 * Whether this proof is said to be from before the problem was handed over, though it does not show the place as it was:
 * work that nobody had to do yet. It is pointed at; people judge.
 */
export function beforeHandOver({ kind, takenOn }: Evidence, { handedOverOn }: Problem, { policy }: Law): boolean {
  if (!takenOn || !handedOverOn || takenOn >= handedOverOn) return false;
  return policy.evidenceKinds.find(({ id }) => id === kind)?.shows !== 'before';
}

/** Why the day of a completion is pointed at; people judge. */
export type StrangeCompletion = 'before-hand-over' | 'long-past' | 'after-report';

/**
 * What is odd about the day on which a measure is said to have been done: before it was handed over, more than a year before it
 * was said, or after the day on which the office says that it was reported. `claimedOn`: that day, where one was claimed.
 */
export function strangeCompletion(
  { completedOn, reportedOn }: Pick<Measure, 'completedOn' | 'reportedOn'>,
  { handedOverOn }: Pick<Problem, 'handedOverOn'>,
  claimedOn: PlainDate | null = null,
): readonly StrangeCompletion[] {
  if (completedOn === null) return [];
  const before = (day: PlainDate | null): boolean => day !== null && completedOn < day;
  const told = claimedOn ?? reportedOn;
  return [
    ...(before(handedOverOn) ? (['before-hand-over'] as const) : []),
    ...(reportedOn !== null && before(addDays(reportedOn, -365)) ? (['long-past'] as const) : []),
    ...(told !== null && completedOn > told ? (['after-report'] as const) : []),
  ];
}

/** Days between the day on which a measure is said to have been done and the one on which that was said; 0 while it is open. */
export const completionApart = ({ completedOn, reportedOn }: Measure): number =>
  completedOn === null || reportedOn === null ? 0 : Math.abs(daysBetween(completedOn, reportedOn));
