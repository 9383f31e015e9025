import { unitName } from '../access/index.ts';
import {
  dropClock,
  follow,
  kindIn,
  latestRun,
  meetClock,
  PLAN_DEADLINE,
  routeOf,
  stageFrom,
  startClock,
  type Draft,
  type Law,
  type MilestoneWriter,
  type ReachedAt,
} from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { ProblemEvent } from './event.ts';
import { LISTED_DEADLINE } from './listed-deadline.ts';
import { runEnding } from './point.ts';
import type { MeasureContent, Problem, StatedDeadline } from './problem.ts';

type ProblemDraft = Draft<Problem, ProblemEvent>;

/**
 * What is peculiar to a problem when it comes to a point of its flow: who it was handed over to, the plan's own dates begin to
 * run, it is closed. Every other milestone is the engine's.
 */
export const writeMilestone: MilestoneWriter<Problem, ProblemEvent> = (draft, milestone, at, law) => {
  switch (milestone) {
    case 'handed-over':
      return handOver(draft, at, law);
    case 'plan-issued':
      return takeEffect(draft, at, law);
    case 'closed':
      return close(draft, at, law);
    default:
      return false;
  }
};

/** The stage that a milestone of the problem's own brings, as its event says it. */
export const stageAt = (draft: ProblemDraft, milestone: string, law: Law) =>
  stageFrom(kindIn(law, draft.now().kind), milestone);

/** What follows an event that the problem wrote itself: a first registration, a consent, a finish. */
export function arrive(draft: ProblemDraft, milestone: string, law: Law, first = true): void {
  const { day, document } = draft.now().milestones[milestone]!;
  follow(draft, milestone, { day, document, clause: '' }, first, law);
}

/** The day of an act, said only where it is not the day of its entry. */
const dayOf = (draft: ProblemDraft, { day }: ReachedAt) => (day === draft.signature.on ? {} : { day });

/** The clock runs from the hand-over, also when nobody ever signs for it. */
function handOver(draft: ProblemDraft, at: ReachedAt, law: Law): boolean {
  const { parts, edition, kind } = draft.now();
  const role = kindIn(law, kind)?.holder;
  const holder = role === undefined ? undefined : parts[role]?.[0];
  if (!holder) return false;
  draft.add({
    type: 'HandedOver',
    unit: holder.unit,
    unitName: unitName(law.units, holder.unit, draft.signature.on),
    document: at.document,
    edition: edition?.id ?? null,
    ...dayOf(draft, at),
    stage: stageAt(draft, 'handed-over', law),
    clause: at.clause,
  });
  const { deadline } = draft.now().basics;
  if (deadline && !draft.now().clocks.some(({ id }) => id === LISTED_DEADLINE))
    runTo(draft, LISTED_DEADLINE, listedTitle, deadline, null, at.clause, at.day, law, 'handed-over');
  return true;
}

/** The plan is issued: its own date and each measure's begin to run. */
function takeEffect(draft: ProblemDraft, at: ReachedAt, law: Law): boolean {
  const { runs, plan, measures } = draft.now();
  const procedure = runEnding(draft.now(), 'plan-issued', law);
  const run = procedure === null ? null : latestRun(runs, procedure);
  if (run === null || plan === null) return false;
  const { clause, route } = runs[run]!;
  const stage = stageAt(draft, 'plan-issued', law);
  draft.add({ type: 'PlanTookEffect', route, document: at.document, ...dayOf(draft, at), stage, clause: at.clause });
  // from now on the plan's own day counts: whoever reviewed it was told where it is later
  dropClock(draft, LISTED_DEADLINE, '整改方案已印发，按方案时限办理');
  runTo(draft, PLAN_DEADLINE, planTitle, plan.deadline, null, clause, at.day, law);
  for (const measure of measures) runMeasure(draft, measure, clause, at.day, law);
  return true;
}

function close(draft: ProblemDraft, at: ReachedAt, law: Law): boolean {
  const runs = Object.values(draft.now().runs);
  const route = runs.findLast(({ finishedOn }) => finishedOn !== null)?.route ?? '';
  const stage = stageAt(draft, 'closed', law);
  draft.add({ type: 'ProblemClosed', route, document: at.document, ...dayOf(draft, at), stage, clause: at.clause });
  return true;
}

/**
 * Where the self-check must be done again, the finish that was reported has not been accepted: the plan's own clock runs on from
 * where it was until the check is done anew, so that a finish reported too early wins no time.
 */
export const reopenedBy = (problem: Problem, run: string, step: string, law: Law): readonly string[] =>
  checksAgain(problem, run, step, law) ? [PLAN_DEADLINE, LISTED_DEADLINE] : [];

/** Whether a return to this step has the work checked again by those who did it. */
export function checksAgain({ runs }: Problem, run: string, step: string, law: Law): boolean {
  const { steps, route } = runs[run]!;
  const again = steps.slice(steps.findIndex(({ id }) => id === step)).map(({ id }) => id);
  return routeOf(law, run, route).steps.some(({ id, do: what }) => what === 'self-check' && again.includes(id));
}

/** The work is said to be done: the plan's own date is met. */
export function meetPlan(draft: ProblemDraft, day: PlainDate = draft.signature.on): void {
  meetClock(draft, PLAN_DEADLINE, day);
  // a plan of one's own may be none of this county's: then the listed day is still the one
  meetClock(draft, LISTED_DEADLINE, day);
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

const listedTitle = { zh: '清单所列整改时限', en: 'Deadline of the list' };
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
  event = 'plan-issued',
): void {
  if (!deadline.date) return;
  const term = { count: 'fixed', date: deadline.date, roll: 'none' } as const;
  startClock(draft, { id, title, clause, target: null, measure, event, term }, on, law.calendar);
}
