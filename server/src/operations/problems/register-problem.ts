import { randomUUID } from 'node:crypto';
import type { Actor } from '@bihuan/core/access';
import type { Ask } from '@bihuan/core/problem';
import type { Services } from '../../services.ts';
import { KeyTaken, loadDossier, NumberTaken } from '../../store/dossiers/dossiers.ts';
import type { Answer, Intent } from '../dossiers/answer.ts';
import { replay, writeWithTold } from '../dossiers/command-dossier.ts';
import type { DossierDone } from '../dossiers/decide-dossier.ts';
import { decideProblem } from './command-problem.ts';
import { freshNumber } from '../dossiers/fresh-number.ts';

type Registration = Omit<Extract<Ask, { type: 'RegisterProblem' }>, 'type' | 'number'> & { readonly number?: string };

/** Opens a dossier. Without a number of its own it gets the next of the year's series. */
export async function registerProblem(
  services: Services,
  asked: Intent & { readonly registration: Registration; readonly by: Actor },
): Promise<Answer<DossierDone>> {
  const { db, region } = services;
  const { registration, by, key, fingerprint } = asked;
  const problem = randomUUID();
  const { given } = await loadDossier(db, { region, kind: 'problem', dossier: problem, actor: by.id, key });
  if (given) return replay(given, asked);
  const decided = (number: string) =>
    decideProblem(
      services,
      { dossier: problem, by, key, fingerprint, ask: { type: 'RegisterProblem', ...registration, number } },
      null,
    );
  const own = registration.number?.trim();
  // decided first under a number that nobody gets: a wish that is refused uses none up
  const tried = decided(own || '0');
  if ('refused' in tried) return tried;
  const written = own ? tried : decided(await freshNumber(services));
  if ('refused' in written) return written;
  try {
    return await writeWithTold(services, written, by);
  } catch (error) {
    if (error instanceof NumberTaken) return { conflict: 'number-taken' };
    if (error instanceof KeyTaken) return registerProblem(services, asked); // the same intent, sent twice at once
    throw error;
  }
}
