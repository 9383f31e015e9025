import type { Schema } from '../api/client.ts';

export type Entry = Schema<'TimelineEntry'>;

/** How an entry is drawn: an ordinary act, a step back, a warning, the end of the loop, or a note in passing. */
export type Tone = 'act' | 'back' | 'warning' | 'end' | 'note';

/** An entry as a sentence to look up, with what goes into its blanks. */
export type Story = {
  readonly key: string;
  readonly fill: Readonly<Record<string, string | number>>;
  readonly tone: Tone;
};

/** What the screen calls things that the log names by code. */
export type Names = {
  readonly unit: (name: string | null | undefined) => string;
  readonly text: (text: { readonly zh: string; readonly en?: string | undefined } | null | undefined) => string;
  readonly fact: (fact: string, value: string) => string;
  readonly evidence: (kind: string) => string;
  readonly length: (units: string, unit: string) => string;
  readonly listed: (words: readonly string[]) => string;
  /** What fields of the dossier's sheet are called, in the order of the sheet. */
  readonly fields: (ids: readonly string[]) => readonly string[];
};

type Detail = Readonly<Record<string, unknown>>;

/** Says what is peculiar to one type of entry: its blanks, and its sentence or tone where they differ from the usual. */
export type Teller = (entry: Entry, detail: Detail, names: Names) => Partial<Story>;
export type Tellers = Readonly<Record<string, Teller>>;

/** Whether another dossier brought this one here; which, only who may read that one is told. */
export const isTold = ({ detail }: Entry): boolean => 'told' in detail;

/** The dossier that told this one; null where none did, or where it is not this reader's to know. */
export function tellerOf({ detail: { told } }: Entry): Schema<'DossierLink'> | null {
  const [how, dossier, kind, number, title] = ['how', 'dossier', 'kind', 'number', 'title'].map((key) =>
    said(inside(told, key)),
  );
  return dossier && kind ? { how: how ?? '', dossier, kind, number: number ?? '', title: title ?? '' } : null;
}

/** A word or a number of the log; anything else is blank. */
export const said = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

export const inside = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Detail)[key] : undefined; // checked to be an object

export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Long lists come as their number. */
export const countOf = (value: unknown): number => (typeof value === 'number' ? value : listIn(value).length);

export const keysIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

/** Wording of the plan that stands inside an entry. */
export const wordingIn = (value: unknown, { text }: Names): string =>
  text({ zh: said(inside(value, 'zh')), ...(inside(value, 'en') ? { en: said(inside(value, 'en')) } : {}) });
