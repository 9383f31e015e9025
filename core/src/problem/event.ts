import type { ClauseId, Facts } from '../policy/index.ts';
import type {
  Apart,
  Handed,
  Linked,
  OfficialDocument,
  ProcedureEvent,
  Signature,
  StageNamed,
  Twin,
} from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { AbsorbedProblem, Basics, Evidence, Measure, PlanContent, Source } from './problem.ts';

/** Everything that can happen to one problem. Each event names the clause it serves and reads without today's code. */
export type ProblemEvent = ProcedureEvent | (Signature & ProblemOwnEvent) | (Signature & DoublesEvent);

/** What is said of doubles: another problem after all, or one and the same. */
export type DoublesEvent =
  /** It looks like these problems and is another, says the signer. */
  | { readonly type: 'ToldApart'; readonly apart: readonly Apart[]; readonly clause: ClauseId }
  | {
      readonly type: 'ProblemMerged';
      readonly into: Twin;
      readonly reason: string;
      readonly stage: StageNamed;
      readonly clause: ClauseId;
    }
  | { readonly type: 'ProblemUnmerged'; readonly from: Twin; readonly reason: string; readonly clause: ClauseId }
  | {
      readonly type: 'DoubleAbsorbed';
      readonly double: Omit<AbsorbedProblem, 'on'>;
      readonly reason: string;
      readonly clause: ClauseId;
    }
  | { readonly type: 'DoubleReleased'; readonly double: Twin; readonly reason: string; readonly clause: ClauseId };

type ProblemOwnEvent =
  | {
      readonly type: 'ProblemRegistered';
      readonly number: string;
      readonly basics: Basics;
      readonly facts: Facts;
      readonly sources: readonly Source[];
      /** Absent: nothing told it. */
      readonly links?: readonly Linked[];
      /** The edition of the plan this dossier enters under and keeps. */
      readonly policy: string;
      /** The kind of the pack; absent in events from before a plan could name it. */
      readonly kind?: string;
      readonly stage?: StageNamed | null;
      readonly clause: ClauseId;
    }
  | {
      readonly type: 'ProblemCorrected';
      readonly basics: Partial<Basics>;
      readonly facts: Facts;
      readonly reason: string;
      readonly clause: ClauseId;
    }
  | {
      readonly type: 'ProblemWithdrawn';
      readonly reason: string;
      readonly stage?: StageNamed | null;
      readonly clause: ClauseId;
    }
  | { readonly type: 'CrossReferenced'; readonly source: Source; readonly clause: ClauseId }
  | {
      readonly type: 'ListedInEdition';
      readonly edition: string;
      readonly no: number;
      readonly stage?: StageNamed | null;
      readonly clause: ClauseId;
    }
  | {
      readonly type: 'TakenOffEdition';
      readonly edition: string;
      readonly no: number;
      readonly reason: string;
      readonly stage?: StageNamed | null;
      readonly clause: ClauseId;
    }
  | {
      readonly type: 'EditionConsented';
      readonly edition: string;
      readonly no: number;
      /** Digest of the whole edition that the county government saw. */
      readonly digest: string;
      readonly document: OfficialDocument | null;
      /** The day it bears: that of its paper. Absent: the day it was entered. */
      readonly day?: PlainDate;
      readonly stage?: StageNamed | null;
      readonly clause: ClauseId;
    }
  | {
      readonly type: 'HandedOver';
      readonly unit: string;
      readonly unitName: string;
      readonly document: OfficialDocument | null;
      /** The edition of the list it stands in; null where the plan hands over without one. */
      readonly edition: string | null;
      /** The day it bears: that of its paper. Absent: the day it was entered. */
      readonly day?: PlainDate;
      readonly stage?: StageNamed | null;
      readonly clause: ClauseId;
    }
  | {
      readonly type: 'HandOverContested';
      readonly reason: string;
      readonly becauseOf: ClauseId;
      readonly clause: ClauseId;
    }
  | {
      readonly type: 'HandOverArbitrated';
      readonly outcome: 'upheld' | 'redirected';
      readonly reason: string;
      readonly unit: string;
      readonly unitName: string;
      readonly clause: ClauseId;
    }
  | {
      readonly type: 'PlanWritten';
      readonly plan: PlanContent;
      readonly reason: string | null;
      /** The step at which it was written; null: beside the work. */
      readonly at?: { readonly run: string; readonly step: string } | null;
      /** Approvals given to what the plan said before: they stand in the record and are shown as stale. */
      readonly voids: readonly { readonly task: string; readonly person: string; readonly on: PlainDate }[];
      readonly clause: ClauseId;
    }
  | {
      readonly type: 'PlanTookEffect';
      readonly route: string;
      readonly document: OfficialDocument | null;
      /** The day it bears: that of its paper. Absent: the day it was entered. */
      readonly day?: PlainDate;
      readonly stage?: StageNamed | null;
      readonly clause: ClauseId;
    }
  | ({
      readonly type: 'ProgressReported';
      readonly measure: string;
      readonly percent: number;
      readonly pace: Measure['pace'];
      readonly text: string;
      readonly clause: ClauseId;
    } & Handed)
  | {
      readonly type: 'MeasureCompleted';
      readonly measure: string;
      readonly completedOn: PlainDate;
      readonly text: string;
      readonly clause: ClauseId;
    }
  | {
      /** Said to be done and not done: open again, by a return or by whoever does the work. The completion stays in the record. */
      readonly type: 'MeasuresReopened';
      readonly measures: readonly string[];
      readonly reason: string;
      readonly run: string;
      readonly round: number;
      /** Their own limits run on from where they were. */
      readonly reopens: readonly string[];
      readonly clause: ClauseId;
    }
  | ({ readonly type: 'EvidenceAdded'; readonly evidence: Evidence; readonly clause: ClauseId } & Handed)
  /** A file that is held already proves these measures too: it is filed once. */
  | ({
      readonly type: 'EvidenceProves';
      readonly evidence: string;
      readonly measures: readonly string[];
      readonly clause: ClauseId;
    } & Handed)
  | ({
      readonly type: 'FinishReported';
      readonly text: string;
      readonly stage?: StageNamed | null;
      readonly clause: ClauseId;
    } & Handed)
  | {
      readonly type: 'ProblemClosed';
      readonly route: string;
      readonly document: OfficialDocument | null;
      /** The day it bears: that of its paper. Absent: the day it was entered. */
      readonly day?: PlainDate;
      readonly stage?: StageNamed | null;
      readonly clause: ClauseId;
    };
