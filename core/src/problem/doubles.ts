import { daysOf, PLAN_DEADLINE, type Days, type Law } from '../procedure/index.ts';
import { awaitsSignature } from '../procedure/verbs/index.ts';
import type { Text } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';
import { LISTED_DEADLINE } from './listed-deadline.ts';
import type { Problem } from './problem.ts';

/** What of its days would be gone if this problem were closed as merged: its work is due by the plan's day, or by the list's. */
export const problemDays = (problem: Problem, on: PlainDate): Days =>
  daysOf(problem, on, ({ id }) => id === PLAN_DEADLINE || id === LISTED_DEADLINE);

/** What of a problem somebody has before him to sign or settle; null: nothing waits. */
export function problemAwaits(problem: Problem, law: Law): Text | null {
  if (problem.contested) return { zh: '移交异议的裁定', en: 'the ruling on the contested hand-over' };
  // nothing was put before anybody where the run has only begun, unless the work itself was reported finished
  return awaitsSignature(problem, law, ({ acts }) => acts.length > 0 || problem.finishReportedOn !== null);
}
