import type { Actor } from '../access/index.ts';
import { decide, evolve, type Ask, type Problem } from '../problem/index.ts';
import { byWhoeverMay, outcomeOf, type Attempt, type Setting } from './play.ts';

/** Decides one ask of the first of these people who may. */
export const askProblem = (ask: Ask, problem: Problem, by: readonly Actor[], { law, on }: Setting): Attempt<Problem> =>
  byWhoeverMay(problem, by, (before, person) =>
    outcomeOf(decide({ ...ask, by: person, on }, before, law), before, evolve),
  );
