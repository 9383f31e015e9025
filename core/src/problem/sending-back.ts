import { returnStep, routeOf, type Draft, type Law, type Return, type Task } from '../procedure/index.ts';
import type { ProblemEvent } from './event.ts';
import type { Problem } from './problem.ts';

/**
 * Returns a step. Where the self-check must be done again, the finish that was reported has not been accepted: the plan's own
 * clock runs on from where it was until the check is done anew, so that a finish reported too early wins no time.
 */
export function sendBack(
  draft: Draft<Problem, ProblemEvent>,
  task: Task,
  back: Omit<Return, 'reopens'>,
  law: Law,
): void {
  const route = routeOf(law, task.run, draft.now().runs[task.run]!.route);
  const again = route.steps.slice(route.steps.findIndex((step) => step.id === back.to));
  const unfinished = task.run === 'acceptance' && again.some((step) => step.do === 'self-check');
  returnStep(draft, task, { ...back, reopens: unfinished ? ['plan-deadline'] : [] }, law);
}
