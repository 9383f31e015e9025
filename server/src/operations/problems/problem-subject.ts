import {
  absent,
  absorbedOf,
  decide,
  evolve,
  problemDays,
  problemLines,
  type Ask,
  type Problem,
  type ProblemEvent,
} from '@bihuan/core/problem';
import type { Telling } from '@bihuan/core/case';
import { problemRows } from './problem-row.ts';
import type { Subject } from '../dossiers/subject.ts';

/** What a problem says of itself to a tell: its basics by the names that a sheet gives them, and its facts. */
const telling = (problem: Problem): Telling => {
  const { basics, facts, links = [] } = problem;
  const { title, description, place, township, field, target, remarks } = basics;
  const at = { words: place, ...(township === null ? {} : { township }) };
  const values = { ...facts, title, description, target, remarks, place: at, ...(field === null ? {} : { field }) };
  return { ...problem, values: { ...values, number: problem.number }, links };
};

/** A merger and its end are acts on two problems. */
const twinOf: NonNullable<Subject<Problem, Ask, ProblemEvent>['twin']> = (id, ask, problem, { on }) => {
  switch (ask.type) {
    case 'MergeInto': {
      const { into, reason } = ask;
      const double = absorbedOf(id, problem);
      return { dossier: into.dossier, ask: { type: 'AbsorbDouble', double, days: problemDays(problem, on), reason } };
    }
    case 'Unmerge': {
      const double = { dossier: id, number: problem.number, title: problem.basics.title };
      const { reason } = ask;
      return problem.merged
        ? { dossier: problem.merged.into.dossier, ask: { type: 'ReleaseDouble', double, reason } }
        : null;
    }
    default:
      return null;
  }
};

/** A problem as one of the kinds of dossier that are commanded in one way. */
export const problemSubject: Subject<Problem, Ask, ProblemEvent> = {
  kind: 'problem',
  absent,
  decide,
  evolve,
  titleOf: ({ basics }) => basics.title,
  lines: problemLines,
  telling,
  rows: problemRows,
  twin: twinOf,
};
