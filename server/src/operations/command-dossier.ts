import type { Refusal } from '@bihuan/core/access';
import type { Services } from '../services.ts';
import { append } from '../store/append.ts';
import { KeyTaken, loadDossier, NumberTaken, StaleVersion, type GivenAnswer } from '../store/dossiers.ts';
import { fasterThan } from '../store/events.ts';
import type { Answer, Intent } from './answer.ts';
import { decideDossier, type Asked, type DossierDone } from './decide-dossier.ts';
import type { Numbered, Signed, Subject } from './subject.ts';

/** A command on a dossier that exists; the intent carries the retry key and the fingerprint of the request. */
export type CommandAsked<A> = Asked<A> & Intent & { readonly version: number };

/** A dossier that is not there, and one that is not this person's to read: nobody can tell them apart. */
export const unknownDossier: Refusal = { code: 'not-allowed', obstacle: { code: 'unknown-dossier' }, clause: null };

/** load → decide → append. Every door to a dossier that runs procedures ends here: one read, one write. */
export async function commandDossier<S extends Numbered, A extends { readonly type: string }, E extends Signed>(
  subject: Subject<S, A, E>,
  services: Services,
  asked: CommandAsked<A>,
): Promise<Answer<DossierDone>> {
  const { db, region } = services;
  const { dossier, by, key } = asked;
  const { standing, given } = await loadDossier<S>(db, { region, kind: subject.kind, dossier, actor: by.id, key });
  if (given) return replay(given, asked);
  if (!standing) return { refused: unknownDossier };
  if (standing.version !== asked.version) return { stale: await fasterThan(db, region, dossier) };

  const written = decideDossier(subject, services, asked, standing);
  if ('refused' in written) return written;
  try {
    await append(db, written.append);
    return { done: written.done, replayed: false };
  } catch (error) {
    return afterCollision(subject, services, asked, error);
  }
}

/** What an intent that comes again is answered: as the first time, or that its key was used for something else. */
export function replay(given: GivenAnswer, { fingerprint }: Pick<Intent, 'fingerprint'>): Answer<DossierDone> {
  if (given.fingerprint !== fingerprint) return { conflict: 'key-reused' };
  return { done: given.response as DossierDone, replayed: true }; // what `decideDossier` kept under this key
}

async function afterCollision<S extends Numbered, A extends { readonly type: string }, E extends Signed>(
  subject: Subject<S, A, E>,
  services: Services,
  asked: CommandAsked<A>,
  error: unknown,
): Promise<Answer<DossierDone>> {
  const { db, region } = services;
  if (error instanceof NumberTaken) return { conflict: 'number-taken' };
  if (!(error instanceof StaleVersion || error instanceof KeyTaken)) throw error;
  // the same intent sent twice at once: the other request wrote it, and its answer is this one's too
  return (await answeredBefore(subject, services, asked)) ?? { stale: await fasterThan(db, region, asked.dossier) };
}

/** What this intent was answered when it came before; null when it never did. */
export async function answeredBefore(
  { kind }: Pick<Subject<never, never, never>, 'kind'>,
  { db, region }: Services,
  asked: Intent & Pick<Asked<never>, 'dossier' | 'by'>,
): Promise<Answer<DossierDone> | null> {
  const { dossier, by, key } = asked;
  const { given } = await loadDossier(db, { region, kind, dossier, actor: by.id, key });
  return given && replay(given, asked);
}
