import type { Pass } from '../../access/index.ts';
import type { Law } from '../../procedure/index.ts';
import { amendClocks, mergedStage, setApartFor, unlessAwaited, unlessDayLost } from '../../procedure/verbs/index.ts';
import { problemAwaits, problemDays } from '../doubles.ts';
import type { Point } from '../point.ts';
import type { AbsorbedProblem, Problem } from '../problem.ts';
import { byAct, clauseOf, textFault, type Case, type Verb } from './verb.ts';

const { clause, pass } = byAct('merge');

/** Not while a list is formed or agreed to around it: what the county government is shown stays as it is. */
const MERGED_AT: readonly Point[] = ['registered', 'handed-over', 'planning', 'rectifying', 'accepting'];

const whileNobodySigns = (at: Case): Pass => unlessAwaited(pass(at), problemAwaits(at.problem, at.law));

/**
 * A double is closed as merged and leads to the problem that goes on: its steps and limits stand still, nothing of it is deleted.
 * What it means for the other is asked of that one, in the same transaction (`absorbDouble`).
 */
export const mergeInto: Verb<'MergeInto'> = {
  stages: MERGED_AT,
  clause,
  pass: whileNobodySigns,
  faults: (_at, { reason }) => textFault('reason', reason, 500),
  write: (draft, { into, reason }, law) =>
    draft.add({
      type: 'ProblemMerged',
      into,
      reason,
      stage: mergedStage(draft.now(), law),
      clause: clauseOf('merge', draft.now(), law),
    }),
};

/** What a double takes along: its words and sources, and its evidence by reference. */
export const absorbedOf = (dossier: string, problem: Problem): Omit<AbsorbedProblem, 'on'> => ({
  dossier,
  number: problem.number,
  title: problem.basics.title,
  description: problem.basics.description,
  sources: problem.sources,
  evidence: problem.evidence,
});

/** The problem that goes on keeps its own clocks: refused where a day of the double would be lost by it. Never asked alone. */
export const absorbDouble: Verb<'AbsorbDouble'> = {
  stages: MERGED_AT,
  clause,
  pass: (at, { days }) => unlessDayLost(whileNobodySigns(at), days, problemDays(at.problem, at.on)),
  faults: () => [],
  write: (draft, { double, reason }, law) =>
    draft.add({ type: 'DoubleAbsorbed', double, reason, clause: clauseOf('merge', draft.now(), law) }),
};

/** Two problems after all: the double stands again as it stood, its limits with the days they had. Merging wins no time. */
export const unmerge: Verb<'Unmerge'> = {
  stages: ['merged'],
  clause,
  pass,
  faults: (_at, { reason }) => textFault('reason', reason, 500),
  write: (draft, { reason }, law: Law) => {
    const { into } = draft.now().merged!;
    draft.add({ type: 'ProblemUnmerged', from: into, reason, clause: clauseOf('merge', draft.now(), law) });
    // notices that were put in meanwhile moved every limit that ran
    amendClocks.write(draft, { reason: setApartFor(reason) }, law);
  },
};

/** The other side of it, wherever the survivor has come to. Never asked alone. */
export const releaseDouble: Verb<'ReleaseDouble'> = {
  stages: [...MERGED_AT, 'listed', 'consented', 'closed'],
  clause,
  pass,
  faults: () => [],
  write: (draft, { double, reason }, law) =>
    draft.add({ type: 'DoubleReleased', double, reason, clause: clauseOf('merge', draft.now(), law) }),
};
