import type { SheetValues, Text } from '../policy/index.ts';
import { untouched, type Absorbed, type Apart, type Dossier, type Linked } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';

/** How a return is connected to the frozen one that it corrects. */
export const CORRECTS = 'corrects';

/** The period of a duty that a return is filed for, and by whom it is owed. */
export type Owed = {
  readonly duty: string;
  /** `2030-05-06`, `2030-03`, `2030-Q1`: unique in the duty. */
  readonly period: string;
  readonly unit: string;
  /** The field, or the row of another table of the pack, for which it is owed beside the unit. */
  readonly field: string | null;
  readonly due: PlainDate;
  /** It was opened after its window began: an outage made it late. */
  readonly openedLate: boolean;
};

/** A file that proves something in a plain dossier. `rounds`: the round of each run when it came. */
export type CaseEvidence = {
  readonly id: string;
  readonly kind: string;
  readonly file: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly digest: string;
  readonly takenOn: PlainDate | null;
  readonly note: string;
  readonly unit: string;
  readonly rounds: Readonly<Record<string, number>>;
};

/** A member of a gathering as it was frozen: readable without looking it up. */
export type CaseMember = {
  readonly dossier: string;
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  readonly unitName: string;
  readonly state: 'filed' | 'nil' | 'late' | 'missing';
  /** Digest of the member's sheet as it was frozen; null for one that is missing. */
  readonly digest: string | null;
  /** Returns that were merged into it, each with the digest of its own sheet; absent: none was. */
  readonly doubles?: readonly MergedMember[];
};

/** A return that goes on in another as one matter: whose it was, and the digest of what it said. */
export type MergedMember = Pick<CaseMember, 'dossier' | 'number' | 'title' | 'unit' | 'unitName'> & {
  readonly digest: string;
};

/** What freezing fixed: the members, and one digest over them. What is frozen never changes. */
export type Frozen = {
  readonly on: PlainDate;
  readonly digest: string;
  readonly members: readonly CaseMember[];
  /** Drawn as a sample: ids in the order they were drawn, from this frame. */
  readonly drawn: readonly string[] | null;
};

/** The row of a workbook that a dossier came from: which import, the file as it was received (SM3, hex), its sheet, the rows from 1. */
export type Imported = {
  readonly import: string;
  readonly workbook: string;
  readonly digest: string;
  readonly sheet: string;
  readonly rows: readonly number[];
};

/** A personal value that stands apart: under which id, in which field (`reporter`, `witnesses.name`), and since when it is erased. */
export type KeptApart = { readonly id: string; readonly field: string; readonly erasedOn: PlainDate | null };

/** Figures as the program counted them for this decision, by field of the sheet. */
export type Counted = Readonly<Record<string, number>>;

/** A figure that stands for good, and the day on which it was counted. */
export type FixedFigure = { readonly value: number; readonly on: PlainDate };

/**
 * A double that was merged into this dossier. What it says stays in its own log, which nobody writes to while it is merged, and is
 * read there by whoever may read it; `digest`: of what it said.
 */
export type AbsorbedCase = Absorbed & { readonly digest: string };

/** One dossier of a plain kind as its events leave it (事项). */
export type Case = Omit<Dossier, 'evidence' | 'absorbed'> & {
  readonly number: string;
  /** What lists and papers call it, by the kind's own pattern. */
  readonly title: string;
  /** The kind in words, as its edition has it. */
  readonly kindTitle: Text;
  readonly values: SheetValues;
  /** Every personal value that its sheet ever named; absent where it never named one. */
  readonly apart?: readonly KeptApart[];
  /** The channel it came in by. */
  readonly from: string | null;
  readonly links: readonly Linked[];
  readonly owed: Owed | null;
  /** Filed as nothing to report (零报告). */
  readonly nil: boolean;
  readonly evidence: readonly CaseEvidence[];
  readonly frozen: Frozen | null;
  /** Figures of the sheet that stand for good; absent: none does yet. */
  readonly figures?: Readonly<Record<string, FixedFigure>>;
  /** Fields as they were filled in beforehand, which nobody has touched since; absent: none. */
  readonly prefilled?: readonly string[];
  /** Likely doubles that somebody said are other matters; absent: none was asked about. */
  readonly unlike?: readonly Apart[];
  readonly absorbed?: readonly AbsorbedCase[];
  readonly openedOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
  readonly withdrawnOn: PlainDate | null;
};

/** A dossier that nobody has opened. */
export const noCase: Case = {
  ...untouched,
  number: '',
  title: '',
  kindTitle: { zh: '' },
  values: {},
  from: null,
  links: [],
  owed: null,
  nil: false,
  evidence: [],
  frozen: null,
  openedOn: null,
  closedOn: null,
  withdrawnOn: null,
};
