import type { Actor } from '../access/index.ts';
import type { ClauseId, Facts } from '../policy/index.ts';
import type { Account, Apart, Days, Linked, OfficialDocument, Part, RecordedAct, Twin } from '../procedure/index.ts';
import type { Adopting, Comparing, Hearing, Raising, Ruling, Settling, TakingBack } from '../procedure/verbs/index.ts';
import type { LocalTime, PlainDate } from '../time/index.ts';
import type { AbsorbedProblem, Basics, Evidence, Measure, PlanContent, Source } from './problem.ts';

/** What people and the calendar may ask of one problem. */
export type Ask =
  | {
      readonly type: 'RegisterProblem';
      readonly number: string;
      readonly basics: Basics;
      readonly facts: Facts;
      readonly sources: readonly Source[];
      /** A tell opens it, for the dossier it is linked with: the act that reached the milestone stands for the seat. */
      readonly told?: Linked;
      /** Photos and papers that came with it. */
      readonly evidence?: readonly Evidence[];
      /** Likely doubles that were pointed at and are other problems. */
      readonly apart?: readonly Apart[];
    }
  /** A double is closed and leads to the problem that goes on. */
  | { readonly type: 'MergeInto'; readonly into: Twin; readonly reason: string }
  /** Two problems after all. */
  | { readonly type: 'Unmerge'; readonly reason: string }
  /** The next two come with a merger and with its end, never alone. */
  | {
      readonly type: 'AbsorbDouble';
      readonly double: Omit<AbsorbedProblem, 'on'>;
      readonly days: Days;
      readonly reason: string;
    }
  | { readonly type: 'ReleaseDouble'; readonly double: Twin; readonly reason: string }
  /** Likely doubles found later that are other problems. */
  | { readonly type: 'TellApart'; readonly apart: readonly Apart[] }
  /** Entered by mistake: taken back before anybody worked on it. The dossier and its number stay. */
  | { readonly type: 'WithdrawProblem'; readonly reason: string }
  | {
      readonly type: 'CorrectProblem';
      readonly basics: Partial<Basics>;
      readonly facts: Facts;
      readonly reason: string;
    }
  | { readonly type: 'AddCrossReference'; readonly source: Source }
  /** The next three come with an act on an edition of 一张表, never alone. */
  | { readonly type: 'ListInEdition'; readonly edition: string; readonly no: number }
  | { readonly type: 'TakeOffEdition'; readonly edition: string; readonly no: number; readonly reason: string }
  | {
      readonly type: 'ReceiveConsent';
      readonly edition: string;
      readonly no: number;
      readonly digest: string;
      readonly document: OfficialDocument | null;
    }
  | TakeStep
  | {
      readonly type: 'ReturnStep';
      readonly task: string;
      readonly to: string;
      readonly reason: string;
      readonly becauseOf: ClauseId;
      readonly recorded?: RecordedAct;
      /** Measures that are not done after all, where the work is to be checked again. */
      readonly measures?: readonly string[];
    }
  | { readonly type: 'AssignParts'; readonly parts: Readonly<Record<string, readonly Part[]>>; readonly reason: string }
  | { readonly type: 'ContestHandOver'; readonly reason: string; readonly becauseOf: ClauseId }
  | {
      readonly type: 'ArbitrateHandOver';
      readonly outcome: 'uphold' | 'redirect';
      readonly to?: Part;
      readonly reason: string;
    }
  | { readonly type: 'WritePlan'; readonly plan: PlanContent; readonly reason?: string }
  | {
      readonly type: 'ReportProgress';
      readonly measure: string;
      readonly percent: number;
      readonly pace: Measure['pace'];
      readonly text: string;
    }
  | {
      readonly type: 'CompleteMeasure';
      readonly measure: string;
      readonly completedOn: PlainDate;
      readonly text: string;
    }
  | { readonly type: 'AddEvidence'; readonly evidence: Evidence }
  | { readonly type: 'ReportFinish'; readonly text: string }
  | ({ readonly type: 'ReachTold' } & Hearing)
  | { readonly type: 'Urge'; readonly task: string; readonly text: string }
  | ({ readonly type: 'NoteDays' } & Comparing)
  | { readonly type: 'RecordCopySent'; readonly copy: string; readonly document: OfficialDocument }
  | { readonly type: 'AcknowledgeCopy'; readonly copy: string }
  /** A new last day, said in units of the limit's own term. */
  | { readonly type: 'ExtendTerm'; readonly clock: string; readonly units: number; readonly reason: string }
  | { readonly type: 'PauseTerm'; readonly clock: string; readonly reason: string }
  | { readonly type: 'ResumeTerm'; readonly clock: string; readonly reason: string }
  | ({ readonly type: 'RuleQuestion' } & Ruling)
  | { readonly type: 'EndRuling'; readonly question: string; readonly reason: string }
  | ({ readonly type: 'RaiseObjection' } & Raising)
  | ({ readonly type: 'SettleObjection' } & Settling)
  /** A later reading of its edition, for one dossier or for all that are open. */
  | ({ readonly type: 'AdoptRevision' } & Adopting)
  /** One's own last act taken back; what that was comes from the log. */
  | ({ readonly type: 'WithdrawAct' } & TakingBack)
  /** A reform of units reaches it, on the day on which it holds. */
  | { readonly type: 'FollowReform' }
  | { readonly type: 'NoteLapse'; readonly clock: string }
  | { readonly type: 'AmendClocks'; readonly reason: string };

/** A seat’s answer to one task. What of the optional parts must come along is what the offer says it `needs`. */
export type TakeStep = {
  readonly type: 'TakeStep';
  readonly task: string;
  readonly verdict?: 'agree' | 'object';
  /** Where the step may end in several ways, which one. */
  readonly outcome?: string;
  readonly opinion?: string;
  readonly document?: OfficialDocument;
  /** For a unit that does not sign in here: what it did, with number, date and scan. */
  readonly recorded?: RecordedAct;
  /** Facts this step settles, `grade` for a classification. */
  readonly facts?: Facts;
  /** Digest of the content the person saw, where the step binds one. */
  readonly seen?: string;
  /** Who was there, on which day, how. */
  readonly account?: Account;
  /** At the hand-over: who plays which part. */
  readonly parts?: Readonly<Record<string, readonly Part[]>>;
};

/** A command: what is asked, by whom, on which day of the office. The core has no clock and knows no session. */
export type Command = Ask & {
  readonly by: Actor;
  readonly on: PlainDate;
  /** The instant on that day, by the office's clock: terms in hours count from it. */
  readonly instant?: LocalTime;
  /** The day the office says it happened, where that is not today; both stand in the record. */
  readonly claimedOn?: PlainDate;
};
