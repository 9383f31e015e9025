import {
  chooseRoute,
  meetClock,
  routeOf,
  startClock,
  startClocks,
  startProcedure,
  stepOf,
  type Draft,
  type Law,
  type Task,
} from '../procedure/index.ts';
import { unitName } from '../access/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { MeasureContent, Problem, StatedDeadline } from './problem.ts';
import type { TakeStep } from './command.ts';
import type { ProblemEvent } from './event.ts';

type ProblemDraft = Draft<Problem, ProblemEvent>;

/** What the end of a step or of a procedure means for the problem: hand-over, plan in force, closure. */
export function consequences(draft: ProblemDraft, task: Task, ask: TakeStep, law: Law): void {
  const run = draft.now().runs[task.run]!;
  const ended = !draft.now().tasks.some((open) => open.run === task.run && open.step === task.step);
  if (task.do === 'hand-over' && ended) handOver(draft, task, ask, law);
  // after a return the finish counts from the new check; the first time it was met when the finish was reported
  if (task.run === 'acceptance' && task.do === 'self-check' && ended) meetClock(draft, 'plan-deadline');
  if (run.finishedOn === null) return;
  if (task.run === 'handover') startPlan(draft, law);
  if (task.run === 'plan') takeEffect(draft, task, ask, law);
  // accepted is not yet closed where the plan says so: then it waits, and the checker has said that it would
  if (task.run === 'acceptance' && stepOf(routeOf(law, task.run, run.route), task.step).closes)
    close(draft, task, ask, law);
}

/** The clock runs from the hand-over, also when nobody ever signs for it. */
function handOver(draft: ProblemDraft, task: Task, ask: TakeStep, law: Law): void {
  const { parts, edition, handedOverOn } = draft.now();
  const holder = parts['case.holder']![0]!;
  const { unit } = holder;
  const document = ask.document ?? null;
  draft.add({
    type: 'HandedOver',
    unit,
    unitName: unitName(law.units, unit, draft.signature.on),
    document,
    edition: edition!.id,
    clause: task.clause,
  });
  if (handedOverOn === null) startClocks(draft, 'handed-over', draft.signature.on, law);
}

function startPlan(draft: ProblemDraft, law: Law): void {
  const choice = chooseRoute('plan', draft.now().facts, law);
  if (!('route' in choice)) throw new Error('a problem was handed over without a road ahead');
  startProcedure(draft, 'plan', choice.route, choice.ruling, law);
}

/** The plan is issued: its own date and each measure's begin to run. */
function takeEffect(draft: ProblemDraft, task: Task, ask: TakeStep, law: Law): void {
  const { runs, plan, measures } = draft.now();
  const document = ask.recorded?.document ?? ask.document ?? null;
  const { clause } = runs['plan']!;
  draft.add({ type: 'PlanTookEffect', route: runs['plan']!.route, document, clause: task.clause });
  const on = ask.recorded?.document.date ?? draft.signature.on;
  runTo(draft, 'plan-deadline', planTitle, plan!.deadline, null, clause, on, law);
  for (const measure of measures) runMeasure(draft, measure, clause, on, law);
  startClocks(draft, 'plan-issued', on, law);
}

/** Runs a measure's own deadline, where it has one. */
export function runMeasure(
  draft: ProblemDraft,
  { id, text, deadline }: MeasureContent,
  clause: string,
  on: PlainDate,
  law: Law,
): void {
  if (deadline) runTo(draft, `measure:${id}`, measureTitle(text), deadline, id, clause, on, law);
}

const planTitle = { zh: '整改时限', en: 'Rectification deadline' };
const measureTitle = (text: string) => ({ zh: `整改措施：${text.slice(0, 40)}`, en: `Measure: ${text.slice(0, 40)}` });

/** A stated day is a fixed day: the office wrote it down, so it is not rolled. 长期坚持 without a day runs no clock. */
function runTo(
  draft: ProblemDraft,
  id: string,
  title: typeof planTitle,
  deadline: StatedDeadline,
  measure: string | null,
  clause: string,
  on: PlainDate,
  law: Law,
): void {
  if (!deadline.date) return;
  const term = { count: 'fixed', date: deadline.date, roll: 'none' } as const;
  startClock(draft, { id, title, clause, target: null, measure, event: 'plan-issued', term }, on, law.calendar);
}

function close(draft: ProblemDraft, task: Task, ask: TakeStep, law: Law): void {
  const document = ask.recorded?.document ?? ask.document ?? null;
  draft.add({ type: 'ProblemClosed', route: draft.now().runs['acceptance']!.route, document, clause: task.clause });
  startClocks(draft, 'closed', draft.signature.on, law);
}

/** Work reported finished stops the plan's own clock and starts acceptance on the route of the facts. */
export function beginAcceptance(draft: ProblemDraft, law: Law): void {
  meetClock(draft, 'plan-deadline');
  const choice = chooseRoute('acceptance', draft.now().facts, law);
  if (!('route' in choice)) throw new Error('a problem was handed over without a road to acceptance');
  startClocks(draft, 'finished', draft.signature.on, law);
  startProcedure(draft, 'acceptance', choice.route, choice.ruling, law);
}
