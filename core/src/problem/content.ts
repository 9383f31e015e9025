import type { Bound, Law, Task } from '../procedure/index.ts';
import { boundAt, staleActs } from '../procedure/index.ts';
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

/** What an answer to this task is bound to, with its present digest; null: to nothing. */
export const boundBy = (problem: Problem, task: Task, law: Law): Bound | null =>
  boundAt(problem, task, (what) => digestOf(problem, what, law), law);

/** An approval whose content has changed since it was given. */
export type StaleApproval = {
  readonly task: string;
  readonly step: string;
  readonly person: string;
  readonly on: PlainDate;
};

/** Standing approvals that no longer say yes to what the dossier says now. */
export const staleApprovals = (problem: Problem, law: Law): StaleApproval[] =>
  staleActs(problem, (what) => digestOf(problem, what, law), law).map(({ task, step, person, on }) => ({
    task,
    step,
    person,
    on,
  }));
