import type { Actor, Refusal } from '@bihuan/core/access';
import type { Counted, Telling } from '@bihuan/core/case';
import type { Dossier, LastAct, Law, Line, Signature } from '@bihuan/core/procedure';
import type { LocalTime, PlainDate } from '@bihuan/core/time';
import type { Services } from '../../services.ts';
import type { DossierKind, RowChanges } from '../../store/dossiers/dossiers.ts';

/** Who asks, on which day and in which minute of it. `claimedOn`: the office says that it happened on another. */
export type Asking = {
  readonly by: Actor;
  readonly on: PlainDate;
  readonly instant: LocalTime;
  readonly claimedOn?: PlainDate;
  readonly counted?: Counted;
  readonly last?: LastAct;
};

/** Where a dossier's rows stand, and under which law they say what they say. */
export type RowsAt = {
  readonly region: string;
  readonly id: string;
  readonly import: string | null;
  readonly law: Law;
  /** The law that its rows said what they said by until now, where it is brought over to another. */
  readonly lawBefore?: Law;
};

/** What every dossier that runs procedures has: a number, and the state that procedures know. */
export type Numbered = Omit<Dossier, 'stage'> & { readonly stage: string; readonly number: string };
/** An event of any of them. */
export type Signed = Signature & { readonly type: string };

/** What a kind of dossier brings to the one way in which all of them are commanded. */
export type Subject<S extends Numbered, A extends { readonly type: string }, E extends Signed> = {
  readonly kind: DossierKind;
  /** Before its first event. */
  readonly absent: S;
  readonly decide: (
    command: A & Asking,
    state: S,
    law: Law,
  ) => { readonly events: readonly E[] } | { readonly refused: Refusal };
  /** What stands for good from this act on, counted; null: nothing does, and nothing is counted. */
  readonly counted?: (services: Services, before: S, after: S) => Promise<Counted | null>;
  readonly evolve: (state: S, event: E) => S;
  readonly titleOf: (state: S) => string;
  /** Everything that somebody answers for in it. */
  readonly lines: (state: S, law: Law) => readonly Line[];
  /** What its tells may speak of. */
  readonly telling: (state: S) => Telling;
  /** What an act means for one other dossier of the same sort, asked of it in the same transaction; absent: acts stay at home. */
  readonly twin?: (
    id: string,
    ask: A,
    before: S,
    at: { readonly on: PlainDate; readonly law: Law },
  ) => { readonly dossier: string; readonly ask: A } | null;
  /** Everything lists know of it after a command, given what they knew before. */
  readonly rows: (before: S | null, after: S, at: RowsAt) => RowChanges;
};
