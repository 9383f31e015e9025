import { stepEvents, type Facts, type Milestone, type Outcome, type Route, type Step } from '../policy/index.ts';
import { unitName } from '../access/units.ts';
import { dropClocks, meetClocks } from './clocks.ts';
import { fileCopies } from './copies.ts';
import { askCoSigners, askDeciders, coSignersToAsk } from './asking-anew.ts';
import { actsAt, boundAt, proposedAt } from './binding.ts';
import type { Account, Dossier, Task } from './dossier.ts';
import type { OfficialDocument } from './paper.ts';
import type { Pen, ReachedAt } from './draft.ts';
import type { RecordedAct } from './event.ts';
import { reach, settleFlow } from './flow.ts';
import { kindIn, nextStep, procedureOfRun, routeOf, stepOf, type Law } from './law.ts';
import { startClocks } from './limits.ts';
import { isDecided, leads, outcomeOf, theyDiffer, type Word } from './joint.ts';
import { openNext, seatsOrAsked, seatStep } from './opening.ts';

/** What a person brings to a step, already checked by the guard and by `inputFaults`. */
export type Answer = {
  readonly verdict: 'agree' | 'object';
  readonly opinion: string | null;
  readonly document: OfficialDocument | null;
  readonly recorded: RecordedAct | null;
  readonly facts: Facts;
  readonly account?: Account;
  /** In which of several ways the step is to end. */
  readonly outcome?: Outcome;
};

/** Writes one seat's answer and, when it ends the step, everything the plan ties to that. */
export function takeStep<D extends Dossier>(draft: Pen<D>, task: Task, answer: Answer, law: Law): void {
  const run = draft.now().runs[task.run]!;
  const route = routeOf(law, task.run, run.route);
  const step = stepOf(route, task.step);
  const { outcome, ...rest } = answer;
  const word: Word = { ...answer, part: task.part, ...(outcome ? { outcome: outcome.id } : { outcome: undefined }) };
  const acts = [...actsAt(draft.now(), task), word];
  const open = draft
    .now()
    .tasks.filter((other) => other.run === task.run && other.id !== task.id && other.question === undefined);
  const decided = isDecided(step, acts, open, { ...answer, leads: leads(step, task) });
  const withdrawn = decided ? open.filter((other) => other.part === 'decide') : [];
  // whoever signs along settles nothing: what he disagrees with is decided anew; what he signed and has changed is asked again
  const anew = decided ? askedAnew(draft, task, answer, law) : null;
  const endsStep = decided && open.length === withdrawn.length && anew === null;
  const bound = boundAt(draft.now(), task, (what) => draft.content(what, law), law);

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
    ...rest,
    bound,
    ...(answer.document?.scan ? { paperCounts: true as const } : {}),
    ...(outcome ? { outcome: { id: outcome.id, title: outcome.title } } : {}),
    withdraws: withdrawn.map((other) => other.id),
    endsStep,
  });
  if (endsStep) endStep(draft, route, step, task, law);
  else if (anew === null && theyDiffer(step, acts, open)) differ(draft, step, task, law);
  if (anew === 'deciders') askDeciders(draft, task, seatsOrAsked(draft, run.id, step, law), law);
  if (anew === 'co-signers') askCoSigners(draft, law);
}

/** Who of this step must be asked once more for this answer; null: nobody. */
function askedAnew<D extends Dossier>(
  draft: Pen<D>,
  task: Task,
  { verdict, facts }: Answer,
  law: Law,
): 'deciders' | 'co-signers' | null {
  if (task.part === 'co-sign') return verdict === 'object' ? 'deciders' : null;
  return coSignersToAsk(draft, task, law, facts).acts.length > 0 ? 'co-signers' : null;
}

/** They did not say the same: the step is nobody's yet, and each of them is asked again. Its limits run on as they do. */
function differ<D extends Dossier>(draft: Pen<D>, step: Step, task: Task, law: Law): void {
  const { run, round, title, clause } = task;
  const said = actsAt(draft.now(), task)
    .filter((act) => act.part === 'decide' && act.verdict === 'agree')
    .map(({ unit, facts, outcome }) => ({
      unitName: unitName(law.units, unit, draft.signature.on),
      facts,
      outcome: step.outcomes?.find(({ id }) => id === outcome)?.title ?? null,
    }));
  draft.add({ type: 'DecidersDiffered', run, step: step.id, round, title, clause, said });
  seatStep(draft, run, step, round + 1, law);
}

function endStep<D extends Dossier>(draft: Pen<D>, route: Route, step: Step, task: Task, law: Law): void {
  const acts = actsAt(draft.now(), task);
  const day = acts.map((act) => act.day).reduce((latest, each) => (each > latest ? each : latest));
  const deciding = acts.filter((act) => act.part === 'decide');
  const document = deciding.findLast((act) => act.document)?.document ?? null;
  const outcome = outcomeOf(step, acts);
  meetClocks(draft, task.run, step.id, day);
  settleFacts(draft, step, task, law);
  fileCopies(draft, step, task, deciding, law);
  const ended = stepEvents(procedureOfRun(task.run), step.id);
  startClocks(draft, ended.within, day, law, [task.run]);
  startClocks(draft, ended.beyond, day, law);

  const next =
    outcome?.next === undefined
      ? nextStep(route, step.id)
      : outcome.next === 'end'
        ? null
        : stepOf(route, outcome.next);
  if (next) openNext(draft, task, step, next, law);
  else finishProcedure(draft, route, step, task, outcome);
  const at: ReachedAt = { day, document, clause: outcome?.clause ?? step.clause };
  for (const milestone of milestonesOf(step, outcome, next ? null : task, draft.now(), law))
    reach(draft, milestone, at, law, milestone === 'closed' && outcome?.reaches ? { called: outcome.reaches } : {});
}

/** The points that the end of a step comes to; those of the run where it ends too. Closing comes last, whatever else it means. */
function milestonesOf(
  step: Step,
  outcome: Outcome | null,
  ending: Task | null,
  { kind }: Dossier,
  law: Law,
): ReadonlySet<Milestone> {
  const reached = [step.reaches, outcome?.reaches];
  if (ending) {
    const run = procedureOfRun(ending.run);
    reached.push(`ended/${run}`, kindIn(law, kind)?.flow.find((stretch) => stretch.run === run)?.ends);
  }
  const closes = reached.includes('closed') || (ending !== null && (step.closes || outcome?.closes === true));
  const others = reached.filter((each) => each !== undefined && each !== 'closed') as Milestone[]; // no undefined is left
  return new Set(closes ? [...others, 'closed'] : others);
}

/** The run is over: clocks of steps it went past are dropped. */
function finishProcedure<D extends Dossier>(
  draft: Pen<D>,
  route: Route,
  step: Step,
  task: Task,
  outcome: Outcome | null,
): void {
  dropClocks(draft, task.run);
  const closes = step.closes || (outcome?.closes ?? false);
  const { clause } = step;
  draft.add({ type: 'ProcedureFinished', run: task.run, route: route.id, clause, closes });
}

function settleFacts<D extends Dossier>(draft: Pen<D>, step: Step, task: Task, law: Law): void {
  if (step.settles.length === 0) return;
  const facts = proposedAt(draft.now(), task);
  draft.add({ type: 'FactsSettled', run: task.run, facts, clause: step.clause });
  settleFlow(draft, law);
}
