import { absent, decide, evolve, type Ask, type Problem, type ProblemEvent } from '@bihuan/core/problem';
import type { Services } from '../services.ts';
import type { Standing } from '../store/dossiers.ts';
import type { Answer } from './answer.ts';
import { commandDossier, type CommandAsked } from './command-dossier.ts';
import { decideDossier, type Asked, type DossierDone } from './decide-dossier.ts';
import { problemRows } from './problem-row.ts';
import type { Subject } from './subject.ts';

/** A problem as one of the kinds of dossier that are commanded in one way. */
export const problemSubject: Subject<Problem, Ask, ProblemEvent> = {
  kind: 'problem',
  absent,
  decide,
  evolve,
  rows: problemRows,
};

/** A command on a problem that exists. */
export const commandProblem = (services: Services, asked: CommandAsked<Ask>): Promise<Answer<DossierDone>> =>
  commandDossier(problemSubject, services, asked);

/** Decides a command on a problem without writing it. */
export const decideProblem = (services: Services, asked: Asked<Ask>, standing: Standing<Problem> | null) =>
  decideDossier(problemSubject, services, asked, standing);
