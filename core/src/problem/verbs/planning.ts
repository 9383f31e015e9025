import { actRule, passToAct, postingFor, wrongSeat, type InputFault, type Pass } from '../../access/index.ts';
import type { ClauseId } from '../../policy/index.ts';
import {
  handIn,
  latestRun,
  meetClock,
  playersOf,
  routeOf,
  stepOf,
  type Draft,
  type Handed,
  type Law,
  type Task,
} from '../../procedure/index.ts';
import { runMeasure } from '../milestones.ts';
import { pointOf, runEnding } from '../point.ts';
import { staleApprovals } from '../content.ts';
import type { ProblemEvent } from '../event.ts';
import type { PlanContent, Problem, StatedDeadline } from '../problem.ts';
import { openMeasures, reopen, reportable, sentBack } from './reworking.ts';
import { clauseOf, pastFault, textFault, unitFault, type Case, type Verb } from './verb.ts';

/** The plan is written by whoever has a step open that writes it; once in force, its holder may amend it with a reason. */
export const writePlan: Verb<'WritePlan'> = {
  stages: ['planning', 'rectifying'],
  clause: ({ problem, law }) => planClause(problem, law),
  pass: (at) =>
    pointOf(at.problem, at.law) === 'rectifying'
      ? passToAct('write-plan', at.problem, at.by, at.law, at.on)
      : passToWriter(at),
  faults: (at, ask) => [
    ...planFaults(at, ask.plan),
    ...(pointOf(at.problem, at.law) === 'rectifying' ? amendmentFaults(at.problem, ask.plan, ask.reason) : []),
  ],
  write: (draft, ask, law) => {
    const before = draft.now();
    const already = new Set(staleApprovals(before, law).map((approval) => approval.task));
    const { target, deadline } = ask.plan;
    const clause = planClause(before, law);
    const task = writing(before, law)[0];
    const known = new Map(before.measures.map((measure) => [measure.id, measure]));
    const after: Problem = {
      ...before,
      plan: { target, deadline },
      measures: ask.plan.measures.map((content) => ({ ...fresh, ...known.get(content.id), ...content })),
    };
    const voids = staleApprovals(after, law).filter((approval) => !already.has(approval.task));
    draft.add({
      type: 'PlanWritten',
      plan: ask.plan,
      reason: ask.reason?.trim() || null,
      at: task ? { run: task.run, step: task.step } : null,
      voids: voids.map(({ task: approved, person, on }) => ({ task: approved, person, on })),
      clause,
    });
    if (before.planInForce === null) return;
    for (const measure of ask.plan.measures)
      if (!known.has(measure.id)) runMeasure(draft, measure, clause, draft.signature.on, law);
  },
};

const fresh = { percent: 0, pace: 'not-started', progress: '', reportedOn: null, completedOn: null } as const;

/** The clause of the procedure that makes the plan; of the act, where none is under way. */
function planClause(problem: Problem, law: Law): ClauseId {
  const procedure = runEnding(problem, 'plan-issued', law);
  const run = procedure === null ? null : latestRun(problem.runs, procedure);
  return (run === null ? undefined : problem.runs[run]?.clause) ?? clauseOf('write-plan', problem, law);
}

/** Open tasks whose step may write the plan. */
const writing = ({ tasks, runs }: Problem, law: Law): readonly Task[] =>
  tasks.filter((task) => {
    const run = runs[task.run];
    if (!run || task.part !== 'decide' || task.question !== undefined) return false;
    return (
      stepOf(routeOf(law, task.run, run.route), task.step)
        .writes?.split('+')
        .includes('plan') ?? false
    );
  });

function passToWriter({ problem, by, law }: Case): Pass {
  const tasks = writing(problem, law);
  if (tasks.length === 0) return { obstacle: { code: 'out-of-turn', at: problem.tasks[0]?.id ?? null } };
  for (const task of tasks) {
    const posting = task.unit === null ? null : postingFor(by, task.unit, task.post);
    if (posting) return { posting };
  }
  return { obstacle: wrongSeat(tasks, law.policy) };
}

function planFaults({ law }: Case, plan: PlanContent): InputFault[] {
  const ids = plan.measures.map((measure) => measure.id);
  return [
    ...textFault('plan.target', plan.target, 2000),
    ...deadlineFaults('plan.deadline', plan.deadline),
    ...(plan.measures.length === 0 ? [{ field: 'plan.measures', code: 'required' } as const] : []),
    ...(new Set(ids).size < ids.length ? [{ field: 'plan.measures', code: 'malformed' } as const] : []),
    ...plan.measures.flatMap((measure, at) => [
      ...textFault(`plan.measures.${at}.text`, measure.text, 2000),
      ...(measure.unit ? unitFault(`plan.measures.${at}.unit`, measure.unit, law) : []),
      // a measure that may end after the whole plan must be done is a slip or a trick
      ...(measure.deadline?.date &&
      plan.deadline.date &&
      !plan.deadline.longTerm &&
      measure.deadline.date > plan.deadline.date
        ? [{ field: `plan.measures.${at}.deadline`, code: 'after-plan', bound: plan.deadline.date } as const]
        : []),
    ]),
  ];
}

function deadlineFaults(field: string, deadline: StatedDeadline): InputFault[] {
  return deadline.date || deadline.longTerm ? [] : [{ field, code: 'required' }];
}

/** A plan in force keeps its date and its measures; words may be made clearer, with a reason, and approvals show as stale. */
function amendmentFaults({ plan, measures }: Problem, content: PlanContent, reason: string | undefined): InputFault[] {
  const kept = new Set(content.measures.map((measure) => measure.id));
  const before = new Map(measures.map((measure) => [measure.id, measure]));
  return [
    ...textFault('reason', reason, 500),
    ...(sameDeadline(content.deadline, plan?.deadline) ? [] : [stands('plan.deadline', plan?.deadline)]),
    ...content.measures.flatMap(({ id, deadline }, at) => {
      const known = before.get(id);
      return !known || sameDeadline(deadline, known.deadline)
        ? []
        : [stands(`plan.measures.${at}.deadline`, known.deadline)];
    }),
    ...measures
      .filter((measure) => !kept.has(measure.id))
      .map((measure) => ({ field: 'plan.measures', code: 'left-out' as const, bound: measure.text })),
  ];
}

/** A day that was issued, with what stands. */
const stands = (field: string, deadline: StatedDeadline | null | undefined): InputFault => ({
  field,
  code: 'fixed',
  ...(deadline?.date ? { bound: deadline.date } : {}),
});

const sameDeadline = (a: StatedDeadline | null, b: StatedDeadline | null | undefined): boolean =>
  (a?.date ?? null) === (b?.date ?? null) && (a?.longTerm ?? false) === (b?.longTerm ?? false);

/** A measure is done: its clock is met, and whoever says so has a hand in the work and will not judge it. */
export const completeMeasure: Verb<'CompleteMeasure'> = {
  stages: ['rectifying', 'accepting'],
  clause: ({ problem, law }) => clauseOf('complete-measure', problem, law),
  pass: (at) =>
    openMeasures(at.problem).length > 0
      ? passToAct('complete-measure', at.problem, at.by, at.law, at.on)
      : { obstacle: { code: 'nothing-to-do' } },
  faults: ({ problem, on }, ask) => [
    ...measureFaults(openMeasures(problem), ask.measure),
    ...pastFault('completedOn', ask.completedOn, on),
    ...textFault('text', ask.text, 2000),
  ],
  write: (draft, ask, law) => {
    const { measure, completedOn, text } = ask;
    const clause = clauseOf('complete-measure', draft.now(), law);
    draft.add({ type: 'MeasureCompleted', measure, completedOn, text, clause });
    meetClock(draft, `measure:${measure}`);
  },
};

/** How far a measure is. 100 % is not done: that is said by completing it, with the day. */
export const reportProgress: Verb<'ReportProgress'> = {
  stages: ['rectifying', 'accepting'],
  clause: ({ problem, law }) => clauseOf('report-progress', problem, law),
  pass: (at) =>
    reportable(at.problem, at.law).length > 0
      ? passToAct('report-progress', at.problem, at.by, at.law, at.on)
      : { obstacle: { code: 'nothing-to-do' } },
  faults: ({ problem, law }, ask) => [
    ...measureFaults(reportable(problem, law), ask.measure),
    ...textFault('text', ask.text, 2000),
    ...(Number.isInteger(ask.percent) && ask.percent >= 0 && ask.percent <= 100
      ? []
      : [{ field: 'percent', code: 'malformed' } as const]),
    ...(ask.pace === 'done' ? [{ field: 'pace', code: 'unknown' } as const] : []),
  ],
  write: (draft, ask, law) => {
    const { measure, percent, pace, text } = ask;
    const clause = clauseOf('report-progress', draft.now(), law);
    // work on what was said to be done: it came back, and is open again
    if (!openMeasures(draft.now()).some(({ id }) => id === measure))
      reopen(draft, sentBack(draft.now(), law)!.id, { measures: [measure], reason: text, clause }, law);
    draft.add({ type: 'ProgressReported', measure, percent, pace, text, clause, ...handInWork(draft, law) });
  },
};

/**
 * Whoever speaks or brings proof for a unit that does the measures has a hand in the work. An inspector's record, and what
 * the coordinator enters for others, is nobody's own.
 */
export function handInWork({ now, signature }: Draft<Problem, ProblemEvent>, law: Law): Handed {
  const seats = actRule('complete-measure', law, now().kind)?.by ?? [];
  const doing = seats.flatMap((seat) => playersOf(seat.role, now(), law, signature.on));
  return doing.some(({ unit }) => unit === signature.by.unit) ? handIn('work', now(), signature) : {};
}

function measureFaults(known: readonly { readonly id: string }[], id: string): InputFault[] {
  return known.some((measure) => measure.id === id) ? [] : [{ field: 'measure', code: 'unknown' }];
}
