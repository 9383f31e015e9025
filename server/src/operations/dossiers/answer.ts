import type { Refusal } from '@bihuan/core/access';
import type { Text } from '@bihuan/core/policy';
import type { Held } from '../../store/dossiers/seats.ts';

/** Somebody was faster: who, when, what it was, and the version the dossier stands at now. */
export type Faster = {
  readonly version: number;
  readonly name: string;
  readonly unitName: string;
  readonly at: string;
  /** Type of the event; for a step also how the plan calls it. */
  readonly what: { readonly type: string; readonly title: Text | null };
};

/**
 * How a command ends. `done` was written, or was written when the same key came before (`replayed`).
 * Everything else left nothing behind.
 */
export type Answer<T> =
  | {
      readonly done: T;
      readonly replayed: boolean;
      /** Who holds the seats that it waits at now, where that was looked up with the writing. */
      readonly held?: readonly Held[];
    }
  | { readonly refused: Refusal }
  | { readonly stale: Faster }
  | { readonly conflict: 'key-reused' | 'number-taken' };

/** The retry key of one intent, and a digest of what was asked under it. */
export type Intent = { readonly key: string; readonly fingerprint: string };
