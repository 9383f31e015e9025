import type { InputFault } from '../access/index.ts';
import type { PostId } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Keeper } from './keeper.ts';

/** A posting as it is asked for; its id comes from the door. */
export type PostingAsk = {
  readonly id: string;
  readonly unit: string;
  readonly post: PostId;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
};

/** What can be asked of one person's account. */
export type PersonAsk =
  | {
      readonly type: 'AddPerson';
      readonly name: string;
      readonly username: string;
      readonly unit: string | null;
      readonly administrator: boolean;
      readonly postings: readonly PostingAsk[];
      /** Where the person is reached at work, as written; absent: not known. */
      readonly phone?: string;
      /** Whoever adds hands the first password out: it is changed at the first sign-in. */
      readonly handedOut?: boolean;
    }
  /** A name that was mistyped, a telephone that changed; null: no telephone any more. */
  | { readonly type: 'CorrectPerson'; readonly name: string; readonly phone: string | null; readonly reason: string }
  | { readonly type: 'HoldPost'; readonly posting: PostingAsk }
  | { readonly type: 'LeavePost'; readonly posting: string; readonly until: PlainDate }
  | { readonly type: 'SetActive'; readonly active: boolean }
  /** `proved`: whoever asks has given the password before it. */
  | { readonly type: 'SetPassword'; readonly proved?: boolean };

/** What is asked about the account `person`, by whoever keeps accounts, on which day of the office. */
export type PersonCommand = PersonAsk & { readonly person: string; readonly by: Keeper; readonly on: PlainDate };

/** What stands between a keeper and an account. */
export type PersonObstacle =
  | { readonly code: 'not-administrator' }
  | { readonly code: 'unknown-person' }
  | { readonly code: 'already-added' }
  | { readonly code: 'no-such-posting' }
  /** Whoever keeps the accounts takes no part in the business they open. */
  | { readonly code: 'administrator-holds-no-post' }
  /** Nobody shuts himself out: so there is always an administrator left. */
  | { readonly code: 'own-account' }
  /** One's own password is changed with the old one, by whichever door: an open screen is not the person. */
  | { readonly code: 'own-password' }
  | { readonly code: 'nothing-to-do' };

/** A refusal is an answer: returned, never thrown. */
export type PersonRefusal =
  | { readonly code: 'not-allowed'; readonly obstacle: PersonObstacle; readonly clause: null }
  | { readonly code: 'bad-input'; readonly faults: readonly InputFault[]; readonly clause: null };
