import type { Signer } from '../access/index.ts';
import type { ClauseId, Facts, ProcedureId, StepKind, TermSpec, Text } from '../policy/index.ts';
import type { CountedDay, ExtensionUnit, LocalTime, PlainDate } from '../time/index.ts';
import type { DaysEvent } from './far-day.ts';
import type { Account, Act, AskedWhy, Bound, CopyFile, Differed, Parts, StepName, Task } from './dossier.ts';
import type { MilestoneReached } from './milestone-event.ts';
import type { OfficialDocument } from './paper.ts';
import type { ReformFollowed } from './reform-event.ts';
import type { OpenPointEvent } from './open-point-event.ts';
import type { ActWithdrawn } from './withdrawn-event.ts';

/**
 * Who and when, in every event. `claimedOn` stands only where the office says it happened on another day. `instant`: by
 * the office's clock; absent in events from before terms in hours counted from one.
 */
export type Signature = {
  readonly by: Signer;
  readonly on: PlainDate;
  readonly instant?: LocalTime;
  readonly claimedOn?: PlainDate;
};

/** An act of a unit that does not sign in here, entered for it by the coordinator. */
export type RecordedAct = { readonly unitName: string; readonly document: OfficialDocument };

/** What a procedure writes into the log of whichever dossier it runs in. Everything a reader needs stands inside. */
export type ProcedureEvent = Signature &
  (
    | {
        readonly type: 'ProcedureStarted';
        readonly run: ProcedureId;
        readonly route: string;
        readonly title: Text;
        readonly clause: ClauseId;
        readonly ruling: string | null;
        readonly steps: readonly StepName[];
      }
    | {
        readonly type: 'StepOpened';
        readonly run: ProcedureId;
        readonly step: string;
        readonly round: number;
        readonly tasks: readonly Task[];
        /** An end of a later step led back here: clocks of steps that must be done again run on from where they were. */
        readonly reopens?: readonly string[];
      }
    | {
        readonly type: 'StepTaken';
        readonly run: ProcedureId;
        readonly step: string;
        readonly round: number;
        readonly task: string;
        readonly do: StepKind;
        readonly title: Text;
        readonly clause: ClauseId;
        readonly unit: string;
        readonly unitName: string;
        readonly part: 'decide' | 'co-sign';
        readonly verdict: 'agree' | 'object';
        readonly opinion: string | null;
        readonly document: OfficialDocument | null;
        readonly recorded: RecordedAct | null;
        readonly bound: Bound | null;
        /** What this act proposes for facts the step settles; they hold once the step has ended. */
        readonly facts: Facts;
        /** The day of its own paper is the day of the act. Absent: it was recorded before that was so. */
        readonly paperCounts?: true;
        /** Who was there, on which day, how; absent where nobody said. */
        readonly account?: Account;
        /** Which of several ends the deciding seat chose; absent where the step has one. */
        readonly outcome?: { readonly id: string; readonly title: Text };
        /** Other open tasks that nobody needs to do any more: deciding removes the other to-dos. */
        readonly withdraws: readonly string[];
        readonly endsStep: boolean;
      }
    /** Those who decide together said different things: nothing is decided, and each is asked again in a new round. */
    | ({ readonly type: 'DecidersDiffered'; readonly title: Text; readonly clause: ClauseId } & Differed)
    | {
        readonly type: 'StepReturned';
        readonly run: ProcedureId;
        readonly from: string;
        readonly to: string;
        readonly title: Text;
        readonly clause: ClauseId;
        /** The clause that the person returning it names as not kept. */
        readonly becauseOf: ClauseId;
        readonly reason: string;
        readonly unit: string;
        readonly unitName: string;
        readonly recorded: RecordedAct | null;
        readonly round: number;
        /** Clocks of steps that must be done again: they run on from where they were. */
        readonly reopens: readonly string[];
      }
    | {
        /** Seats of an open step are asked once more in the same round; what they said before counts no longer. */
        readonly type: 'SeatsAskedAnew';
        readonly run: ProcedureId;
        readonly step: string;
        readonly round: number;
        readonly title: Text;
        readonly clause: ClauseId;
        readonly why: AskedWhy;
        readonly voids: readonly Pick<Act, 'task' | 'unit' | 'person' | 'on'>[];
        readonly tasks: readonly Task[];
      }
    | {
        readonly type: 'ProcedureFinished';
        readonly run: ProcedureId;
        readonly route: string;
        readonly clause: ClauseId;
        readonly closes: boolean;
      }
    | { readonly type: 'FactsSettled'; readonly run: ProcedureId; readonly facts: Facts; readonly clause: ClauseId }
    | {
        readonly type: 'PartsAssigned';
        readonly parts: Parts;
        readonly clause: ClauseId;
        readonly reason: string | null;
      }
    | {
        readonly type: 'ClockStarted';
        readonly clock: string;
        readonly title: Text;
        readonly clause: ClauseId;
        readonly target: { readonly run: ProcedureId; readonly step: string } | null;
        readonly measure: string | null;
        readonly event: string;
        readonly floor?: true;
        readonly start: PlainDate;
        /** Of a term in hours: the instants it runs from and ends at. */
        readonly startAt?: LocalTime;
        readonly term: TermSpec;
        readonly due: PlainDate;
        readonly dueAt?: LocalTime;
        readonly provisional: boolean;
        readonly calendar: string;
        readonly days: readonly CountedDay[];
      }
    | {
        readonly type: 'ClockMet';
        readonly clock: string;
        readonly floor?: true;
        readonly day: PlainDate;
        /** The instant, where the day is that of its entry. */
        readonly metAt?: LocalTime;
        /** Null: it stood still when the step was done, and nothing was late. */
        readonly due: PlainDate | null;
        readonly dueAt?: LocalTime;
        readonly late: boolean;
        readonly clause: ClauseId;
      }
    | {
        readonly type: 'ClockMoved';
        readonly clock: string;
        /** Another reading of the plan counts it in this term; absent: it is counted as before, by another calendar. */
        readonly term?: TermSpec;
        readonly clause: ClauseId;
        readonly was: PlainDate;
        readonly due: PlainDate;
        readonly provisional: boolean;
        readonly calendar: string;
        readonly days: readonly CountedDay[];
        readonly reason: string;
      }
    | { readonly type: 'ClockDropped'; readonly clock: string; readonly clause: ClauseId; readonly reason: string }
    | {
        /** A new last day by the plan's own rule; `time` of the `times` that it allows. */
        readonly type: 'TermExtended';
        readonly clock: string;
        readonly clause: ClauseId;
        readonly units: number;
        readonly unit: ExtensionUnit;
        readonly time: number;
        readonly times: number;
        readonly was: PlainDate;
        readonly due: PlainDate;
        readonly dueAt?: LocalTime;
        readonly provisional: boolean;
        readonly calendar: string;
        readonly days: readonly CountedDay[];
        readonly reason: string;
      }
    /** From this day on no day counts, until it is resumed. `was`: when it would have fallen due. */
    | {
        readonly type: 'TermPaused';
        readonly clock: string;
        readonly clause: ClauseId;
        readonly was: PlainDate;
        readonly reason: string;
      }
    /** Days count again from this one; those since `from` are left out of the arithmetic. */
    | {
        readonly type: 'TermResumed';
        readonly clock: string;
        readonly clause: ClauseId;
        readonly from: PlainDate;
        /** The day of the outer limit, where it would end after that; absent: it does not. */
        readonly notAfter?: PlainDate;
        readonly due: PlainDate;
        readonly dueAt?: LocalTime;
        readonly provisional: boolean;
        readonly calendar: string;
        readonly days: readonly CountedDay[];
        readonly reason: string;
      }
    | {
        readonly type: 'TermLapsed';
        readonly clock: string;
        readonly due: PlainDate;
        readonly dueAt?: LocalTime;
        readonly clause: ClauseId;
      }
    | ({ readonly type: 'CopyFiled'; readonly clause: ClauseId } & { readonly copy: CopyFile })
    | {
        readonly type: 'CopySent';
        readonly copy: string;
        readonly document: OfficialDocument;
        readonly clause: ClauseId;
      }
    | {
        readonly type: 'Urged';
        readonly task: string;
        readonly unitName: string;
        readonly text: string;
        readonly clause: ClauseId;
      }
    | { readonly type: 'CopyRead'; readonly copy: string; readonly unitName: string; readonly clause: ClauseId }
    | {
        /** The dossier goes on under a later reading of its edition. */
        readonly type: 'RevisionAdopted';
        readonly from: string;
        readonly to: string;
        readonly reason: string;
        readonly clause: ClauseId;
      }
    | DaysEvent
    | OpenPointEvent
    | ReformFollowed
    | MilestoneReached
    | ActWithdrawn
  );
