import { passToReturn, passToTask, type InputFault, type Pass } from '../../access/index.ts';
import type { ClauseId, Step } from '../../policy/index.ts';
import { routeOf, stepOf, takeStep as answerStep, type Parts, type Task } from '../../procedure/index.ts';
import type { TakeStep } from '../command.ts';
import { boundBy, digestOf } from '../content.ts';
import { consequences } from '../consequences.ts';
import type { Problem } from '../problem.ts';
import { sendBack } from '../sending-back.ts';
import { subjectObstacle } from './requirements.ts';
import { handOverParts, namedParts, partsFaults } from './parts.ts';
import { clauseFault, pastFault, textFault, type Case, type Verb } from './verb.ts';

const live = ['registered', 'listed', 'consented', 'handed-over', 'planning', 'rectifying', 'accepting'] as const;

/** An open task of this problem by its id, null once it is done or its round is over. */
export const taskOf = (problem: Problem, id: string): Task | null =>
  problem.tasks.find((task) => task.id === id) ?? null;

const taskClause = ({ problem }: Case, { task }: { readonly task: string }): ClauseId | null =>
  taskOf(problem, task)?.clause ?? null;

function passToStep(at: Case, id: string, guard: typeof passToTask): Pass {
  const task = taskOf(at.problem, id);
  if (!task) return { obstacle: { code: 'out-of-turn', at: at.problem.tasks[0]?.id ?? null } };
  return guard(at.problem, task, at.by, at.law, at.on);
}

/** A seat answers its task: takes the step, signs along, votes. What the end of a step means is in `consequences.ts`. */
export const takeStep: Verb<'TakeStep'> = {
  stages: live,
  clause: taskClause,
  pass: (at, target) => {
    const pass = passToStep(at, target.task, passToTask);
    if ('obstacle' in pass) return pass;
    const obstacle = subjectObstacle(at, taskOf(at.problem, target.task)!);
    return obstacle ? { obstacle } : pass;
  },
  faults: (at, ask) => stepFaults(at, taskOf(at.problem, ask.task)!, ask),
  write: (draft, ask, law) => {
    const task = taskOf(draft.now(), ask.task)!;
    const what = boundBy(draft.now(), task, law);
    const step = stepOf(routeOf(law, task.run, draft.now().runs[task.run]!.route), task.step);
    const objected = (): void =>
      sendBack(
        draft,
        task,
        { to: step.returnsTo[0]!, reason: ask.opinion!, becauseOf: task.clause, recorded: ask.recorded ?? null },
        law,
      );
    if (ask.verdict === 'object' && step.together === 'veto') return objected();
    const parts = partsOf({ problem: draft.now(), law, on: draft.signature.on }, task, ask);
    if (Object.keys(parts).length > 0) draft.add({ type: 'PartsAssigned', parts, clause: task.clause, reason: null });
    answerStep(
      draft,
      task,
      {
        verdict: ask.verdict ?? 'agree',
        opinion: ask.opinion?.trim() || null,
        document: ask.document ?? null,
        recorded: ask.recorded ?? null,
        bound: what ? { what, digest: digestOf(draft.now(), what, law) } : null,
        facts: ask.facts ?? {},
      },
      law,
    );
    // an objection that leaves no way to the quorum sends it back: otherwise the step would wait for ever
    if (ask.verdict === 'object' && outOfReach(draft.now(), task, step)) return objected();
    consequences(draft, task, ask, law);
  },
};

function partsOf(at: Omit<Case, 'by'>, task: Task, { parts = {} }: TakeStep): Parts {
  return task.do === 'hand-over' ? handOverParts(at, parts) : namedParts(parts, at.law, at.on);
}

/** Whether those who agreed and those still to be asked are too few for the quorum. */
function outOfReach({ runs, tasks }: Problem, task: Task, { together }: Step): boolean {
  if (typeof together !== 'object' || !('quorum' in together)) return false;
  const here = (other: Pick<Task, 'step' | 'round' | 'part'>) =>
    other.step === task.step && other.round === task.round && other.part === 'decide';
  const agreed = runs[task.run]!.acts.filter((act) => here(act) && act.verdict === 'agree').length;
  return agreed + tasks.filter((open) => open.run === task.run && here(open)).length < together.quorum;
}

function stepFaults(at: Case, task: Task, ask: TakeStep): InputFault[] {
  const { problem, law, on } = at;
  const step = stepOf(routeOf(law, task.run, problem.runs[task.run]!.route), task.step);
  const written = step.copies.some((copy) => copy.written) && task.part === 'decide';
  return [
    ...recordedFaults(task, ask.recorded, on),
    ...(ask.document
      ? documentFaults('document', ask.document, on)
      : written
        ? [{ field: 'document', code: 'required' } as const]
        : []),
    ...(ask.opinion && ask.opinion.length > 2000 ? [{ field: 'opinion', code: 'too-long' } as const] : []),
    ...verdictFaults(step, task, ask),
    // whoever co-signs puts his name under what was settled, and settles nothing himself
    ...settledFaults(task.part === 'decide' ? step.settles : [], ask, at),
    ...partsFaults(at, task, ask.parts ?? {}),
  ];
}

/** Whoever co-signs does not decide, so he has no vote to cast against it. */
function verdictFaults({ together, returnsTo }: Step, task: Task, ask: TakeStep): InputFault[] {
  if (ask.verdict !== 'object') return [];
  const allowed =
    task.part === 'decide' && (typeof together === 'object' || together === 'veto') && returnsTo.length > 0;
  return allowed ? textFault('opinion', ask.opinion, 2000) : [{ field: 'verdict', code: 'unknown' }];
}

function settledFaults(settles: readonly string[], ask: TakeStep, { law }: Case): InputFault[] {
  const wanted = settles.flatMap((id): InputFault[] => {
    const value = ask.facts?.[id];
    if (!value) return [{ field: `facts.${id}`, code: 'required' }];
    const known = law.policy.facts.find((fact) => fact.id === id)?.values.some((candidate) => candidate.id === value);
    return known ? [] : [{ field: `facts.${id}`, code: 'unknown' }];
  });
  const strange = Object.keys(ask.facts ?? {}).filter((id) => !settles.includes(id));
  return [...wanted, ...strange.map((id) => ({ field: `facts.${id}`, code: 'unknown' as const }))];
}

type Recorded = TakeStep['recorded'];

/** An act of a unit that does not sign in needs its paper: number, date, scan. Any other act needs none. */
function recordedFaults(task: Task, recorded: Recorded, on: Case['on']): InputFault[] {
  if (!task.external) return recorded ? [{ field: 'recorded', code: 'unknown' }] : [];
  if (!recorded) return [{ field: 'recorded', code: 'required' }];
  return [
    ...textFault('recorded.unitName', recorded.unitName, 100),
    ...documentFaults('recorded.document', recorded.document, on),
    ...(recorded.document.scan ? [] : [{ field: 'recorded.document.scan', code: 'required' } as const]),
  ];
}

/** A numbered paper must have its number and must not be dated after today. */
export function documentFaults(
  field: string,
  document: { readonly number: string; readonly date: Case['on'] },
  on: Case['on'],
): InputFault[] {
  return [...textFault(`${field}.number`, document.number, 60), ...pastFault(`${field}.date`, document.date, on)];
}

/** A step sends the dossier back to an earlier one, with reason and clause: a new round, nothing is rewound. */
export const returnStepVerb: Verb<'ReturnStep'> = {
  stages: live,
  clause: taskClause,
  pass: (at, target) => {
    const pass = passToStep(at, target.task, passToReturn);
    if ('obstacle' in pass) return pass;
    const task = taskOf(at.problem, target.task)!;
    const step = stepOf(routeOf(at.law, task.run, at.problem.runs[task.run]!.route), task.step);
    if (step.returnsTo.length === 0 || task.part === 'co-sign') return { obstacle: { code: 'not-returnable' } };
    return pass;
  },
  faults: ({ problem, law, on }, ask) => {
    const task = taskOf(problem, ask.task)!;
    const step = stepOf(routeOf(law, task.run, problem.runs[task.run]!.route), task.step);
    return [
      ...(step.returnsTo.includes(ask.to) ? [] : [{ field: 'to', code: 'not-earlier' } as const]),
      ...textFault('reason', ask.reason, 2000),
      ...clauseFault('becauseOf', ask.becauseOf, law),
      ...recordedFaults(task, ask.recorded, on),
    ];
  },
  write: (draft, ask, law) => {
    const { to, reason, becauseOf, recorded } = ask;
    sendBack(draft, taskOf(draft.now(), ask.task)!, { to, reason, becauseOf, recorded: recorded ?? null }, law);
  },
};
