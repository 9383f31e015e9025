import type { Keeper } from '@bihuan/core/person';
import type { Signature } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import type { Append, DossierKind, GivenAnswer, RowChanges, Standing } from '../../store/dossiers/dossiers.ts';
import type { Intent } from './answer.ts';
import { linksOf } from './chain.ts';

/** A dossier that runs no procedure: a person, an edition of the plan, the calendar, a file. */
export type PlainDossier<S extends object, E> = {
  readonly dossier: string;
  readonly kind: DossierKind;
  readonly standing: Standing<S> | null;
  readonly events: readonly E[];
  /** What the events fold to. */
  readonly state: S;
  /** What came in, as its row. */
  readonly received?: RowChanges['received'];
  /** The answer to keep for a retry. */
  readonly answer?: { readonly by: Keeper; readonly intent: Intent; readonly response: object };
};

/** Everything one command writes about such a dossier; its own list rows go in the same transaction. */
export function plainAppend<S extends object, E extends Signature & { readonly type: string }>(
  { region, now }: Pick<Services, 'region' | 'now'>,
  { dossier, kind, standing, events, state, answer, received }: PlainDossier<S, E>,
): Append {
  const at = now();
  const kept = answer && { actor: answer.by.actor.id, ...answer.intent, status: 200, response: answer.response, at };
  return {
    region,
    dossier,
    kind,
    before: standing?.version ?? 0,
    links: linksOf({ region, dossier, recordedAt: at }, standing, events),
    state,
    rows: { tasks: none, clocks: none, copies: none, ...(received ? { received } : {}) },
    ...(kept ? { kept } : {}),
  };
}

const none = { put: [], removed: [] };

/** What a retry is told: the first answer, or that its key was used for something else. `T` is what the same command kept. */
export function retried<T>(
  given: GivenAnswer,
  intent: Intent | undefined,
): { readonly done: T; readonly replayed: true } | { readonly conflict: 'key-reused' } {
  if (given.fingerprint !== intent?.fingerprint) return { conflict: 'key-reused' };
  return { done: given.response as T, replayed: true }; // the caller says what it kept
}
