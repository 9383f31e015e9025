import { untouched, type Dossier } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';

/** Where a problem stands on its way round the loop. */
export const stages = [
  'registered',
  'listed',
  'consented',
  'handed-over',
  'planning',
  'rectifying',
  'accepting',
  'closed',
  'withdrawn',
] as const;
export type Stage = (typeof stages)[number];

/** A list the problem stands in and its number there: one problem may stand in several (二(一).2). */
export type Source = { readonly list: string; readonly number: string; readonly date: PlainDate | null };

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

export type MeasureContent = {
  readonly id: string;
  readonly text: string;
  readonly deadline: StatedDeadline | null;
  readonly unit: string | null;
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

export type Measure = MeasureContent & {
  readonly percent: number;
  readonly pace: (typeof paces)[number];
  readonly progress: string;
  readonly reportedOn: PlainDate | null;
  readonly completedOn: PlainDate | null;
};

/** A file that proves something. `digest` is of the bytes as first received; the file itself stands in the file store. */
export type Evidence = {
  readonly id: string;
  readonly kind: string;
  readonly file: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly digest: string;
  readonly takenOn: PlainDate | null;
  readonly place: string;
  readonly measure: string | null;
  readonly note: string;
};

export type Problem = Omit<Dossier, 'evidence'> & {
  readonly stage: 'absent' | Stage;
  readonly number: string;
  readonly basics: Basics;
  readonly sources: readonly Source[];
  readonly registeredOn: PlainDate | null;
  readonly edition: {
    readonly id: string;
    readonly no: number;
    readonly consented: PlainDate | null;
    readonly digest: string | null;
  } | null;
  readonly handedOverOn: PlainDate | null;
  readonly contested: {
    readonly reason: string;
    readonly becauseOf: string;
    readonly person: string;
    readonly on: PlainDate;
  } | null;
  readonly plan: { readonly target: string; readonly deadline: StatedDeadline } | null;
  readonly measures: readonly Measure[];
  readonly planInForce: PlainDate | null;
  readonly evidence: readonly Evidence[];
  readonly finishReportedOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
};

/** Most that the remarks of a problem hold, in signs. */
export const LONGEST_REMARKS = 2000;

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
  stage: 'absent',
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
