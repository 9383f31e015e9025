import { passToReturn, passToTask, questionAt, type InputFault, type Obstacle, type Pass } from '../../access/index.ts';
import type { ClauseId, Facts, Outcome, Step } from '../../policy/index.ts';
import { actsAt } from '../binding.ts';
import type { Account, Differed, Dossier, Parts, Task } from '../dossier.ts';
import type { OfficialDocument } from '../paper.ts';
import type { Pen } from '../draft.ts';
import type { RecordedAct } from '../event.ts';
import { routeOf, stepOf, type Law } from '../law.ts';
import { returnStep } from '../returning.ts';
import { takeStep } from '../taking.ts';
import { accountFaults } from './accounts.ts';
import { taskOf } from './attending.ts';
import { clauseFault, documentFaults, textFault, type At } from './verb.ts';

/** What any seat may bring to a step; a subject adds what is its own. */
export type Taking = {
  readonly task: string;
  readonly verdict?: 'agree' | 'object';
  readonly outcome?: string;
  readonly opinion?: string;
  readonly document?: OfficialDocument;
  readonly recorded?: RecordedAct;
  readonly facts?: Facts;
  readonly seen?: string;
  readonly parts?: Parts;
  readonly account?: Account;
};

/** A return as it is asked for. */
export type Returning = {
  readonly task: string;
  readonly to: string;
  readonly reason: string;
  readonly becauseOf: ClauseId;
  readonly recorded?: RecordedAct;
};

/** The step that a task is of. */
export const stepOfTask = (dossier: Dossier, task: Task, law: Law): Step =>
  stepOf(routeOf(law, task.run, dossier.runs[task.run]!.route), task.step);

/** The clause of an open task. */
export const taskClause = ({ dossier }: At, id: string): ClauseId | null => taskOf(dossier, id)?.clause ?? null;

/** An open step by the id of its task; a question is ruled on and never taken. */
export function openTask(
  { dossier }: At,
  id: string | undefined,
): { readonly task: Task } | { readonly obstacle: Obstacle } {
  const task = id === undefined ? null : taskOf(dossier, id);
  if (task && task.question === undefined) return { task };
  return {
    obstacle: { code: 'out-of-turn', at: dossier.tasks.find((open) => open.question === undefined)?.id ?? null },
  };
}

/** May this person take the step? `besides` is what its subject demands on top. */
export function passToTake(
  at: At,
  id: string | undefined,
  besides: (task: Task) => Obstacle | null = () => null,
): Pass {
  const found = openTask(at, id);
  if ('obstacle' in found) return found;
  const pass = passToTask(at.dossier, found.task, at.by, at.law, at.on);
  if ('obstacle' in pass) return pass;
  const obstacle = besides(found.task);
  return obstacle ? { obstacle } : pass;
}

/** May this person send it back? Whoever signs along does, to whoever decided, once that is done. */
export function passToSendBack(at: At, id: string | undefined): Pass {
  const found = openTask(at, id);
  if ('obstacle' in found) return found;
  const pass = passToReturn(at.dossier, found.task, at.by, at.law, at.on);
  if ('obstacle' in pass) return pass;
  const step = stepOfTask(at.dossier, found.task, at.law);
  // one who sent it back already waits to be told where to
  const asked = questionAt(at.dossier, found.task);
  if (asked) return { obstacle: { code: 'question-open', question: asked.text } };
  if (found.task.part === 'co-sign')
    return stillDecided(at.dossier, found.task) ? { obstacle: { code: 'not-decided' } } : pass;
  const nowhere = step.returnsTo.length === 0 && !step.asks?.includes('where');
  return nowhere ? { obstacle: { code: 'not-returnable' } } : pass;
}

/** Whether anybody still has to decide the step that this task signs along. */
const stillDecided = ({ tasks }: Dossier, { run, step }: Task): boolean =>
  tasks.some((open) => open.run === run && open.step === step && open.part === 'decide');

/** The steps to which this task may be sent back: the plan's, or, for whoever signs along, the step itself, to be decided anew. */
export const returnsToOf = (step: Step, { part }: Pick<Task, 'part'>): readonly string[] =>
  part === 'co-sign' ? [step.id] : step.returnsTo;

/** What is wrong with what came along to a step, but for what is the subject's own. */
export function takingFaults(at: At, task: Task, ask: Taking): InputFault[] {
  const { dossier, law, on } = at;
  const step = stepOfTask(dossier, task, law);
  const written = step.copies.some((copy) => copy.written) && task.part === 'decide';
  return [
    ...recordedFaults(task, ask.recorded, on),
    ...(ask.document
      ? documentFaults('document', ask.document, on)
      : written
        ? [{ field: 'document', code: 'required' } as const]
        : []),
    ...accountFaults(step, task, ask, on),
    ...(ask.opinion && ask.opinion.length > 2000
      ? [{ field: 'opinion', code: 'too-long', bound: '2000' } as const]
      : []),
    ...verdictFaults(at, step, task, ask),
    ...outcomeFaults(step, task, ask),
    // whoever co-signs puts his name under what was settled, and settles nothing himself
    ...(ask.verdict === 'object' ? [] : settledFaults(task.part === 'decide' ? step.settles : [], ask, law)),
  ];
}

/** What they said who decide this step together, where it is open anew because they did not say the same. */
export function differedOn({ runs }: Dossier, { run, step, round, part }: Task): Differed['said'] {
  const known = runs[run]?.differed;
  return part === 'decide' && known?.step === step && known.round === round - 1 ? known.said : [];
}

/** Whether this seat may say no without sending it back: a co-signer, and any of several who decide. */
export function mayObject(dossier: Dossier, task: Task, step: Step): boolean {
  if (task.part === 'co-sign') return true;
  if (typeof step.together === 'object' || step.together === 'veto') return true;
  const here = (other: Pick<Task, 'step' | 'round' | 'part'>) =>
    other.step === task.step && other.round === task.round && other.part === 'decide';
  const open = dossier.tasks.filter((other) => other.run === task.run && here(other) && other.question === undefined);
  return open.length + actsAt(dossier, task).filter(here).length > 1;
}

function verdictFaults({ dossier }: At, step: Step, task: Task, ask: Taking): InputFault[] {
  if (ask.verdict !== 'object') return [];
  return mayObject(dossier, task, step)
    ? textFault('opinion', ask.opinion, 2000)
    : [{ field: 'verdict', code: 'unknown' }];
}

function outcomeFaults({ outcomes }: Step, task: Task, { outcome, verdict }: Taking): InputFault[] {
  const chooses = outcomes !== undefined && task.part === 'decide' && verdict !== 'object';
  if (!chooses) return outcome === undefined ? [] : [{ field: 'outcome', code: 'unknown' }];
  if (outcome === undefined) return [{ field: 'outcome', code: 'required' }];
  return outcomes.some(({ id }) => id === outcome) ? [] : [{ field: 'outcome', code: 'unknown' }];
}

function settledFaults(settles: readonly string[], { facts = {} }: Taking, { policy }: Law): InputFault[] {
  const wanted = settles.flatMap((id): InputFault[] => {
    const value = facts[id];
    if (!value) return [{ field: `facts.${id}`, code: 'required' }];
    const known = policy.facts.find((fact) => fact.id === id)?.values.some((candidate) => candidate.id === value);
    return known ? [] : [{ field: `facts.${id}`, code: 'unknown' }];
  });
  const strange = Object.keys(facts).filter((id) => !settles.includes(id));
  return [...wanted, ...strange.map((id) => ({ field: `facts.${id}`, code: 'unknown' as const }))];
}

/** An act of a unit that does not sign in needs its paper: number, date, scan. Any other act needs none. */
export function recordedFaults(task: Task, recorded: RecordedAct | undefined, on: At['on']): InputFault[] {
  if (!task.external) return recorded ? [{ field: 'recorded', code: 'unknown' }] : [];
  if (!recorded) return [{ field: 'recorded', code: 'required' }];
  return [
    ...textFault('recorded.unitName', recorded.unitName, 100),
    ...documentFaults('recorded.document', recorded.document, on),
    ...(recorded.document.scan ? [] : [{ field: 'recorded.document.scan', code: 'required' } as const]),
  ];
}

/** What is wrong with a return. Where the plan sends nobody anywhere, no target is given: it is asked. */
export function returningFaults({ dossier, law, on }: At, ask: Returning): InputFault[] {
  const task = taskOf(dossier, ask.task)!;
  const step = stepOfTask(dossier, task, law);
  const targets = returnsToOf(step, task);
  const asked = step.asks?.includes('where') && task.part === 'decide';
  const target = asked ? ask.to === '' : targets.includes(ask.to);
  return [
    ...(target ? [] : [{ field: 'to', code: 'not-earlier' } as const]),
    ...textFault('reason', ask.reason, 2000),
    ...clauseFault('becauseOf', ask.becauseOf, law),
    ...recordedFaults(task, ask.recorded, on),
  ];
}

/** Writes a seat's answer: it is taken, or, where an objection leaves no way on or the pack says so, it goes back. */
export function answerStep<D extends Dossier>(draft: Pen<D>, ask: Taking, law: Law): void {
  const task = taskOf(draft.now(), ask.task)!;
  const step = stepOfTask(draft.now(), task, law);
  const recorded = ask.recorded ?? null;
  const objects = ask.verdict === 'object';
  const goBack = (): void => {
    // where it may go nowhere, the step itself is done anew; where the plan leaves that open, it is asked
    const to = step.asks?.includes('where') ? null : (step.returnsTo[0] ?? task.step);
    const back = { to, reason: ask.opinion!, becauseOf: task.clause, recorded };
    returnStep(draft, task, back, law);
  };
  if (objects && dissentOf(step, task) === 'returns') return goBack();
  const outcome = chosenOutcome(step, ask);
  takeStep(
    draft,
    task,
    {
      verdict: ask.verdict ?? 'agree',
      opinion: ask.opinion?.trim() || null,
      document: ask.document ?? null,
      recorded,
      ...(ask.account ? { account: ask.account } : {}),
      facts: objects ? {} : (ask.facts ?? {}),
      ...(outcome ? { outcome } : {}),
    },
    law,
  );
  // an objection that leaves no way to a decision sends it back: otherwise the step would wait for ever
  if (objects && outOfReach(draft.now(), task, step)) goBack();
}

const chosenOutcome = ({ outcomes }: Step, { outcome }: Taking): Outcome | null =>
  outcomes?.find(({ id }) => id === outcome) ?? null;

/** What an objection does here: as the pack says, else as the joint form has it. */
const dissentOf = ({ dissent, together }: Step, { part }: Task): 'records' | 'returns' =>
  dissent ?? (together === 'veto' && part === 'decide' ? 'returns' : 'records');

/** Whether those who agreed and those still to be asked can no longer decide the step. */
function outOfReach({ runs, tasks }: Dossier, task: Task, { together }: Step): boolean {
  if (task.part === 'co-sign') return false;
  const run = runs[task.run]!;
  const here = (other: Pick<Task, 'step' | 'round' | 'part'>) =>
    other.step === task.step && other.round === task.round && other.part === 'decide';
  const open = tasks.filter((other) => other.run === task.run && here(other) && other.question === undefined);
  const agreed = actsAt({ runs }, task).filter((act) => here(act) && act.verdict === 'agree').length;
  if (run.step !== task.step || run.round !== task.round) return false; // it was decided after all
  if (typeof together === 'object' && 'quorum' in together) return agreed + open.length < together.quorum;
  if (typeof together === 'object')
    return !open.some(({ role, post }) => role === together.lead.role && post === together.lead.post);
  return agreed + open.length < 1;
}

/** Writes a return as it was asked for. */
export function sendBack<D extends Dossier>(
  draft: Pen<D>,
  { task: id, to, reason, becauseOf, recorded }: Returning,
  law: Law,
): void {
  const back = { to: to === '' ? null : to, reason, becauseOf, recorded: recorded ?? null };
  returnStep(draft, taskOf(draft.now(), id)!, back, law);
}
