import type { ProcedureId, Route, Step } from '../policy/index.ts';
import { startLimits } from './limits.ts';
import { metSince, runOn } from './clocks.ts';
import type { Dossier, Run, Task } from './dossier.ts';
import type { Pen } from './draft.ts';
import { routeOf, stepOf, type Law } from './law.ts';
import { actsAt } from './binding.ts';
import { answerTo, seatNamed, whoAsked } from './questions.ts';
import { firstFree, isSeat, tasksFor } from './seats.ts';

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

/**
 * Opens the step that comes after one that has ended. Where it stands before it, it and every step after it is done again, in a
 * new round, and their limits run on: what is done again wins no time.
 */
export function openNext<D extends Dossier>(
  draft: Pen<D>,
  { run, round }: Pick<Task, 'run' | 'round'>,
  ended: Step,
  next: Step,
  law: Law,
): void {
  const ids = draft.now().runs[run]!.steps.map(({ id }) => id);
  if (ids.indexOf(next.id) > ids.indexOf(ended.id)) return openStep(draft, run, next, round, law);
  openStep(draft, run, next, round + 1, law, metSince(draft, run, next.id, law));
}

/** Opens a step with fresh tasks for every seat; where the plan gives it to nobody, whoever leads the coordinator is asked who. */
export function openStep<D extends Dossier>(
  draft: Pen<D>,
  run: ProcedureId,
  step: Step,
  round: number,
  law: Law,
  reopens: readonly string[] = [],
): void {
  seatStep(draft, run, step, round, law, reopens);
  runOn(draft, reopens, '重新办理，继续计时，按现行放假安排', law);
  startLimits(draft, step, run, 'opening', draft.signature.on, law);
}

/** Fresh tasks for every seat of a step, and nothing else: its limits run as they do, what is public stays so. */
export function seatStep<D extends Dossier>(
  draft: Pen<D>,
  run: ProcedureId,
  step: Step,
  round: number,
  law: Law,
  reopens: readonly string[] = [],
): void {
  const taken = { ...step, by: seatsOrAsked(draft, run, step, law) };
  const tasks = tasksFor(taken, run, round, draft.now(), law, draft.signature.on);
  draft.add({ type: 'StepOpened', run, step: step.id, round, tasks, ...(reopens.length > 0 ? { reopens } : {}) });
}

/**
 * Seats an open step by parts that were named otherwise. Where nobody has answered yet, only whose seat it was or is learns of it: it
 * is no new round, nothing came back, and its limits run as they do. What somebody answered was with those who sat there then: all
 * are asked once more.
 */
export function seatAnew<D extends Dossier>(draft: Pen<D>, { id: run, round }: Run, step: Step, law: Law): void {
  const now = draft.now();
  const place = { run, step: step.id, round };
  if (actsAt(now, place).length > 0) return openStep(draft, run, step, round + 1, law);
  const taken = { ...step, by: seatsOrAsked(draft, run, step, law) };
  const seats = tasksFor(taken, run, round, draft.now(), law, draft.signature.on);
  const held = seats.map((seat) => now.tasks.find((task) => isSeat(task, place, seat)) ?? null);
  let free = firstFree(now, place, seats.length);
  const tasks = seats.map((seat, at) => held[at] ?? { ...seat, id: `${run}/${step.id}/${round}/${free++}` });
  draft.add({ type: 'StepOpened', run, step: step.id, round, tasks });
}

/** The seats that take a step: those of the plan, or the one that was ruled where the plan leaves it open. */
export function seatsOrAsked<D extends Dossier>(draft: Pen<D>, run: ProcedureId, step: Step, law: Law): Step['by'] {
  if (!step.asks?.includes('who')) return step.by;
  const route = routeOf(law, run, draft.now().runs[run]!.route);
  const choice = answerTo(draft, whoAsked(run, route, step, draft.now(), law, draft.signature.on), law);
  return choice === null ? [] : [seatNamed(choice)];
}
