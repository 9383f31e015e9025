import type { PlainDate } from '../time/index.ts';
import type { ClauseId, Facts, RoleId } from './fact.ts';

/** Fields of a sheet as a story writes them: a place and a name in words, money in yuan, a file by its name. */
export type Written = { readonly [field: string]: unknown };

/** Part to the unit, or the units, that play it. */
export type Played = Readonly<Record<RoleId, readonly string[]>>;

/** What is done in a story. The words are those of the file. */
export type Deed =
  | {
      readonly what: 'do';
      /** `notice/serve`: procedure and step. */
      readonly step: string;
      readonly outcome?: string;
      readonly objects: boolean;
      readonly facts: Facts;
      readonly fields: Written;
      readonly parts: Played;
    }
  | { readonly what: 'return'; readonly step: string; readonly to?: string; readonly reason?: string }
  /** An act of the pack's own, or one that the engine knows by name. */
  | { readonly what: 'act'; readonly act: string; readonly fields: Written; readonly parts: Played }
  | { readonly what: 'fill'; readonly fields: Written }
  | { readonly what: 'evidence'; readonly kind: string }
  | { readonly what: 'assign'; readonly parts: Played }
  | { readonly what: 'rule'; readonly question: string; readonly choice: string }
  | { readonly what: 'objection'; readonly step: string }
  | { readonly what: 'settle'; readonly upheld: boolean }
  | { readonly what: 'extend'; readonly limit: string; readonly units: number }
  | { readonly what: 'pause'; readonly limit: string }
  | { readonly what: 'resume'; readonly limit: string }
  /** Another dossier's tell reaches this milestone here. */
  | { readonly what: 'told'; readonly milestone: string }
  | { readonly what: 'nil' }
  | { readonly what: 'withdraw' }
  | { readonly what: 'freeze' };

/** A deed on its day. `by`: `unit/post`; absent: whoever may. */
export type StoryAct = { readonly on: PlainDate; readonly by?: string } & Deed;

/** What a story expects at its end. What it leaves out it does not ask about. */
export type StoryExpect = {
  /** The day on which it is looked at; absent: that of the last deed. */
  readonly on?: PlainDate;
  readonly stage?: string;
  /** `no`: it is open. */
  readonly closedOn?: PlainDate | 'no';
  readonly due?: Readonly<Record<string, PlainDate>>;
  /** Limits that were met too late, or are not met though their day has passed: these and no others. */
  readonly late?: readonly string[];
  /** Steps, `acceptance/second`, for which no clock runs or ran. */
  readonly noLimit?: readonly string[];
  /** The deed of this word is refused with this obstacle; the story goes on without it. */
  readonly refused?: { readonly act: string; readonly obstacle: string };
  /** An open question whose key begins like this; `none`: nothing is open. */
  readonly question?: string;
  /** Open steps with whoever has them: these and no others. */
  readonly tasks?: Readonly<Record<string, readonly string[]>>;
  /** Who gets a copy for the record (抄送): these and no others. */
  readonly copies?: readonly RoleId[];
  /** Whom its papers are addressed to (主送): these and no others. */
  readonly to?: readonly RoleId[];
  /** Kinds that other dossiers were opened of. */
  readonly opens?: readonly string[];
  /** Figures of the sheet as they stand for good, by field; `no`: it is still counted. */
  readonly figures?: Readonly<Record<string, number | 'no'>>;
  /** Who may read it: seats, `unit:<id>` for whoever plays a part; `all`: every office. */
  readonly readers?: readonly string[];
  /** Nobody in particular has what is open now. */
  readonly noSigner?: boolean;
};

/** An example that is lived through: a dossier of a kind, what is done with it on which days, and how it stands then. */
export type Story = {
  readonly name: string;
  readonly clause: ClauseId;
  /** Which of the examples it is, from 0. */
  readonly at: number;
  readonly given: {
    readonly kind: string;
    readonly on: PlainDate;
    readonly by?: string;
    readonly from?: string;
    readonly fields: Written;
    readonly facts: Facts;
    readonly parts: Played;
    /** It is a return of this duty, owed by this unit: the calendar opens it. */
    readonly owed?: {
      readonly duty: string;
      readonly unit: string;
      readonly due: PlainDate;
      readonly period: string;
      /** Where the duty is owed for each row of a table: for which. */
      readonly for?: string;
    };
    /** What the program counts in it whenever something is done, by field; absent: nothing. */
    readonly figures?: Readonly<Record<string, number>>;
    readonly acts: readonly StoryAct[];
  };
  readonly expect: StoryExpect;
};
