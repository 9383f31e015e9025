import type { ProcedureId, Route, Step } from '../policy/index.ts';
import type { Dossier } from './dossier.ts';
import type { Pen } from './draft.ts';
import { stepOf, type Law } from './law.ts';
import { tasksFor } from './seats.ts';

/** Starts a procedure on a route and opens its first step, or the step named. */
export function startProcedure<D extends Dossier>(
  draft: Pen<D>,
  run: ProcedureId,
  route: Route,
  ruling: string | null,
  law: Law,
): void {
  draft.add({
    type: 'ProcedureStarted',
    run,
    route: route.id,
    title: route.title,
    clause: route.clause,
    ruling,
    steps: route.steps.map(({ id, title, clause }) => ({ id, title, clause })),
  });
  openStep(draft, run, stepOf(route, route.steps[0]!.id), 1, law);
}

/** Opens a step with fresh tasks for every seat. */
export function openStep<D extends Dossier>(
  draft: Pen<D>,
  run: ProcedureId,
  step: Step,
  round: number,
  law: Law,
): void {
  const tasks = tasksFor(step, run, round, draft.now(), law, draft.signature.on);
  draft.add({ type: 'StepOpened', run, step: step.id, round, tasks });
}
