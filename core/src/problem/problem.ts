import { untouched, type Absorbed, type Apart, type Dossier } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';

/** A list the problem stands in and its number there: one problem may stand in several (二(一).2). */
export type Source = { readonly list: string; readonly number: string; readonly date: PlainDate | null };

/** A double that was merged into this problem, with its words and sources, and its evidence by reference. */
export type AbsorbedProblem = Absorbed & {
  readonly description: string;
  readonly sources: readonly Source[];
  readonly evidence: readonly Evidence[];
};

/** A deadline as somebody wrote it. `raw` is kept for ever; `date` is what it was understood to say. */
export type StatedDeadline = { readonly date: PlainDate | null; readonly longTerm: boolean; readonly raw: string };

/** What the problem is and where. `township` is the unit id of the place, not of who answers for it. */
export type Basics = {
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly township: string | null;
  readonly field: string | null;
  readonly target: string;
  readonly deadline: StatedDeadline | null;
  /** Units as the list that reported it named them, for the hand-over to start from. */
  readonly proposed: { readonly holder: string | null; readonly lead: string | null; readonly person: string };
  readonly remarks: string;
};

/** One measure as the plan has it. A plan in force keeps its measures and their deadlines: see `amendmentFaults`. */
export type MeasureContent = {
  /** Made by whoever wrote it down first, unique in this problem; reports and clocks (`measure:<id>`) name it. */
  readonly id: string;
  readonly text: string;
  /** Null: it is done when the plan is. */
  readonly deadline: StatedDeadline | null;
  /** Who does it, by unit id; null: the holder. */
  readonly unit: string | null;
  /** A name as written, empty where none was: it need be nobody who signs in here. */
  readonly person: string;
};

/** The rectification plan that approvals bind to. */
export type PlanContent = {
  readonly target: string;
  readonly deadline: StatedDeadline;
  readonly measures: readonly MeasureContent[];
};

/** Pace in the ledger's words: 尚未启动, 未达到序时进度, 达到序时进度, 超过序时进度, 完成整改. */
export const paces = ['not-started', 'behind', 'on-pace', 'ahead', 'done'] as const;

/** A measure with what was last reported on it. */
export type Measure = MeasureContent & {
  /** 0 to 100, as the unit says: nothing is computed from it but the register's bar. */
  readonly percent: number;
  readonly pace: (typeof paces)[number];
  /** The last report in words. */
  readonly progress: string;
  /** Day of the last report in this program. */
  readonly reportedOn: PlainDate | null;
  /** Day the work was done, which may lie before the report; null: open. */
  readonly completedOn: PlainDate | null;
  /** It was said to be done and was not: opened again in this round of this run; absent: never. */
  readonly reopened?: Reopened;
};

/** A measure opened again: when, why, in which round of which run, and the day on which it had been said to be done. */
export type Reopened = {
  readonly on: PlainDate;
  readonly reason: string;
  readonly run: string;
  readonly round: number;
  readonly completedOn: PlainDate | null;
};

/** A file that proves something. `digest` is of the bytes as first received; the file itself stands in the file store. */
export type Evidence = {
  readonly id: string;
  /** An evidence kind of the pack. */
  readonly kind: string;
  /** Id in the file store. */
  readonly file: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly digest: string;
  readonly takenOn: PlainDate | null;
  readonly place: string;
  /** The measure it proves, the first of several; null: the problem as a whole. */
  readonly measure: string | null;
  /** All measures that it proves, where one paper stands for several; absent: `measure` alone. */
  readonly measures?: readonly string[];
  readonly note: string;
  /** The unit that brought it, and the round of each run when it came; absent: it was added before that was kept. */
  readonly unit?: string;
  readonly rounds?: Readonly<Record<string, number>>;
};

/**
 * One problem as its events leave it: what offers, guards and the register read. Days are days of the office. Nothing is
 * computed from the present: what it is today (late, near) is asked of the calendar by whoever shows it.
 */
export type Problem = Omit<Dossier, 'evidence' | 'absorbed'> & {
  /** Its flow is data of its edition: its events say the stages they bring it to. */
  readonly flows: boolean;
  /** Its number in this register, given once and never to another, also after it was withdrawn. */
  readonly number: string;
  readonly basics: Basics;
  readonly sources: readonly Source[];
  /** Likely doubles that somebody said are other problems; absent: none was asked about. */
  readonly apart?: readonly Apart[];
  readonly absorbed?: readonly AbsorbedProblem[];
  readonly registeredOn: PlainDate | null;
  /** The edition of 一张表 it stands in. `consented` and `digest`: the day the county government agreed, and to what exactly. */
  readonly edition: {
    readonly id: string;
    readonly no: number;
    readonly consented: PlainDate | null;
    readonly digest: string | null;
  } | null;
  /** The first hand-over: limits count from it, and going to another unit does not move it. */
  readonly handedOverOn: PlainDate | null;
  /** A unit says it is not its own and nobody has decided yet. `becauseOf`: the clause it leans on. */
  readonly contested: {
    readonly reason: string;
    readonly becauseOf: string;
    readonly person: string;
    readonly on: PlainDate;
  } | null;
  /** What is written of the plan, in force or not; its measures stand beside it. */
  readonly plan: { readonly target: string; readonly deadline: StatedDeadline } | null;
  readonly measures: readonly Measure[];
  /** The day it was entered that the plan is issued; from then on it can only be made clearer. */
  readonly planInForce: PlainDate | null;
  readonly evidence: readonly Evidence[];
  /** The day the holder said that all is done; a return in the acceptance does not clear it. */
  readonly finishReportedOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
};

/** Most that the remarks of a problem hold, in signs. */
export const LONGEST_REMARKS = 2000;

/** Signs that the description of a problem may have, its measures from a list among them. */
export const LONGEST_DESCRIPTION = 5000;

const nothingKnown: Basics = {
  title: '',
  description: '',
  place: '',
  township: null,
  field: null,
  target: '',
  deadline: null,
  proposed: { holder: null, lead: null, person: '' },
  remarks: '',
};

/** A problem nobody has registered. */
export const absent: Problem = {
  ...untouched,
  flows: false,
  number: '',
  basics: nothingKnown,
  sources: [],
  registeredOn: null,
  edition: null,
  handedOverOn: null,
  contested: null,
  plan: null,
  measures: [],
  planInForce: null,
  evidence: [],
  finishReportedOn: null,
  closedOn: null,
};
