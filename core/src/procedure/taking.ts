import { stepEvents, type Facts, type Route, type Step } from '../policy/index.ts';
import { dropClocks, meetClocks, startClocks } from './clocks.ts';
import { fileCopies } from './copies.ts';
import type { Act, Bound, Dossier, OfficialDocument, Task } from './dossier.ts';
import type { Pen } from './draft.ts';
import type { RecordedAct } from './event.ts';
import { nextStep, routeOf, stepOf, type Law } from './law.ts';
import { openStep } from './opening.ts';

/** What a person brings to a step, already checked by the guard and by `inputFaults`. */
export type Answer = {
  readonly verdict: 'agree' | 'object';
  readonly opinion: string | null;
  readonly document: OfficialDocument | null;
  readonly recorded: RecordedAct | null;
  readonly bound: Bound | null;
  readonly facts: Facts;
};

/** Writes one seat's answer and, when it ends the step, everything the plan ties to that. */
export function takeStep<D extends Dossier>(draft: Pen<D>, task: Task, answer: Answer, law: Law): void {
  const run = draft.now().runs[task.run]!;
  const route = routeOf(law, task.run, run.route);
  const step = stepOf(route, task.step);
  const acts = [
    ...run.acts.filter((act) => act.step === task.step && act.round === task.round),
    { part: task.part, verdict: answer.verdict },
  ];
  const open = draft.now().tasks.filter((other) => other.run === task.run && other.id !== task.id);
  const decided = isDecided(step, acts, open);
  const withdrawn = decided ? open.filter((other) => other.part === 'decide') : [];
  const endsStep = decided && open.length === withdrawn.length;

  draft.add({
    type: 'StepTaken',
    run: task.run,
    step: task.step,
    round: task.round,
    task: task.id,
    do: task.do,
    title: task.title,
    clause: task.clause,
    unit: task.unit!,
    unitName: answer.recorded?.unitName ?? task.unitName!,
    part: task.part,
    ...answer,
    withdraws: withdrawn.map((other) => other.id),
    endsStep,
  });
  if (endsStep) endStep(draft, route, step, task, law);
}

/** Joint decisions: any seat, all of them, a number of them, or all where one objection is enough to stop. */
function isDecided(step: Step, acts: readonly Pick<Act, 'part' | 'verdict'>[], open: readonly Task[]): boolean {
  const agreed = acts.filter((act) => act.part === 'decide' && act.verdict === 'agree').length;
  const waiting = open.some((task) => task.part === 'decide');
  if (step.together === 'any') return agreed >= 1;
  if (typeof step.together === 'object') return 'quorum' in step.together ? agreed >= step.together.quorum : false;
  return agreed >= 1 && !waiting;
}

function endStep<D extends Dossier>(draft: Pen<D>, route: Route, step: Step, task: Task, law: Law): void {
  const acts = actsOf(draft.now(), task);
  const day = acts.map((act) => act.day).reduce((latest, each) => (each > latest ? each : latest));
  meetClocks(draft, task.run, step.id, day);
  settleFacts(draft, step, task);
  fileCopies(
    draft,
    step,
    task,
    acts.filter((act) => act.part === 'decide'),
    law,
  );
  const ended = stepEvents(task.run, step.id);
  startClocks(draft, ended.within, day, law, [task.run]);
  startClocks(draft, ended.beyond, day, law);

  const next = nextStep(route, step.id);
  if (next) return openStep(draft, task.run, next, task.round, law);
  dropClocks(draft, task.run);
  draft.add({ type: 'ProcedureFinished', run: task.run, route: route.id, clause: step.clause, closes: step.closes });
}

/** This round's answers to the step of this task. A superior's counts from the day it bears, also when it is entered later. */
const actsOf = (dossier: Dossier, { run, step, round }: Task): readonly Act[] =>
  dossier.runs[run]!.acts.filter((act) => act.step === step && act.round === round);

function settleFacts<D extends Dossier>(draft: Pen<D>, step: Step, task: Task): void {
  if (step.settles.length === 0) return;
  const deciding = actsOf(draft.now(), task).filter((act) => act.part === 'decide');
  const facts: Facts = Object.assign({}, ...deciding.map((act) => act.facts));
  draft.add({ type: 'FactsSettled', run: task.run, facts, clause: step.clause });
}
