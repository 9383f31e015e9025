import type { Signer } from '../access/index.ts';
import type { ClauseId } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Succeeded } from './succession.ts';

/** One edition of the plan as its own log has it: what was published, and which rulings somebody stands for. */
export type PublishedEdition = {
  readonly stage: 'absent' | 'published';
  readonly edition: string;
  /** Digest of the whole pack. What a dossier entered under never changes. */
  readonly digest: string;
  readonly confirmed: readonly string[];
};

/** An edition that is only a folder yet. */
export const unpublished: PublishedEdition = { stage: 'absent', edition: '', digest: '', confirmed: [] };

/** What happens to an edition. */
export type PublicationEvent = { readonly by: Signer; readonly on: PlainDate } & (
  | {
      readonly type: 'EditionPublished';
      readonly edition: string;
      readonly title: string;
      readonly inForceFrom: PlainDate;
      readonly digest: string;
      /** Rulings that the pack calls pending. */
      readonly pending: readonly string[];
      /** Who takes over from units that this edition leaves out or ends, named by whoever published it; absent where nobody was. */
      readonly successors?: readonly Succeeded[];
    }
  | {
      readonly type: 'RulingConfirmed';
      readonly ruling: string;
      readonly title: string;
      readonly clauses: readonly ClauseId[];
      readonly note: string;
    }
);

/** Folds one event into the edition. */
export function evolvePublication(edition: PublishedEdition, event: PublicationEvent): PublishedEdition {
  switch (event.type) {
    case 'EditionPublished':
      return { ...edition, stage: 'published', edition: event.edition, digest: event.digest };
    case 'RulingConfirmed':
      return { ...edition, confirmed: [...edition.confirmed, event.ruling] };
  }
}
