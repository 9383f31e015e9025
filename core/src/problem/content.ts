import type { Bound, Law, Task } from '../procedure/index.ts';
import { routeOf, stepOf } from '../procedure/index.ts';
import { canonical } from '../ledger/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Problem } from './problem.ts';

/** What an approval binds to: the words of the plan, or what was done and what proves it. */
export function contentOf(problem: Problem, what: Bound['what']): unknown {
  const { plan, measures, evidence } = problem;
  const content = measures.map(({ id, text, deadline, unit, person }) => ({ id, text, deadline, unit, person }));
  if (what === 'plan') return { plan, measures: content };
  return {
    plan,
    results: measures.map(({ id, text, percent, completedOn, progress }) => ({
      id,
      text,
      percent,
      completedOn,
      progress,
    })),
    evidence: evidence.map(({ id, kind, digest }) => ({ id, kind, digest })),
  };
}

/** Digest of that content as it stands now. The screen sends it back with the decision. */
export const digestOf = (problem: Problem, what: Bound['what'], law: Law): string =>
  law.digest(canonical(contentOf(problem, what)));

/** The content the step of this task binds, or null. */
export function boundBy(problem: Problem, task: Task, law: Law): Bound['what'] | null {
  const run = problem.runs[task.run];
  if (!run) return null;
  return stepOf(routeOf(law, task.run, run.route), task.step).binds ?? null;
}

/** An approval whose content has changed since it was given. */
export type StaleApproval = {
  readonly task: string;
  readonly step: string;
  readonly person: string;
  readonly on: PlainDate;
};

/** Standing approvals that no longer say yes to what the dossier says now. */
export function staleApprovals(problem: Problem, law: Law): StaleApproval[] {
  const present = new Map<Bound['what'], string>();
  const digest = (what: Bound['what']): string => {
    const known = present.get(what) ?? digestOf(problem, what, law);
    present.set(what, known);
    return known;
  };
  return Object.values(problem.runs)
    .flatMap((run) => run.acts)
    .filter((act) => act.standing && act.bound !== null && act.bound.digest !== digest(act.bound.what))
    .map(({ task, step, person, on }) => ({ task, step, person, on }));
}
