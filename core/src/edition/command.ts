import type { Actor } from '../access/index.ts';
import type { OfficialDocument, RecordedAct } from '../procedure/index.ts';
import type { Adopting, Comparing, Ruling } from '../procedure/verbs/index.ts';
import type { LocalTime, PlainDate } from '../time/index.ts';
import type { Member } from './edition.ts';

/** What may be asked of an edition. `seen` is the digest of what the person was shown. */
export type EditionAsk =
  | { readonly type: 'FormEdition'; readonly no: number; readonly title: string; readonly members: readonly Member[] }
  | { readonly type: 'ChangeMembers'; readonly add: readonly Member[]; readonly remove: readonly string[] }
  | {
      readonly type: 'TakeStep';
      readonly task: string;
      readonly opinion?: string;
      readonly document?: OfficialDocument;
      /** For a unit that does not sign in here: what it did, with number, day and scan. */
      readonly recorded?: RecordedAct;
      readonly seen?: string;
    }
  | {
      readonly type: 'ReturnStep';
      readonly task: string;
      readonly to: string;
      readonly reason: string;
      readonly becauseOf: string;
      readonly recorded?: RecordedAct;
    }
  | SharedEditionAsk;

/** What is asked of an edition as of any dossier that runs procedures. */
export type SharedEditionAsk =
  | ({ readonly type: 'RuleQuestion' } & Ruling)
  | { readonly type: 'EndRuling'; readonly question: string; readonly reason: string }
  | ({ readonly type: 'NoteDays' } & Comparing)
  | ({ readonly type: 'AdoptRevision' } & Adopting)
  /** What days do to it: a reform of units reaches it, its limits run out or move; no person has these in hand. */
  | { readonly type: 'FollowReform' }
  | { readonly type: 'NoteLapse'; readonly clock: string }
  | { readonly type: 'AmendClocks'; readonly reason: string };

/** What is asked of an edition, by whom, on which day of the office. */
export type EditionCommand = EditionAsk & {
  readonly by: Actor;
  readonly on: PlainDate;
  /** The instant on that day, by the office's clock. */
  readonly instant?: LocalTime;
};
