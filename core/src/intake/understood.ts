import type { Deadline } from './deadline.ts';
import type { Facts } from '../policy/index.ts';
import type { Extra, SkippedRow } from './entries.ts';
import type { Field } from './field.ts';
import type { Frame } from './frame.ts';
import type { FactRead, GivenFact } from './given-facts.ts';
import type { NamedMeaning } from './meaning.ts';
import type { Measures } from './measures.ts';
import type { Person } from './people.ts';
import type { PlacedPicture } from './pictures.ts';
import type { Answered, Answers, Question } from './question.ts';
import type { Figures } from './statistics.ts';
import type { Term } from './term.ts';
import type { ToldBefore } from './told.ts';
import type { UnitIndex } from './unit-directory.ts';
import type { UnitMention } from './units.ts';
import type { Word } from './vocabulary.ts';
import type { Candidate } from './duplicates.ts';

/** A problem already in the register. `content` is what `contentOf` gave when the row was imported; `serial`: its number in line then. */
export type KnownProblem = Candidate & {
  readonly key: string;
  readonly content: string;
  readonly serial?: string | null;
  /** What the register calls it. */
  readonly title?: string;
};

/** What the office knows besides the sheet. */
export type IntakeContext = {
  /** Name of the list the rows belong to; null: taken from the sheet's title. Part of every row's key. */
  readonly list: string | null;
  readonly units: UnitIndex;
  /** Facts of the plan that a registration gives; a list may say them in columns of their own. */
  readonly facts: readonly GivenFact[];
  /** The plan's fields (领域); where it has none, the text is kept and not asked about. */
  readonly domains?: readonly Word[];
  readonly known: readonly KnownProblem[];
} & ToldBefore;

/** What reading a row needs besides what is known, whatever it is brought in as: what people answered, and the year of the list. */
export type RowReading = { readonly given: Answers; readonly year: number | undefined };

/** What reading one row as a problem needs. */
export type Reading = IntakeContext &
  RowReading & {
    /** Columns that go into the remarks, with the heads under which they stand there. */
    readonly extras: ReadonlyMap<Extra, string>;
  };

/** Everything that was understood of one problem. Raw texts of all fields stay beside it. */
export type Content = {
  readonly serial: string | null;
  readonly number: string | null;
  readonly problem: string;
  readonly source: Term | null;
  readonly category: Term | null;
  readonly domain: Term | null;
  /** Facts of the plan that the row says itself. */
  readonly facts: Facts;
  /** Those of them that stand in columns of their own, with their words. */
  readonly ownFacts: readonly FactRead[];
  readonly township: { readonly raw: string; readonly unit: string | null } | null;
  readonly place: string | null;
  readonly units: readonly UnitMention[];
  readonly people: readonly Person[];
  readonly goal: string | null;
  /** The measures as one text, as written or as a person completed it. */
  readonly work: string | null;
  readonly measures: Measures;
  readonly deadline: Deadline;
  readonly verdict: Term | null;
  readonly finish: Term | null;
  readonly pace: Term | null;
  readonly texts: Readonly<Partial<Record<Field, string>>>;
  /** Texts of columns that mean no field. */
  readonly extras: readonly { readonly name: string; readonly text: string }[];
  /** All that goes into the register as remarks. */
  readonly remarks: string;
};

/** What every row has, whatever it is brought in as. A row is `ready` only when no question about it is open. */
export type RowFrame = {
  /** Stable over repeated uploads, see `rowKey`. */
  readonly key: string;
  /** 1-based rows of the sheet. */
  readonly rows: readonly number[];
  readonly pile: 'ready' | 'needs-decision';
  readonly questions: readonly Question[];
  /** Ids of open questions about the whole sheet. */
  readonly waitsFor: readonly string[];
  /** What people decided about this row. */
  readonly decisions: readonly Answered[];
};

/** One problem of the sheet in its pile. */
export type UnderstoodRow = Content &
  RowFrame & {
    /** A person said it is the same problem as another row (key) or a problem of the register (id): its source is added there. */
    readonly sameAs: string | null;
    /** A person said that this changes a problem of the register (id). */
    readonly updates: string | null;
  };

/**
 * `list`: rows under a head; `paragraphs`: labelled lines without a grid; `statistics`: only figures; `reports`: what the public
 * reported, of which nothing is read; `unreadable`: a person must point out the head.
 */
export type SheetKind = 'list' | 'paragraphs' | 'statistics' | 'reports' | 'unreadable';

/** What was understood of a sheet. Nothing in it was guessed without being shown. */
export type Understanding<R extends RowFrame = UnderstoodRow> = Frame & {
  readonly kind: SheetKind;
  readonly sheet: string;
  /** What a column of such a list can mean. */
  readonly meanings: readonly Pick<NamedMeaning, 'id' | 'zh' | 'en'>[];
  readonly rows: readonly R[];
  readonly skipped: readonly SkippedRow[];
  /** Empty formatted rows at the end, which are not listed one by one. */
  readonly tail: number;
  readonly figures: Figures | null;
  /** Pictures of the sheet, each with what becomes of it. */
  readonly pictures: readonly PlacedPicture[];
};
