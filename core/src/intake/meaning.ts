import { FIELDS, FIELD_IDS } from './field.ts';
import type { Field, FieldWords } from './field.ts';
import { squeeze, withoutBrackets } from './normalise.ts';
import type { Said } from './said.ts';

/**
 * What a column can mean: a field that every office's list has, a fact that the plan asks for, a field of a kind's sheet, or the
 * channel by which a dossier came.
 */
export type Meaning = Field | `fact:${string}` | `sheet:${string}` | 'channel';

/** A meaning with what it is called and the heads under which it is written. */
export type NamedMeaning = FieldWords & { readonly id: Meaning };

/** All that the columns of one sort of list can mean, prepared for reading heads. `key`: what a head is recognised by above all. */
export type Meanings = {
  readonly all: readonly NamedMeaning[];
  readonly key: Meaning | null;
  readonly byHead: ReadonlyMap<string, NamedMeaning>;
  /** Known heads as they are compared, longest first. */
  readonly heads: readonly string[];
  /** Heads that are known and hold what no workbook brings in, with the reason. */
  readonly left: ReadonlyMap<string, Said>;
};

/** Prepares heads. Where two meanings share a head, the earlier one has it. */
export function meaningsOf(
  all: readonly NamedMeaning[],
  key: Meaning | null,
  left: ReadonlyMap<string, Said> = new Map(),
): Meanings {
  const byHead = new Map<string, NamedMeaning>();
  for (const named of all) for (const head of named.heads.map(squeeze)) if (!byHead.has(head)) byHead.set(head, named);
  const heads = [...byHead.keys()].filter((head) => head.length > 1).sort((a, b) => b.length - a.length);
  return { all, key, byHead, heads, left };
}

/** The fields of every list in the order of the register. */
export const LIST_FIELDS: readonly NamedMeaning[] = FIELD_IDS.map((id) => ({ id, ...FIELDS[id] }));

/** What a list of problems can say where the plan asks for nothing of its own. */
export const REGISTER: Meanings = meaningsOf(LIST_FIELDS, 'problem');

/** The meaning whose head a text is, word for word, with or without its brackets; null otherwise. */
export function exactMeaning(text: string, { byHead }: Meanings): NamedMeaning | null {
  return byHead.get(squeeze(text)) ?? byHead.get(withoutBrackets(text)) ?? null;
}

/** Why a head that is known is left out all the same; null where it may come in, or nobody knows it. */
export const whyLeft = (text: string, { left }: Meanings): Said | null =>
  left.get(squeeze(text)) ?? left.get(withoutBrackets(text)) ?? null;

/** The meaning with this id, or null: an answer may carry any text. */
export const meaningNamed = ({ all }: Meanings, id: string): NamedMeaning | null =>
  all.find((named) => named.id === id) ?? null;
