import type { Signer } from '../access/actor.ts';
import type { ClauseId, Milestone, ProcedureId, Text } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { OfficialDocument } from './paper.ts';

/** What a question is about: who takes a step, where a return goes, which way the flow goes on, which route a procedure takes. */
export type QuestionAbout = 'who' | 'where' | 'branch' | 'route';

/** A person's answer to a question, for this dossier or until the next edition. */
export type QuestionRuling = {
  readonly choice: string;
  readonly reason: string;
  readonly scope: 'dossier' | 'edition';
  readonly by: Signer;
  readonly on: PlainDate;
  readonly document: OfficialDocument | null;
  /** The edition of the plan that its dossier kept when it was made. */
  readonly under: string;
  /** It was made before, in another dossier and for every one of the edition, and answered the question here. */
  readonly used?: true;
  /** From this day on it answers no further dossier; where it was used, it stands. */
  readonly endedOn?: PlainDate;
};

/** A return whose target the plan leaves open, as the person gave it. */
export type PendingReturn = {
  readonly task: string;
  readonly unit: string;
  readonly unitName: string;
  readonly reason: string;
  readonly becauseOf: ClauseId;
  readonly recorded: { readonly unitName: string; readonly document: OfficialDocument } | null;
};

/** A point that the plan leaves open and that this dossier has reached (待定事项). Nothing is decided silently. */
export type Question = {
  /** Unique in the dossier. */
  readonly id: string;
  /** The same point in any dossier under the edition: what a ruling for the edition answers. */
  readonly key: string;
  readonly about: QuestionAbout;
  readonly run: ProcedureId | null;
  readonly step: string | null;
  /** The point of the flow from which it does not know the way on. */
  readonly milestone?: Milestone;
  readonly clauses: readonly ClauseId[];
  readonly text: Text;
  readonly choices: readonly { readonly id: string; readonly title: Text; readonly means: Text }[];
  /** A return that waits to be told where to. */
  readonly pending?: PendingReturn;
  readonly askedOn: PlainDate;
  readonly ruling: QuestionRuling | null;
};

/** An objection to what was made public: who raised it, when, and what became of it (公示异议). */
export type Objection = {
  readonly id: string;
  readonly run: ProcedureId;
  readonly step: string;
  readonly round: number;
  /** Who objects, as the office wrote it down. */
  readonly from: string;
  readonly raisedOn: PlainDate;
  readonly text: string;
  readonly outcome: { readonly upheld: boolean; readonly reason: string; readonly on: PlainDate } | null;
};
