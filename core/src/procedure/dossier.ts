import type {
  ClauseId,
  Facts,
  Manner,
  Milestone,
  PostId,
  ProcedureId,
  RoleId,
  StepKind,
  Text,
} from '../policy/index.ts';
import type { LocalTime, PlainDate } from '../time/index.ts';
import type { Clock } from './clock.ts';
import type { FarDay } from './far-day.ts';
import type { OfficialDocument } from './paper.ts';
import type { Objection, Question } from './question.ts';

/** Something one unit must do through one post, in one round of one step. */
export type Task = {
  /** `plan/review/2/0`: run, step, round, seat. */
  readonly id: string;
  readonly run: ProcedureId;
  readonly step: string;
  readonly round: number;
  readonly do: StepKind;
  readonly title: Text;
  readonly clause: ClauseId;
  readonly role: RoleId;
  readonly post: PostId;
  /** Null while nobody plays the role: the dossier then says so instead of hiding the task. */
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly external: boolean;
  readonly part: 'decide' | 'co-sign';
  readonly openedOn: PlainDate;
  /** It is no step but a question of the dossier that waits for a ruling. */
  readonly question?: string;
  /** 催办: the last day somebody was reminded of it. */
  readonly urgedOn?: PlainDate;
};

/** The content an approval saw: `digest` of what was shown. */
export type Bound = { readonly what: string; readonly digest: string };

/** One seat's answer, kept for joint decisions, for the guard and for stale flags. */
export type Act = {
  readonly task: string;
  readonly run: ProcedureId;
  readonly step: string;
  readonly round: number;
  readonly do: StepKind;
  readonly title: Text;
  readonly part: 'decide' | 'co-sign';
  readonly unit: string;
  readonly person: string;
  readonly on: PlainDate;
  /** The day the act bears: that of its paper where it was recorded for an external unit, else the day it was done. */
  readonly day: PlainDate;
  /** The paper that came with it. */
  readonly document: OfficialDocument | null;
  readonly bound: Bound | null;
  readonly verdict: 'agree' | 'object';
  /** Which of several ends it chose. */
  readonly outcome?: string;
  /** What this act proposes for the facts its step settles. */
  readonly facts: Facts;
  /** False once its step must be, or has been, done again: the act is history and approves nothing any more. */
  readonly standing: boolean;
};

/** What whoever took a step says of how: who was there, the day, the manner. It is told and shown; no day counts by it. */
export type Account = { readonly attended?: string; readonly heldOn?: PlainDate; readonly manner?: Manner };

/** Why seats are asked once more: what they signed has changed, or somebody who signs along disagrees. */
export type AskedWhy = 'content-changed' | 'dissent';

/** A procedure under way: which route, where it stands, how often it went back. */
export type Run = {
  readonly id: ProcedureId;
  readonly route: string;
  readonly title: Text;
  readonly clause: ClauseId;
  readonly ruling: string | null;
  readonly steps: readonly StepName[];
  readonly round: number;
  readonly step: string | null;
  readonly acts: readonly Act[];
  readonly finishedOn: PlainDate | null;
  /** Where those who decide a step together last said different things; absent: they never did. */
  readonly differed?: Differed;
};

/** Whether a run stands where it does because it came back: a round that began since those who decide differed is no return. */
export const cameBack = ({ round, differed }: Pick<Run, 'round' | 'differed'>): boolean =>
  round > 1 && differed?.round !== round - 1;

/** What each of those who decide a step together said in a round in which they did not say the same. */
export type Differed = {
  readonly run: ProcedureId;
  readonly step: string;
  readonly round: number;
  readonly said: readonly { readonly unitName: string; readonly facts: Facts; readonly outcome: Text | null }[];
};

/** A step as the step bar shows it, kept with the run so that the record can be read without its pack. */
export type StepName = { readonly id: string; readonly title: Text; readonly clause: ClauseId };

/** A copy for the record. `owed`: an external unit's, not yet sent. `filed`: with a unit of this installation, unread. */
export type CopyFile = {
  readonly id: string;
  readonly step: string;
  readonly to: RoleId;
  readonly unit: string;
  readonly unitName: string;
  readonly external: boolean;
  readonly clause: ClauseId;
  /** 推长办 sits in 发改局: a filing to oneself still exists, and is called one. */
  readonly toSelf: boolean;
  readonly written: boolean;
  /** The paper is addressed to this office and not copied to it. */
  readonly addressed?: true;
  readonly filedOn: PlainDate;
  readonly state: 'owed' | 'sent' | 'filed' | 'read';
  readonly document: OfficialDocument | null;
};

/** Who plays a part in this dossier, unit and person (二(二).1). */
export type Part = {
  readonly unit: string;
  readonly unitName: string;
  readonly person: { readonly name: string; readonly id?: string; readonly post?: string } | null;
};

/** Role in this dossier, `case.crew`, to who plays it. A role that is absent is played by nobody yet. */
export type Parts = Readonly<Record<RoleId, readonly Part[]>>;

/** A person who wrote the plan or the edition, or did what the plan says, for the guard. */
export type Hand = {
  readonly what: 'plan' | 'work' | 'edition' | 'sheet';
  /** The run of the step; absent: it was recorded before that was said. */
  readonly run?: ProcedureId;
  readonly step: string | null;
  readonly person: string;
  readonly unit: string;
};

/** When a milestone was last reached: the day it bears (that of its paper, where one with a number stands) and the day it was entered. */
export type Reached = {
  readonly day: PlainDate;
  readonly on: PlainDate;
  /** The instant, where it was entered with one and bears the day of its entry. */
  readonly instant?: LocalTime;
  readonly document: OfficialDocument | null;
};

/** How a dossier is connected to another: `source`, `member`, `corrects`, or the pack's own word. */
export type Linked = {
  readonly how: string;
  readonly dossier: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
};

/** Another dossier as the record names it. */
export type Twin = Pick<Linked, 'dossier' | 'number' | 'title'>;

/** A dossier that looks like this one and is another: which, and why, as somebody said who looked at both. */
export type Apart = Twin & { readonly reason: string };

/** Closed as merged into another: which, when, why. `before`: what stands still meanwhile. */
export type Merged = {
  readonly into: Twin;
  readonly on: PlainDate;
  readonly reason: string;
  readonly before: Pick<Dossier, 'stage' | 'tasks' | 'clocks' | 'questions' | 'farDays'>;
};

/** A double that was merged into this dossier; what else is kept of it, its subject says. */
export type Absorbed = Twin & { readonly on: PlainDate };

/** What the guard needs to know of a file that proves something; who brought it and when, where the record says so. */
export type EvidenceHeld = {
  readonly id: string;
  readonly kind: string;
  readonly measure?: string | null;
  readonly measures?: readonly string[];
  readonly unit?: string;
  /** The round of each run when it came. */
  readonly rounds?: Readonly<Record<string, number>>;
};

/** What the interpreter needs of any kind of dossier. */
export type Dossier = {
  /** The edition of the plan this dossier entered under, and keeps. */
  readonly policy: string;
  /** The kind of the pack that it is of; empty before it is opened. */
  readonly kind: string;
  /** Where it stands between milestones, `absent` before it is opened. */
  readonly stage: string;
  readonly milestones: Readonly<Record<Milestone, Reached>>;
  readonly questions: readonly Question[];
  readonly objections: readonly Objection[];
  readonly facts: Facts;
  readonly parts: Parts;
  readonly evidence: readonly EvidenceHeld[];
  /** Whose hands wrote the plan, at which step, or the edition, and whose did the work: they do not judge it. */
  readonly hands: readonly Hand[];
  readonly runs: Readonly<Record<ProcedureId, Run>>;
  readonly tasks: readonly Task[];
  readonly clocks: readonly Clock[];
  readonly copies: readonly CopyFile[];
  /** Dossiers that it is connected with: what opened it, told it something, or was linked by hand; absent: none is. */
  readonly links?: readonly Linked[];
  /** Days that somebody has to look at, far from those of their entry; absent: there never were any. */
  readonly farDays?: readonly FarDay[];
  /** What is no step and somebody was reminded of: charge to the last day; absent: nobody was. */
  readonly urged?: Readonly<Record<string, PlainDate>>;
  /** The dossier it was merged into; absent: it stands for itself. */
  readonly merged?: Merged;
  /** Doubles that were merged into it; absent: none. */
  readonly absorbed?: readonly Absorbed[];
};
