import { absent, decide, evolve, problemLines, type Ask, type Problem, type ProblemEvent } from '@bihuan/core/problem';
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
};
