import type { Actor } from '../access/index.ts';
import type { ClauseId, Facts, SheetValues } from '../policy/index.ts';
import type { Account, Apart, Days, Linked, OfficialDocument, Parts, RecordedAct, Twin } from '../procedure/index.ts';
import type { Adopting, Comparing, Hearing, Ruling, TakingBack } from '../procedure/verbs/index.ts';
import type { LocalTime, PlainDate, Term } from '../time/index.ts';
import type { AbsorbedCase, CaseMember, Counted, Imported, Owed } from './case.ts';
import type { GivenEvidence } from './event.ts';

/** Field id to what is to stand there; null empties it. */
export type Filled = { readonly [field: string]: SheetValues[string] | null };

/** What people, duties, tells and the calendar may ask of a dossier of a plain kind. */
export type CaseAsk =
  | {
      readonly type: 'OpenCase';
      readonly kind: string;
      readonly number: string;
      readonly values: SheetValues;
      readonly from?: string;
      readonly parts?: Parts;
      readonly links?: readonly Linked[];
      /** The row of a workbook that it is brought in from. */
      readonly imported?: Imported;
      /** What the dossier that it belongs to holds: fields that are prefilled take it from there where nothing is given. */
      readonly belongsTo?: SheetValues;
      /** It is a return of this duty: the calendar opens it. */
      readonly owed?: Owed;
      /** How its due day is counted: the limit runs in the return, so that lists, lapses and notices know it. */
      readonly limit?: { readonly start: PlainDate; readonly term: Term };
      /** A tell opens it: the act that reached the milestone stands for the seat. */
      readonly told?: boolean;
    }
  | TakeCaseStep
  | {
      readonly type: 'ReturnStep';
      readonly task: string;
      readonly to: string;
      readonly reason: string;
      readonly becauseOf: ClauseId;
      readonly recorded?: RecordedAct;
    }
  | { readonly type: 'FillSheet'; readonly values: Filled; readonly reason?: string }
  /** An act of the pack's own, or a report beside the work. */
  | {
      readonly type: 'DoAct';
      readonly act: string;
      readonly text?: string;
      readonly values?: Filled;
      readonly document?: OfficialDocument;
    }
  | { readonly type: 'FileNil'; readonly reason?: string; readonly recorded?: RecordedAct }
  | { readonly type: 'ShowPersonal'; readonly field: string; readonly reason: string }
  /** `basis`: the law or clause by which it must go. */
  | {
      readonly type: 'ErasePersonal';
      readonly ids: readonly string[];
      readonly reason: string;
      readonly basis: string;
    }
  | { readonly type: 'Withdraw'; readonly reason: string }
  | { readonly type: 'Link'; readonly link: Linked }
  /** A double is closed and leads to the dossier that goes on. */
  | { readonly type: 'MergeInto'; readonly into: Twin; readonly reason: string }
  /** Two matters after all. */
  | { readonly type: 'Unmerge'; readonly reason: string }
  /** The next two come with a merger and with its end, never alone. */
  | AbsorbCase
  | { readonly type: 'ReleaseDouble'; readonly double: Twin; readonly reason: string }
  /** Likely doubles that are other matters. */
  | { readonly type: 'TellApart'; readonly apart: readonly Apart[] }
  | { readonly type: 'AssignParts'; readonly parts: Parts; readonly reason: string }
  | { readonly type: 'AddEvidence'; readonly evidence: GivenEvidence }
  | { readonly type: 'Urge'; readonly task: string; readonly text: string }
  | {
      readonly type: 'RaiseObjection';
      readonly id: string;
      readonly task: string;
      readonly from: string;
      readonly day: PlainDate;
      readonly text: string;
    }
  | { readonly type: 'SettleObjection'; readonly objection: string; readonly upheld: boolean; readonly reason: string }
  | ({ readonly type: 'RuleQuestion' } & Ruling)
  | { readonly type: 'EndRuling'; readonly question: string; readonly reason: string }
  | {
      readonly type: 'FreezeGathering';
      readonly members: readonly CaseMember[];
      /** Where a sample was drawn: ids in the order they were drawn. */
      readonly drawn?: readonly string[];
      /** What its sheet counts, at the moment at which the members were looked up. */
      readonly figures?: Counted;
    }
  | ({ readonly type: 'ReachTold' } & Hearing)
  | ({ readonly type: 'NoteDays' } & Comparing)
  | { readonly type: 'RecordCopySent'; readonly copy: string; readonly document: OfficialDocument }
  | { readonly type: 'AcknowledgeCopy'; readonly copy: string }
  | { readonly type: 'ExtendTerm'; readonly clock: string; readonly units: number; readonly reason: string }
  | { readonly type: 'PauseTerm'; readonly clock: string; readonly reason: string }
  | { readonly type: 'ResumeTerm'; readonly clock: string; readonly reason: string }
  /** A later reading of its edition, for one dossier or for all that are open. */
  | ({ readonly type: 'AdoptRevision' } & Adopting)
  /** One's own last act taken back; what that was comes from the log. */
  | ({ readonly type: 'WithdrawAct' } & TakingBack)
  /** A reform of units reaches it, on the day on which it holds. */
  | { readonly type: 'FollowReform' }
  | { readonly type: 'NoteLapse'; readonly clock: string }
  | { readonly type: 'AmendClocks'; readonly reason: string };

/** What a double brings along: whether the two are of one sort, whether it was open, and the days that run in it. */
export type AbsorbCase = {
  readonly type: 'AbsorbDouble';
  readonly double: Omit<AbsorbedCase, 'on'>;
  readonly of: { readonly kind: string; readonly owed: Pick<Owed, 'duty' | 'period'> | null; readonly open: boolean };
  readonly days: Days;
  readonly reason: string;
};

/** A seat’s answer to one task of a plain dossier. */
export type TakeCaseStep = {
  readonly type: 'TakeStep';
  readonly task: string;
  readonly verdict?: 'agree' | 'object';
  /** Where the step may end in several ways, which one. */
  readonly outcome?: string;
  readonly opinion?: string;
  readonly document?: OfficialDocument;
  readonly recorded?: RecordedAct;
  /** Facts that the step settles. */
  readonly facts?: Facts;
  /** Fields of the sheet that the step fills. */
  readonly values?: Filled;
  readonly seen?: string;
  readonly parts?: Parts;
  /** Who was there, on which day, how. */
  readonly account?: Account;
};

/** A command on a plain dossier: what is asked, by whom, on which day of the office. */
export type CaseCommand = CaseAsk & {
  readonly by: Actor;
  readonly on: PlainDate;
  /** The instant on that day, by the office's clock: terms in hours count from it. */
  readonly instant?: LocalTime;
  /** Figures of the sheet as they stand now: what this decision fixes is taken from here. */
  readonly counted?: Counted;
  readonly claimedOn?: PlainDate;
};
