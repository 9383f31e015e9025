import type { Ask, Problem } from '@bihuan/core/problem';
import type { Services } from '../../services.ts';
import type { Standing } from '../../store/dossiers/dossiers.ts';
import type { Answer } from '../dossiers/answer.ts';
import { commandDossier, type CommandAsked } from '../dossiers/command-dossier.ts';
import { decideDossier, type Asked, type DossierDone } from '../dossiers/decide-dossier.ts';
import { problemSubject } from './problem-subject.ts';

/** A command on a problem that exists. */
export const commandProblem = (services: Services, asked: CommandAsked<Ask>): Promise<Answer<DossierDone>> =>
  commandDossier(problemSubject, services, asked);

/** Decides a command on a problem without writing it. */
export const decideProblem = (services: Services, asked: Asked<Ask>, standing: Standing<Problem> | null) =>
  decideDossier(problemSubject, services, asked, standing);
