import { kindIn, latestRun, type Law } from '../procedure/index.ts';
import type { Problem } from './problem.ts';

/**
 * Where a problem is in what is peculiar to problems, whatever the plan calls its stages: verbs ask this. A plan that leaves a
 * procedure out never comes to its point.
 */
export const points = [
  'absent',
  'registered',
  'listed',
  'consented',
  'handed-over',
  'planning',
  'rectifying',
  'accepting',
  'closed',
  'withdrawn',
  'merged',
] as const;
/** A word of this list. */
export type Point = (typeof points)[number];

/** From the first registration on, while the problem is neither closed nor withdrawn. */
export const live = [
  'registered',
  'listed',
  'consented',
  'handed-over',
  'planning',
  'rectifying',
  'accepting',
] as const;
/** Clocks may run from the registration on, and after closure for what the plan ties to it. */
export const timed = [...live, 'closed'] as const;

/** Where this problem is. */
export function pointOf(problem: Problem, law: Law): Point {
  if (problem.registeredOn === null) return 'absent';
  if (problem.milestones['withdrawn']) return 'withdrawn';
  if (problem.merged) return 'merged';
  if (problem.closedOn !== null) return 'closed';
  if (problem.finishReportedOn !== null) return 'accepting';
  if (problem.planInForce !== null) return 'rectifying';
  const plan = runEnding(problem, 'plan-issued', law);
  if (plan !== null && latestRun(problem.runs, plan)) return 'planning';
  return plan === null && begun(problem, law) ? 'rectifying' : beforePlan(problem);
}

function beforePlan({ handedOverOn, edition }: Problem): Point {
  if (handedOverOn !== null) return 'handed-over';
  if (edition?.consented) return 'consented';
  return edition ? 'listed' : 'registered';
}

/** Where the plan has no plans of its own, work begins with the hand-over, or at once where it hands nothing over. */
function begun({ kind, handedOverOn, runs }: Problem, law: Law): boolean {
  const flow = kindIn(law, kind)?.flow ?? [];
  const first = flow.findLast(({ begins }) => !begins.includes('finished'));
  if (!first) return true;
  const run = latestRun(runs, first.run);
  return run !== null && (handedOverOn !== null || runs[run]!.finishedOn !== null);
}

/** The procedure of the problem's flow whose end reaches this milestone; null where the plan has none. */
export const runEnding = ({ kind }: Problem, milestone: string, law: Law): string | null =>
  kindIn(law, kind)?.flow.find(({ ends }) => ends === milestone)?.run ?? null;

/** The procedure of the problem's flow that begins at this milestone; null where the plan has none. */
export const runBeginning = ({ kind }: Problem, milestone: string, law: Law): string | null =>
  kindIn(law, kind)?.flow.find(({ begins }) => begins.includes(milestone))?.run ?? null;
