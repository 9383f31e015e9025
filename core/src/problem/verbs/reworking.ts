import type { InputFault } from '../../access/index.ts';
import { cameBack, routeOf, runOn, stepOf, type Draft, type Law, type Run } from '../../procedure/index.ts';
import { stepOfTask, returnsToOf } from '../../procedure/verbs/index.ts';
import type { ProblemEvent } from '../event.ts';
import { checksAgain } from '../milestones.ts';
import type { Problem } from '../problem.ts';

/** Measures nobody has completed yet. */
export const openMeasures = (problem: Problem) => problem.measures.filter((measure) => measure.completedOn === null);

/** Measures of which progress can be reported: open ones; all of them where the work came back and is to be checked again. */
export const reportable = (problem: Problem, law: Law) =>
  sentBack(problem, law) ? problem.measures : openMeasures(problem);

/** The run in which the work came back: it stands at the check by those who did it, and not for the first time. */
export const sentBack = ({ runs }: Problem, law: Law): Run | null =>
  Object.values(runs).find(
    (run) =>
      run.finishedOn === null &&
      run.step !== null &&
      cameBack(run) &&
      stepOf(routeOf(law, run.id, run.route), run.step).do === 'self-check',
  ) ?? null;

/** Measures that a return of this task may say are not done: none, where it leads to no new check of the work. */
export function reopenable(problem: Problem, id: string, law: Law) {
  const task = problem.tasks.find((open) => open.id === id);
  if (!task || problem.finishReportedOn === null) return [];
  const targets = returnsToOf(stepOfTask(problem, task, law), task);
  const again = targets.some((to) => checksAgain(problem, task.run, to, law));
  return again ? problem.measures.filter(({ completedOn }) => completedOn !== null) : [];
}

/** What is wrong with the measures that a return names. */
export function reopeningFaults(
  problem: Problem,
  { task, to, measures = [] }: { readonly task: string; readonly to: string; readonly measures?: readonly string[] },
  law: Law,
): InputFault[] {
  if (measures.length === 0) return [];
  const run = problem.tasks.find((open) => open.id === task)!.run;
  const known = to !== '' && checksAgain(problem, run, to, law) ? reopenable(problem, task, law) : [];
  const strange = measures.filter((id) => !known.some((measure) => measure.id === id));
  return strange.length > 0 ? [{ field: 'measures', code: 'unknown' }] : [];
}

/** Opens measures again that were said to be done: their own limits run on. */
export function reopen(
  draft: Draft<Problem, ProblemEvent>,
  run: Run['id'],
  said: { readonly measures: readonly string[]; readonly reason: string; readonly clause: string },
  law: Law,
): void {
  const clocks = said.measures.map((id) => `measure:${id}`);
  const reopens = draft.now().clocks.flatMap(({ id, metOn }) => (metOn !== null && clocks.includes(id) ? [id] : []));
  draft.add({ type: 'MeasuresReopened', ...said, run, round: draft.now().runs[run]!.round, reopens });
  runOn(draft, reopens, '措施退回重做，继续计时，按现行放假安排', law);
}
