import type { InputFault } from '../../access/index.ts';
import { actsAt, type Law, type Parts, type Task } from '../../procedure/index.ts';
import {
  answerStep,
  handOverParts,
  namedParts,
  partsFaults,
  passToSendBack,
  passToTake,
  returningFaults,
  sendBack,
  stepOfTask,
  takingFaults,
  taskClause,
  taskOf,
} from '../../procedure/verbs/index.ts';
import type { PlainDate } from '../../time/index.ts';
import type { TakeStep } from '../command.ts';
import { meetPlan } from '../milestones.ts';
import { live } from '../point.ts';
import type { Problem } from '../problem.ts';
import { subjectObstacle } from './requirements.ts';
import { reopen, reopeningFaults } from './reworking.ts';
import type { Case, Verb } from './verb.ts';

/** A seat answers its task: takes the step, signs along, votes. What the end of a step means is the flow's. */
export const takeStep: Verb<'TakeStep'> = {
  stages: live,
  clause: (at, { task }) => taskClause(at, task),
  pass: (at, { task }) => passToTake(at, task, (open) => subjectObstacle(at, open)),
  faults: (at, ask) => {
    const task = taskOf(at.problem, ask.task)!;
    return [...takingFaults(at, task, ask), ...partsFaults(at, task, ask.parts ?? {})];
  },
  write: (draft, ask, law) => {
    const task = taskOf(draft.now(), ask.task)!;
    const step = stepOfTask(draft.now(), task, law);
    const parts = ask.verdict === 'object' ? {} : partsOf(draft.now(), task, ask, law, draft.signature.on);
    if (Object.keys(parts).length > 0) draft.add({ type: 'PartsAssigned', parts, clause: task.clause, reason: null });
    answerStep(draft, ask, law);
    // after a return the finish counts from the new check; the first time it was met when the finish was reported
    const days = standingDays(draft.now(), task);
    const ended = !draft.now().tasks.some((open) => open.run === task.run && open.step === task.step);
    if (step.do === 'self-check' && ended && days.length > 0) meetPlan(draft, latest(days));
  },
};

/** Days that the answers of this round of a step bear: none, where one of them sent it back. */
const standingDays = (problem: Problem, task: Task): readonly PlainDate[] =>
  actsAt(problem, task).map(({ day }) => day);

const latest = (days: readonly PlainDate[]): PlainDate => days.reduce((last, day) => (day > last ? day : last));

function partsOf(problem: Problem, task: Task, { parts = {} }: TakeStep, law: Law, on: Case['on']): Parts {
  const at = { dossier: problem, field: problem.basics.field, law, on };
  return task.do === 'hand-over' ? handOverParts(at, parts) : namedParts(parts, law, on);
}

/** A step sends the dossier back to an earlier one, with reason and clause: a new round, nothing is rewound. */
export const returnStepVerb: Verb<'ReturnStep'> = {
  stages: live,
  clause: (at, { task }) => taskClause(at, task),
  pass: (at, { task }) => passToSendBack(at, task),
  faults: (at, ask): InputFault[] => [...returningFaults(at, ask), ...reopeningFaults(at.problem, ask, at.law)],
  write: (draft, ask, law) => {
    const { run, clause } = taskOf(draft.now(), ask.task)!;
    const { measures = [], reason } = ask;
    sendBack(draft, ask, law);
    if (measures.length > 0) reopen(draft, run, { measures, reason, clause }, law);
  },
};
