import type { Schema } from '../api/client.ts';

/** When a route, or a field that must be filled in, applies: over the facts of one dossier. */
export type Condition =
  | { readonly fact: string; readonly oneOf: readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

type Column = Readonly<Omit<Schema<'SheetColumn'>, 'required' | 'values' | 'among'>>;

/** One field of a sheet, as the edition of its dossier has it. */
export type SheetField = Column & {
  readonly required: boolean | { readonly when: Condition };
  readonly values?: readonly Readonly<Schema<'SheetColumn'>['values'] & object>[number][];
  readonly among?: readonly string[];
  readonly columns?: readonly SheetField[];
};
export type FieldType = SheetField['type'];

export type PlaceValue = {
  readonly words: string;
  readonly township?: string;
  readonly point?: readonly [number, number];
};
export type ReferenceValue = { readonly dossier: string; readonly number: string; readonly title: string };
export type PersonValue = {
  readonly id?: string;
  readonly name: string;
  /** In which he sits, where the field says among whom he is named. */
  readonly unit?: string;
  readonly post?: string;
  readonly phone?: string;
};
export type FileValue = { readonly id: string; readonly name: string; readonly digest: string; readonly size: number };
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
  | { readonly personal: string }
  | readonly FileValue[]
  | readonly RowValue[];

/** What is filled in of a sheet, by field id. */
export type SheetValues = { readonly [field: string]: SheetValue | undefined };

/** What a form control is given: the field, what stands in it, and where it puts what is written. */
export type Control = {
  readonly field: SheetField;
  /** The edition whose units, fields and words are offered. */
  readonly edition: string;
  /** The kind whose sheet it is; a table of it comes from a workbook and goes out as one. */
  readonly kind?: string;
  readonly value?: SheetValue | undefined;
  readonly onChange?: (value: SheetValue | undefined) => void;
  /** What the label points at. */
  readonly id?: string;
  /** In a cell of a table: no room for more than the value. */
  readonly narrow?: boolean;
};
