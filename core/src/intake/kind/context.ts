import type { Facts, ReferenceValue, SheetField, SheetValues, Text, Unit } from '../../policy/index.ts';
import type { PlainDate } from '../../time/index.ts';
import type { Said } from '../said.ts';
import type { ToldBefore } from '../told.ts';
import type { UnitIndex } from '../unit-directory.ts';
import type { RowFrame, RowReading, Understanding } from '../understood.ts';
import type { Word } from '../vocabulary.ts';

/** A dossier of the kind that is there already, as it stands. `key` and `content` are null where it did not come from a workbook. */
export type KnownCase = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly key: string | null;
  readonly content: string | null;
  readonly values: SheetValues;
};

/** A person of the house by name, with where he sits, in words and by ids: two of one name are told apart by it. */
export type PersonNamed = {
  readonly id: string;
  readonly name: string;
  readonly seat: string;
  readonly units: readonly string[];
};

/** What is known besides a sheet whose rows become dossiers of one kind, or rows of a table in a form. */
export type KindContext = {
  /** The kind, or `kind.field` for a table; part of every row's key. */
  readonly kind: string;
  readonly title: Text;
  /** Fields that whoever opens a dossier fills in. */
  readonly fields: readonly SheetField[];
  /** What fields were called in earlier editions. */
  readonly formerly: Readonly<Record<string, readonly string[]>>;
  /** Fields that conditions may ask for. */
  readonly facts: readonly string[];
  /** Fields by which lists call a dossier: with those that must be there they tell one row from another. */
  readonly calledBy: readonly string[];
  /** Channels by which a dossier comes in; where there are any, one must be said. */
  readonly channels: readonly Word[];
  /** What was chosen for the whole workbook, by meaning. */
  readonly chosen: Facts;
  readonly directory: UnitIndex;
  readonly units: readonly Unit[];
  readonly on: PlainDate;
  /** Why columns of personal fields are not read; absent where they are. */
  readonly noPersonal?: Said;
  readonly people: readonly PersonNamed[];
  /** Dossiers that cells refer to by their numbers. */
  readonly referred: readonly (ReferenceValue & { readonly kind: string })[];
  readonly known: readonly KnownCase[];
} & ToldBefore;

/** What reading one row as a dossier of the kind needs. */
export type KindReading = KindContext &
  RowReading & {
    /** Heads of columns by meaning: 万元 may stand there. */
    readonly heads: ReadonlyMap<string, string>;
  };

/** One row that becomes a dossier of a plain kind, in its pile. */
export type FilledRow = RowFrame & {
  readonly values: SheetValues;
  /** The dossier's own number where the list says it, as lists that were taken out do. */
  readonly number: string | null;
  readonly channel: string | null;
  /** Meanings asked once for the workbook that this row does not say. */
  readonly lacks: readonly string[];
  /** The words of its cells by meaning. */
  readonly texts: Readonly<Record<string, string>>;
};

/** A sheet understood as dossiers of a plain kind. */
export type KindUnderstanding = Understanding<FilledRow>;
