import type { Text } from '../policy/index.ts';
import { PLAN_DEADLINE, routeOf, stepOf, type Clock, type Law } from '../procedure/index.ts';
import { judgedBy } from '../policy/index.ts';
import { openObjections } from '../procedure/verbs/index.ts';
import type { PlainDate } from '../time/index.ts';
import { LISTED_DEADLINE } from './listed-deadline.ts';
import type { Problem } from './problem.ts';

/** A day that somebody must keep, with what is due on it. */
export type DayKept = { readonly title: Text; readonly due: PlainDate };

/** The days of a problem that a merger could make vanish: the first that has passed, and the first by which the work is to be done. */
export type Days = { readonly overdue: DayKept | null; readonly work: DayKept | null };

const first = (clocks: readonly Clock[]): DayKept | null =>
  clocks
    .flatMap(({ title, due }) => (due === null ? [] : [{ title, due }]))
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))[0] ?? null;

const open = ({ clocks }: Problem): readonly Clock[] =>
  clocks.filter((clock) => clock.metOn === null && clock.floor !== true);

/** What of its days would be gone if this problem were closed as merged on this day. */
export function daysOf(problem: Problem, on: PlainDate): Days {
  const running = open(problem);
  return {
    overdue: first(running.filter(({ due }) => due !== null && due < on)),
    work: first(running.filter(({ id }) => id === PLAN_DEADLINE || id === LISTED_DEADLINE)),
  };
}

/**
 * The day that a merger would hide: one that has passed, where the survivor is not late since as early a day; or one by which the
 * work is to be done, where the survivor has until later. Null: no day is lost.
 */
export function dayLost(double: Days, survivor: Problem, on: PlainDate): DayKept | null {
  const kept = daysOf(survivor, on);
  const isLater = (own: DayKept | null, lost: DayKept | null): boolean =>
    lost !== null && (own === null || own.due > lost.due);
  if (isLater(kept.overdue, double.overdue)) return double.overdue;
  return isLater(kept.work, double.work) ? double.work : null;
}

/** What somebody has before him to sign or settle: as long as it waits, nobody merges. Null: nothing does. */
export function awaitsSignature(problem: Problem, law: Law): Text | null {
  if (problem.contested) return { zh: '移交异议的裁定', en: 'the ruling on the contested hand-over' };
  if (openObjections(problem).length > 0) return { zh: '公示异议的处理', en: 'an objection to be settled' };
  const task = problem.tasks.find((each) => {
    const run = problem.runs[each.run];
    if (!run || each.question !== undefined) return false;
    const step = stepOf(routeOf(law, each.run, run.route), each.step);
    const judged = judgedBy(step) !== null || step.do === 'sign';
    // nothing was put before anybody where the run has only begun, unless the work itself was reported finished
    return judged && (run.acts.length > 0 || problem.finishReportedOn !== null);
  });
  return task?.title ?? null;
}
