import { randomUUID } from 'node:crypto';
import { badInput, type Actor, type Refusal } from '@bihuan/core/access';
import { withCarried, type Carried } from '@bihuan/core/intake';
import type { Ask, Evidence } from '@bihuan/core/problem';
import type { Services } from '../../services.ts';
import { KeyTaken, loadDossier, NumberTaken } from '../../store/dossiers/dossiers.ts';
import type { Answer, Intent } from '../dossiers/answer.ts';
import { keptAs } from '../dossiers/asks.ts';
import { replay, writeWithTold } from '../dossiers/command-dossier.ts';
import type { DossierDone } from '../dossiers/decide-dossier.ts';
import { decideProblem } from './command-problem.ts';
import { freshNumber } from '../dossiers/fresh-number.ts';
import { apartOf, type GivenApart } from './told-apart.ts';

type Asked = Extract<Ask, { type: 'RegisterProblem' }>;
/** A file that came with it, by the id under which it was received. */
type GivenFile = Pick<Evidence, 'file' | 'kind' | 'takenOn' | 'note'>;

/** A registration as a client sends it: with all that a row of a list carries, and files and doubles by their ids. */
type Registration = Pick<Asked, 'basics' | 'facts' | 'sources'> & {
  readonly number?: string;
  readonly carried?: Carried;
  readonly files?: readonly GivenFile[];
  readonly apart?: readonly GivenApart[];
};

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
  const whole = await completed(services, registration, by);
  if ('refused' in whole) return whole;
  const decided = (number: string) =>
    decideProblem(services, { dossier: problem, by, key, fingerprint, ask: { ...whole, number } }, null);
  const own = registration.number?.trim();
  // decided first under a number that nobody gets: a wish that is refused uses none up
  const tried = decided(own || '0');
  if ('refused' in tried) return tried;
  const written = own ? tried : decided(await freshNumber(services));
  if ('refused' in written) return written;
  try {
    return await writeWithTold(services, written, by);
  } catch (error) {
    if (error instanceof NumberTaken && own) return { conflict: 'number-taken' };
    // the same intent sent twice at once, or somebody gave the coming number to a problem of his own meanwhile: looked at again
    if (error instanceof KeyTaken || error instanceof NumberTaken) return registerProblem(services, asked);
    throw error;
  }
}

/** The registration with everything in it that only the server knows. */
async function completed(
  services: Services,
  { basics, facts, sources, carried = {}, files = [], apart: given = [] }: Registration,
  by: Actor,
): Promise<Omit<Asked, 'number'> | { readonly refused: Refusal }> {
  const evidence: Evidence[] = [];
  for (const [at, { file, ...said }] of files.entries()) {
    const kept = await keptAs(services, file, by);
    if (!kept) return badInput([{ field: `files.${at}.file`, code: 'unknown' }]);
    evidence.push({ ...kept, ...said, place: basics.place, measure: null });
  }
  const apart = await apartOf(services, given);
  if ('refused' in apart) return apart;
  return {
    type: 'RegisterProblem',
    basics: withCarried(basics, carried),
    facts,
    sources,
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(apart.length > 0 ? { apart } : {}),
  };
}
