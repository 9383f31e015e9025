import type { Roll, Term } from '../time/index.ts';
import type { ProcedureId } from './example.ts';
import type { ClauseId, Condition, PostId, RoleId, Text } from './fact.ts';

/**
 * A point that a dossier reaches (节点): `opened`, `closed`, `withdrawn`, `ended/<run>`, `returned/<run>`, and those that the pack
 * names where a step, an outcome, an act or a gathering reaches them.
 */
export type Milestone = string;

/** What a step asks of people. `accept`, `on-site-check`, `review` and `expert-review` judge somebody else's work. */
export const stepKinds = [
  'classify',
  'form',
  'hand-over',
  'receive',
  'claim',
  'draft',
  'submit',
  'review',
  'consent',
  'expert-review',
  'meeting',
  'issue',
  'publicity',
  'self-check',
  'on-site-check',
  'sign',
  'accept',
  'record',
  'copy',
] as const;
/** A word of this list. */
export type StepKind = (typeof stepKinds)[number];

/** Steps whose end happens among people as well: a receipt is given, a paper goes out, something is made public. */
export const goneOut: ReadonlySet<StepKind> = new Set(['hand-over', 'receive', 'claim', 'issue', 'publicity', 'copy']);

/** Who acts: a unit in this role, through a person who holds this post. */
export type Seat = { readonly role: RoleId; readonly post: PostId };

/**
 * How several seats, or several units in one role, decide: any one of them, all, a number of them, all unless one objects, or
 * one that leads, whose word ends the step while the others' opinions stand beside it.
 */
export type Together = 'any' | 'all' | { readonly quorum: number } | 'veto' | { readonly lead: Seat };

/**
 * What an objection (不同意见) does, a co-signer's too: `records` keeps it beside the decision, `returns` sends the step back. A
 * co-signer's that is recorded ends nothing: whoever decided decides anew, knowing it.
 * Absent: as the joint form has it, which is `returns` for a veto and `records` otherwise.
 */
export type Dissent = 'records' | 'returns';

/** What the plan leaves open at a step in so many words: who takes it, where it returns to. A case that gets there asks. */
export type SilentPoint = 'who' | 'where';

/**
 * What starts a clock: a milestone of the dossier (`opened`, `handed-over`, any that the kind's flow reaches), the act that ends a
 * step of the same route, or, with the procedure before it (`step:plan/issue`), one of another procedure.
 * `step:superior-plan` starts on the day the act is dated, also when a superior's act is entered later. `opening` is the opening of
 * the step that the limit stands at. `new-year` is 1 January, from which a yearly duty looks for its day.
 */
export type StartEvent = string;

/** A length of time in the law's words. `silent` is a legal value: the plan sets no limit and none is invented. */
export type TermSpec = Term | { readonly count: 'plan-date'; readonly roll: Roll };

/** By when a step must be done. `within` names the outer limit that this one is nested in. */
export type Limit = {
  readonly id: string;
  readonly title: Text;
  readonly clause: ClauseId;
  /** Null: the pack does not say. The checker refuses it, and no clock ever starts. */
  readonly from: StartEvent | null;
  readonly term: TermSpec;
  readonly within?: string;
  /** The facts at which it runs; absent: always. */
  readonly when?: Condition;
  /** The ruling that put it here, where the clause does not speak of it. */
  readonly ruling?: string;
  /** Absent: the pack allows no extension. */
  readonly extension?: {
    readonly times: number;
    readonly by: Seat;
    readonly beforeDue: boolean;
    readonly clause: ClauseId;
    readonly ruling?: string;
  };
  /** Absent: nothing stops this clock. */
  readonly pause?: { readonly by: Seat; readonly clause: ClauseId; readonly ruling?: string };
};

/**
 * A copy for the record: filed at once with units of this installation, sent and recorded for external ones.
 * `addressed`: the paper is addressed to this office (主送) and not copied to it (抄送).
 */
export type Copy = {
  readonly id: string;
  readonly to: RoleId;
  readonly clause: ClauseId;
  readonly written: boolean;
  readonly addressed?: boolean;
  readonly when?: Condition;
  readonly ruling?: string;
};

/**
 * A kind of evidence: asked for always, or at facts that meet a condition, `field: [sewage-garbage]`. `by`: only what units in this
 * role brought counts; `per`: one for each unit that decides the step, or for each measure; `anew`: a new round needs it again.
 */
export type EvidenceNeed =
  | string
  | {
      readonly kind: string;
      readonly when?: Condition;
      readonly by?: RoleId;
      readonly per?: 'unit' | 'measure';
      readonly anew?: boolean;
      readonly ruling?: string;
    };

/** Who enters objections to what is made public, who settles them, and the step to which an upheld one leads back (公示异议). */
export type Objections = {
  readonly by: readonly Seat[];
  readonly settledBy: readonly Seat[];
  readonly upheldTo: string;
  readonly clause: ClauseId;
  readonly ruling?: string;
};

/** The pack's own word for one of a step's ends, unique in the step. */
export type OutcomeId = string;

/** One of several ways in which a step may end (结果). */
export type Outcome = {
  readonly id: OutcomeId;
  readonly title: Text;
  readonly clause?: ClauseId;
  readonly reaches?: Milestone;
  /** The step that comes next; `end`: the route ends here. Absent: as the step says. */
  readonly next?: string;
  readonly closes: boolean;
  readonly ruling?: string;
};

/** What whoever decides a step says of it: his opinion in words, who was there, which day it took place, and how. */
export const stepNeeds = ['opinion', 'attended', 'held-on', 'manner'] as const;
/** A word of this list. */
export type StepNeed = (typeof stepNeeds)[number];

/** How work was looked at: at the place, by its papers, in a meeting, over a distance. */
export const manners = ['on-site', 'papers', 'meeting', 'remote'] as const;
/** A word of this list. */
export type Manner = (typeof manners)[number];

/** One thing the plan asks for, of one or more seats, with its clause. Ids are the pack's own and unique within a route. */
export type Step = {
  readonly id: string;
  readonly do: StepKind;
  readonly title: Text;
  readonly clause: ClauseId;
  readonly by: readonly Seat[];
  readonly together: Together;
  /** 会同: these must sign as well; they cannot decide alone. */
  readonly coSign: readonly Seat[];
  readonly limits: readonly Limit[];
  /** The day before which it cannot end: publicity runs its days. */
  readonly earliest?: Limit;
  readonly objections?: Objections;
  /** Absent: as the joint form has it. */
  readonly dissent?: Dissent;
  /** What was done here is not taken back, not even before the next person has opened it (撤回). Absent: it may be. */
  readonly withdraw?: 'never';
  /** Points that the plan leaves open here. */
  readonly asks?: readonly SilentPoint[];
  /** The pack says in so many words that the plan sets no limit here. */
  readonly silent: boolean;
  readonly copies: readonly Copy[];
  /** Evidence that must be in the dossier before the step can be taken. */
  readonly evidence: readonly EvidenceNeed[];
  /** The content whose digest the decision is bound to, `plan`, `sheet`, `sheet+evidence`: what the subject of the dossier has. */
  readonly binds?: string;
  /** Whoever has this step open may write this content. */
  readonly writes?: string;
  /** Fields of the sheet that whoever decides it fills in. */
  readonly fills?: readonly string[];
  /** The milestone that its end reaches. */
  readonly reaches?: Milestone;
  /** It may end in one of these, as whoever decides it says; absent: in one way. */
  readonly outcomes?: readonly Outcome[];
  /** What whoever decides it has to say of it; absent: nothing is asked. */
  readonly needs?: { readonly what: readonly StepNeed[]; readonly ruling?: string };
  /** Facts that this step settles, `grade` for a classification. */
  readonly settles: readonly string[];
  /** Earlier steps this one may send the dossier back to; empty: it cannot return. */
  readonly returnsTo: readonly string[];
  /** The step that comes next; absent: the one below; `end`: the route ends here. */
  readonly next?: string;
  /** Its end closes the problem. A route that ends without such a step leaves it accepted and open. */
  readonly closes: boolean;
  /** The ruling that put this step here, where the plan itself does not. */
  readonly ruling?: string;
};

/** One way through a procedure, chosen by facts. */
export type Route = {
  readonly id: string;
  readonly title: Text;
  readonly clause: ClauseId;
  /** Absent: always. */
  readonly when?: Condition;
  readonly steps: readonly Step[];
  /** Present on a route the plan does not have and a ruling supplies: it fills a gap and does not hide it. */
  readonly ruling?: string;
};

/** All the ways through one procedure. Exactly one must apply to any facts: the checker tries every combination. */
export type Procedure = {
  readonly id: ProcedureId;
  readonly title: Text;
  readonly clause: ClauseId;
  readonly routes: readonly Route[];
};

/** A seat's post may be `*`: any post of the unit. Its role may be a part in the dossier, `case.crew`. */
export type ActRule = {
  readonly clause: ClauseId;
  readonly by: readonly Seat[];
  /** Of settling a dispute: who does it where the house of all in `by` has raised it. Absent: another person of that house. */
  readonly instead?: readonly Seat[];
  readonly ruling?: string;
};
