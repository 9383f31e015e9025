import type { ClauseId } from '../policy/index.ts';
import { metSince, runOn } from './clocks.ts';
import type { Dossier, Task } from './dossier.ts';
import type { Pen } from './draft.ts';
import type { RecordedAct } from './event.ts';
import { reach } from './flow.ts';
import { procedureOfRun, routeOf, stepOf, type Law } from './law.ts';
import { openStep } from './opening.ts';
import { answerTo, whereAsked } from './questions.ts';

/** A return: to which earlier step, why, and which clause was not kept. */
export type Return = {
  /** Null: the plan leaves it open, and whoever leads the coordinator is asked. */
  readonly to: string | null;
  readonly reason: string;
  readonly becauseOf: ClauseId;
  readonly recorded: RecordedAct | null;
};

/** Opens a new round at an earlier step. Nothing is rewound: acts stay, clocks of steps to be done again run on. */
export function returnStep<D extends Dossier>(draft: Pen<D>, task: Task, back: Return, law: Law): void {
  const to = back.to ?? askedWhere(draft, task, back, law);
  if (to !== null) returnTo(draft, task, { ...back, to }, law);
}

/** Where the plan sends nobody: what was ruled, or null while the return waits for its ruling. */
function askedWhere<D extends Dossier>(draft: Pen<D>, task: Task, back: Return, law: Law): string | null {
  const route = routeOf(law, task.run, draft.now().runs[task.run]!.route);
  const { reason, becauseOf, recorded } = back;
  const pending = { task: task.id, unit: task.unit!, unitName: task.unitName!, reason, becauseOf, recorded };
  return answerTo(draft, whereAsked(task, route, pending), law);
}

function returnTo<D extends Dossier>(
  draft: Pen<D>,
  task: Task,
  back: Return & { readonly to: string },
  law: Law,
): void {
  const run = draft.now().runs[task.run]!;
  const route = routeOf(law, task.run, run.route);
  const reopens = metSince(draft, task.run, back.to, law);
  const round = run.round + 1;

  draft.add({
    type: 'StepReturned',
    run: task.run,
    from: task.step,
    to: back.to,
    title: task.title,
    clause: task.clause,
    becauseOf: back.becauseOf,
    reason: back.reason,
    unit: task.unit!,
    unitName: back.recorded?.unitName ?? task.unitName!,
    recorded: back.recorded,
    round,
    reopens,
  });
  runOn(draft, reopens, '退回后继续计时，按现行放假安排', law);
  openStep(draft, task.run, stepOf(route, back.to), round, law);
  const { on } = draft.signature;
  const day = back.recorded?.document.date ?? on;
  const document = back.recorded?.document ?? null;
  reach(draft, `returned/${procedureOfRun(task.run)}`, { day, document, clause: task.clause }, law);
}
