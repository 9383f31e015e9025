import type { PlainDate } from '../time/index.ts';
import type { Duty } from './duty.ts';
import type { Example } from './example.ts';
import type { Ruling } from './fault.ts';
import type { Clause, ClauseId, Condition, Fact, PostId, RoleId, Text } from './fact.ts';
import type { Figure } from './figure.ts';
import type { Kind } from './kind.ts';
import type { ActRule, Procedure, Seat } from './step.ts';
import type { Story } from './story.ts';
import type { Unit } from './unit.ts';

export type * from './duty.ts';
export type * from './example.ts';
export type * from './fault.ts';
export type * from './fact.ts';
export type * from './story.ts';
export * from './figure.ts';
export * from './kind.ts';
export * from './sheet.ts';
export * from './step.ts';
export type * from './unit.ts';

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
  /** What offices are called that several units hold, `station`; one without a name here shows as its id. */
  readonly roles?: readonly { readonly id: RoleId; readonly label: Text }[];
  readonly fields: readonly Field[];
  readonly evidenceKinds: readonly EvidenceKind[];
  /** The parts units play in one dossier, `case.crew`, with who may play them. */
  readonly caseRoles: readonly CaseRole[];
  readonly procedures: readonly Procedure[];
  /** Sorts of dossiers; absent in editions published before a plan could say them: see `withKinds`. */
  readonly kinds?: readonly Kind[];
  /** Figures that sheets show; absent: none. */
  readonly figures?: readonly Figure[];
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
  'merge',
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
  'show-personal',
  'erase-personal',
] as const;

/** An act that belongs to no step: one that the engine knows, or the pack's own word. An act the pack gives to nobody is nobody's. */
export type ActId = string;

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
  readonly byDefault?: 'field-department' | 'holder' | 'opener';
  readonly clause: ClauseId;
  readonly ruling?: string;
};

/** A whole policy pack: the law as data. */
export type Pack = {
  readonly policy: Policy;
  readonly units: readonly Unit[];
  readonly examples: readonly Example[];
  /** Examples that are lived through; absent: there are none. */
  readonly stories?: readonly Story[];
};
