import type { ClauseId, Condition, FactValue, RoleId, Text } from './fact.ts';
import type { Milestone } from './step.ts';

/** What a field of a sheet can hold: a closed list, so that every form, list and workbook knows each of them. */
export const fieldTypes = [
  'text',
  'number',
  'money',
  'day',
  'instant',
  'yes-no',
  'choice',
  'choices',
  'unit',
  'units',
  'person',
  'named-person',
  'place',
  'files',
  'reference',
  'rows',
  'figure',
] as const;
/** A word of this list. */
export type FieldType = (typeof fieldTypes)[number];

/** Always, never, or at facts that meet a condition. */
export type Required = boolean | { readonly when: Condition };

/** One field of a sheet (表单项). What a type has no use for is refused when the pack is read. */
export type SheetField = {
  /** The pack's own, unique in its sheet; what conditions, columns and number patterns call it. */
  readonly id: string;
  readonly label: Text;
  readonly type: FieldType;
  readonly clause?: ClauseId;
  /** Why it stands here where the plan itself does not ask for it. */
  readonly ruling?: string;
  readonly help?: Text;
  readonly required: Required;
  /** Kept encrypted apart, masked, erasable; in no list, title, search, number or paper to others. */
  readonly personal: boolean;
  /** Signs of a text, rows of a table, files: the most it may hold. */
  readonly longest?: number;
  /** Of a number: what it is counted in, 吨. */
  readonly measure?: Text;
  readonly decimals?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Of a choice: its values. `fields` and the pack's facts are resolved when the pack is read. */
  readonly values?: readonly FactValue[];
  /** Of a unit or a person: who may be named; absent: anybody of the pack. */
  readonly among?: readonly RoleId[];
  /** Of a reference: the kind of dossier it names. */
  readonly kind?: string;
  /** Of rows: their columns, of the same types but rows. */
  readonly columns?: readonly SheetField[];
  /** A figure counted by the program, by its id; shown with its rows and frozen with the sheet. */
  readonly figure?: string;
  /** Of a figure: the milestone at which it stands for good; absent: `frozen` in a gathering, `closed` elsewhere. */
  readonly fixedAt?: Milestone;
  /** Filled in beforehand from a field of the dossier it belongs to, or, where it is `FOR_EACH`, with what a return is owed for. */
  readonly prefilled?: string;
  /** Written at this step only, by whoever has it: `verification/verify`. */
  readonly by?: string;
};

/** The word by which a field takes what the return is owed for, `prefilled: for-each`: nobody writes it. */
export const FOR_EACH = 'for-each';

/** Whether something of people is kept in it: a table that has a personal column is personal as a whole. */
export const holdsPersonal = ({ personal, columns = [] }: SheetField): boolean =>
  personal || columns.some(holdsPersonal);

/** A place in words, with the township's unit id and a point where somebody gave them. */
export type PlaceValue = {
  readonly words: string;
  readonly township?: string;
  /** Degrees, WGS 84: longitude, latitude. */
  readonly point?: readonly [number, number];
};

/** A reference to another dossier, readable without looking it up. */
export type ReferenceValue = { readonly dossier: string; readonly number: string; readonly title: string };

/**
 * A person of the house, or a name with what he is where the person need not sign in here. `unit`: in which he sits, where the
 * field says among whom he is named.
 */
export type PersonValue = {
  readonly id?: string;
  readonly name: string;
  readonly unit?: string;
  readonly post?: string;
  readonly phone?: string;
};

/** A file of the file store as it was first received. */
export type FileValue = { readonly id: string; readonly name: string; readonly digest: string; readonly size: number };

/** What a personal field leaves in the record: the id under which it is kept, and nothing of what it says. */
export type PersonalValue = { readonly personal: string };

/** One row of a table in a sheet, by column id. */
export type RowValue = { readonly [column: string]: SheetValue | undefined };

/** What a field holds. Money is in fen. Unknown is an absent key, which is not no. */
export type SheetValue =
  | string
  | number
  | boolean
  | readonly string[]
  | PlaceValue
  | ReferenceValue
  | PersonValue
  | PersonalValue
  | readonly FileValue[]
  | readonly RowValue[];

/** What is filled in of a sheet, by field id. */
export type SheetValues = { readonly [field: string]: SheetValue | undefined };
