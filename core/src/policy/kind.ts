import type { ClauseId, Condition, RoleId, Text } from './fact.ts';
import type { SheetField } from './sheet.ts';
import type { ActRule, Milestone, Seat } from './step.ts';

/** What code hangs on a kind beside the engine: none, what is peculiar to a problem, or a list whose members are dossiers. */
export const subjects = ['plain', 'problem', 'edition', 'gathering'] as const;
/** A word of this list. */
export type SubjectId = (typeof subjects)[number];

/** One procedure in the flow of a kind: when it begins, at which facts, how often (环节). */
export type Stretch = {
  /** The procedure that runs here. */
  readonly run: string;
  readonly begins: readonly Milestone[];
  /** The milestone that its end reaches, beside `ended/<run>`. */
  readonly ends?: Milestone;
  /** Branches on facts: of the stretches that begin at one milestone under a condition exactly one must apply. */
  readonly when?: Condition;
  /** `many`: it may run again, as `acceptance#2`; what stood stays. */
  readonly times: 'once' | 'many';
  readonly ruling?: string;
};

/** Where a dossier is between milestones, as lists and the step bar name it (阶段). */
export type Stage = {
  readonly id: string;
  readonly title: Text;
  /** Milestones that bring it here. */
  readonly from: readonly Milestone[];
  readonly ruling?: string;
};

/** An act of the pack's own that belongs to no step: by whom, while what is not yet reached, and which milestone it reaches. */
export type KindAct = ActRule & {
  readonly title?: Text;
  /** Stages in which it makes sense; absent: until the dossier is closed. */
  readonly stages?: readonly string[];
  readonly reaches?: Milestone;
  /** Fields of the sheet that it fills. */
  readonly fills?: readonly string[];
  /** It asks for words. */
  readonly says?: boolean;
};

/** What reaching a milestone means for other dossiers (触发). */
export type Tell = {
  readonly id: string;
  readonly on: Milestone;
  readonly when?: Condition;
  readonly clause: ClauseId;
  readonly ruling?: string;
} & (
  | {
      /** Opens a dossier of this kind. `with`: its field ← this one's field; `link`: how the two are connected. */
      readonly open: string;
      readonly with: Readonly<Record<string, string>>;
      readonly link: string;
    }
  /** The dossiers linked by this word reach a milestone of theirs. */
  | { readonly reach: Milestone; readonly linked: string }
);

/** How lists show a kind. Columns and filters are words of the engine (`number`, `stage`, `holder`, `due`…) or fields of the sheet. */
export type ListShown = {
  readonly columns: readonly string[];
  readonly filters: readonly string[];
  readonly group?: string;
};

/** A sort of dossier (事项类型): its sheet, its flow, who opens it, who reads it, what follows from it. */
export type Kind = {
  readonly id: string;
  readonly title: Text;
  readonly clause: ClauseId;
  readonly ruling?: string;
  readonly is: SubjectId;
  /** The group of the menu that it stands in; absent: in no menu of its own. */
  readonly menu?: Text;
  /** `举报-{year}-{serial:4}`: a series per region and year, given once. */
  readonly number: string;
  /** Absent: no person opens it; a duty or a tell does. `from`: channels it comes in by. `imports`: also from a workbook, many at once. */
  readonly opens?: {
    readonly by: readonly Seat[];
    readonly imports?: boolean;
    readonly from: readonly { readonly id: string; readonly label: Text }[];
    readonly ruling?: string;
  };
  /** Absent: every office reads it. Else these seats and nobody else, through no door. */
  readonly reads?: readonly Seat[];
  readonly sheet: readonly SheetField[];
  /** `{what:24}`: what lists and papers call it. */
  readonly titleOf: string;
  /** Fields of the sheet, and facts of the pack, that routes, branches and evidence may ask for. */
  readonly facts: readonly string[];
  readonly list: ListShown;
  /** Parts that units play in it. */
  readonly parts: readonly RoleId[];
  /** The part that has it: what lists call the holder; absent: whoever opened it. */
  readonly holder?: RoleId;
  readonly flow: readonly Stretch[];
  readonly stages: readonly Stage[];
  readonly acts: Readonly<Record<string, KindAct>>;
  readonly tells: readonly Tell[];
  /** The duty whose returns are its members, where it is a gathering. */
  readonly gathers?: string;
  /** Fields of the sheet by which two of them look alike; whoever may merge them is shown such pairs (合并建议). */
  readonly merges?: readonly string[];
};
