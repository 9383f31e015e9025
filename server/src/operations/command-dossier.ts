import type { Actor, Refusal } from '@bihuan/core/access';
import type { PlainDate } from '@bihuan/core/time';
import type { Services } from '../services.ts';
import { append } from '../store/append.ts';
import {
  KeyTaken,
  loadDossier,
  NumberTaken,
  StaleVersion,
  type Append,
  type GivenAnswer,
  type Standing,
} from '../store/dossiers.ts';
import { fasterThan } from '../store/events.ts';
import type { Answer, Intent } from './answer.ts';
import { linksOf } from './chain.ts';
import type { Numbered, Signed, Subject } from './subject.ts';
import { fileIds } from './verify-files.ts';

/** What happened to the dossier and who has it now. */
export type DossierDone = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly happened: readonly string[];
  readonly now: readonly {
    readonly title: Numbered['tasks'][number]['title'];
    readonly unitName: string | null;
    readonly post: string;
    readonly external: boolean;
  }[];
};

/** What is asked of one dossier, by whom; with a retry key where it comes from a person. */
export type Asked<A> = Partial<Intent> & {
  readonly dossier: string;
  readonly ask: A;
  readonly by: Actor;
  readonly claimedOn?: PlainDate;
  readonly import?: string;
  readonly takes?: Append['takes'];
};

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

/** One command decided and not yet written: for itself alone, or as one of several in a larger act. */
export type Written<S> = { readonly append: Append; readonly done: DossierDone; readonly after: S };

/** Decides without writing. */
export function decideDossier<S extends Numbered, A extends { readonly type: string }, E extends Signed>(
  subject: Subject<S, A, E>,
  services: Services,
  asked: Asked<A>,
  standing: Standing<S> | null,
): Written<S> | { readonly refused: Refusal } {
  const { region } = services;
  const { dossier, by, claimedOn } = asked;
  const state = standing?.state ?? subject.absent;
  const law = services.law(standing ? state.policy : undefined);
  const on = services.today();
  const decision = subject.decide({ ...asked.ask, by, on, ...(claimedOn ? { claimedOn } : {}) }, state, law);
  if ('refused' in decision) return decision;

  const recordedAt = services.now();
  const links = linksOf({ region, dossier, recordedAt }, standing, decision.events);
  const after = decision.events.reduce(subject.evolve, state);
  const done = doneOf(dossier, after, links.at(-1)!.version, decision.events);
  const at = { region, id: dossier, import: asked.import ?? null, law };
  return {
    done,
    after,
    append: {
      region,
      dossier,
      kind: subject.kind,
      before: standing?.version ?? 0,
      links,
      state: after,
      rows: { ...subject.rows(standing?.state ?? null, after, at), filed: fileIds(decision.events) },
      ...keptUnder(asked, done, recordedAt),
      ...(asked.takes ? { takes: asked.takes } : {}),
    },
  };
}

function keptUnder({ by, key, fingerprint }: Asked<unknown>, response: DossierDone, at: string): Pick<Append, 'kept'> {
  return key && fingerprint ? { kept: { actor: by.id, key, fingerprint, status: 200, response, at } } : {};
}

function doneOf(id: string, { number, tasks }: Numbered, version: number, events: readonly Signed[]): DossierDone {
  const now = tasks.map(({ title, unitName, post, external }) => ({ title, unitName, post, external }));
  return { id, number, version, happened: events.map((event) => event.type), now };
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
