import type { PlainDate, Roll, Term } from '../time/index.ts';
import type { Duty } from './duty.ts';
import type { Example, ProcedureId } from './example.ts';
import type { Ruling } from './fault.ts';
import type { Clause, ClauseId, Condition, Fact, PostId, RoleId, Text } from './fact.ts';
import type { Kind, Milestone, Outcome } from './kind.ts';
import type { Unit } from './unit.ts';

export type * from './duty.ts';
export type * from './example.ts';
export type * from './fault.ts';
export type * from './fact.ts';
export * from './kind.ts';
export * from './sheet.ts';
export type * from './unit.ts';

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

/** Who acts: a unit in this role, through a person who holds this post. */
export type Seat = { readonly role: RoleId; readonly post: PostId };

/**
 * How several seats, or several units in one role, decide: any one of them, all, a number of them, all unless one objects, or
 * one that leads, whose word ends the step while the others' opinions stand beside it.
 */
export type Together = 'any' | 'all' | { readonly quorum: number } | 'veto' | { readonly lead: Seat };

/**
 * What an objection (不同意见) does, a co-signer's too: `records` keeps it beside the decision, `returns` sends the step back.
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
  };
  /** Absent: nothing stops this clock. */
  readonly pause?: { readonly by: Seat; readonly clause: ClauseId };
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
};

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

/** A field (领域) and who is in charge of it. */
export type Field = {
  readonly id: string;
  readonly label: Text;
  readonly clause: ClauseId;
  readonly inCharge: RoleId;
  readonly ruling?: string;
};

/** A kind of proof a step may demand: `after-photo`. Every file in a dossier is of one kind. */
export type EvidenceKind = {
  readonly id: string;
  readonly label: Text;
  /** Which state of the place it shows: what is offered first at each stage, and which date would be strange. Absent: neither. */
  readonly shows?: 'before' | 'after';
};

/**
 * A post inside units, as screens name it. `leads`: whoever holds it speaks for the unit, and confirms rulings in the
 * coordinator; absent in editions published before a plan could say it. `about`: what its holder does here, for people who choose among posts.
 */
export type Post = { readonly id: PostId; readonly label: Text; readonly leads?: boolean; readonly about?: Text };

/** Topics other plans regulate. A pack either regulates a topic or leaves it off in so many words. */
export type Topic = 'publicity' | 'extension' | 'evidence' | 'warning' | 'reopening' | 'evaluation';

/** One edition of one county's plan, compiled: what the interpreter, the checker and the explanation read. */
export type Policy = {
  readonly id: string;
  /** `shidian/2023-05-17`: what a dossier remembers of the edition it entered under. */
  readonly edition: string;
  readonly title: Text;
  readonly region: string;
  readonly inForceFrom: PlainDate;
  /** Which reading of this edition it is, from 1; absent: the first. Open dossiers keep theirs until a person brings them over. */
  readonly revision?: { readonly no: number; readonly changed: Text; readonly why: Text };
  readonly source: { readonly title: string; readonly publisher: string; readonly published: PlainDate };
  /** Calendars from the nation's to the county's own. */
  readonly calendars: readonly string[];
  readonly clauses: readonly Clause[];
  readonly facts: readonly Fact[];
  readonly posts: readonly Post[];
  /** What offices are called that several units hold, `county.department`; one without a name here shows as its id. */
  readonly roles?: readonly { readonly id: RoleId; readonly label: Text }[];
  readonly fields: readonly Field[];
  readonly evidenceKinds: readonly EvidenceKind[];
  /** The parts units play in one dossier: `case.holder`, `case.lead-department`… with who may play them. */
  readonly caseRoles: readonly CaseRole[];
  readonly procedures: readonly Procedure[];
  /** Sorts of dossiers; absent in editions published before a plan could say them: see `withKinds`. */
  readonly kinds?: readonly Kind[];
  /** Acts outside the steps: who may do them and the clause they serve, for every kind that does not say otherwise. */
  readonly acts: Readonly<Record<string, ActRule>>;
  /** Enters the acts of units that do not sign in here. */
  readonly recorder: Seat;
  /** What falls due again and again. */
  readonly duties: readonly Duty[];
  readonly topics: readonly { readonly topic: Topic; readonly silent: boolean; readonly ruling?: string }[];
  readonly rulings: readonly Ruling[];
};

/** Acts that the engine knows by name: keeping the lists, naming who answers, reporting progress, urging, filing copies. */
export const actIds = [
  'register',
  'correct',
  'cross-reference',
  'assign-parts',
  'contest-hand-over',
  'arbitrate-hand-over',
  'write-plan',
  'report-progress',
  'complete-measure',
  'add-evidence',
  'report-finish',
  'urge',
  'record-copy',
  'acknowledge-copy',
] as const;

/** An act that belongs to no step: one that the engine knows, or the pack's own word. An act the pack gives to nobody is nobody's. */
export type ActId = string;

/** A seat's post may be `*`: any post of the unit. Its role may be a part in the dossier, `case.holder`. */
export type ActRule = { readonly clause: ClauseId; readonly by: readonly Seat[]; readonly ruling?: string };

/**
 * A part units play in one dossier and not by their office: who holds this problem, who helps (二(二).1). Seats name it
 * like a role, so one route serves every township; it is filled at the hand-over.
 */
export type CaseRole = {
  readonly id: RoleId;
  readonly label: Text;
  /** Roles whose units may play this part, `field` for the department in charge of the field; empty: any unit. */
  readonly among: readonly RoleId[];
  /** Several units may play it at once. */
  readonly many: boolean;
  /** No hand-over while nobody plays it; at facts that meet a condition where it says so. */
  readonly required: boolean | { readonly when: Condition };
  /** Who plays it unless somebody else is named. */
  readonly byDefault?: 'field-department' | 'holder';
  readonly clause: ClauseId;
  readonly ruling?: string;
};

/** A whole policy pack: the law as data. */
export type Pack = { readonly policy: Policy; readonly units: readonly Unit[]; readonly examples: readonly Example[] };
