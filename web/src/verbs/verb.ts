import type { FC } from 'react';
import type { Schema } from '../api/client.ts';
import type { Text } from '../i18n/text.ts';
import type { SheetField, SheetValues } from '../sheet/field.ts';
import type { PlaceIn } from './beside-fields.ts';

export type Offer = Schema<'Offer'>;

/** What every dossier has, whatever its kind: all that its verbs go by. */
export type Filed = Pick<Schema<'Dossier'>, 'version' | 'policy' | 'parts' | 'tasks' | 'clocks' | 'facts'> & {
  readonly row: {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly stage: string;
    readonly closedOn: string | null;
  };
  readonly offers: readonly Offer[];
  /** Who would play each part if nobody says otherwise. */
  readonly usualParts?: Schema<'Dossier'>['parts'];
  /** The kind as its edition has it, and what stands in its sheet; a problem has fields of its own instead. */
  readonly kind?: {
    readonly sheet: readonly SheetField[];
    readonly parts: readonly string[];
    readonly id?: string;
    readonly stages: readonly { readonly id: string; readonly title: Text }[];
  };
  readonly values?: SheetValues;
  /** The plan of a problem, where it sets a later day than the list. */
  readonly plan?: { readonly later?: { readonly listed: string; readonly planned: string | null } | null } | null;
  /** What the plan leaves open in it. */
  readonly questions?: readonly Schema<'Question'>[];
  /** Work that was sent back and has not passed again. */
  readonly returned?: readonly Schema<'Returned'>[];
  /** What was said against what is made public in it. */
  readonly objections?: readonly Schema<'Objection'>[];
};

/** What a form is filled in about. */
export type Matter<D extends Filed = Filed> = { readonly dossier: D; readonly offer: Offer };

type Ask = { readonly type: string };

/** A verb's form: its fields, what stands in them at first, and the ask that comes of them. */
export type VerbForm<D extends Filed, A extends Ask> = {
  readonly Fields: FC<Matter<D>>;
  readonly first: (matter: Matter<D>) => object;
  readonly ask: (values: never, matter: Matter<D>) => A;
  readonly wide?: (matter: Matter<D>) => boolean;
  /** Where the server's path leads in this form, where that is not its own name. */
  readonly at?: PlaceIn;
};

/** Ties the three parts of a form to the same values. */
export function verbForm<V extends object, A extends Ask, D extends Filed = Filed>(form: {
  readonly Fields: FC<Matter<D>>;
  readonly first: (matter: Matter<D>) => Partial<V>;
  readonly ask: (values: V, matter: Matter<D>) => A;
  readonly wide?: (matter: Matter<D>) => boolean;
  /** Where the server's path leads in this form, where that is not its own name. */
  readonly at?: PlaceIn;
}): VerbForm<D, A> {
  return form; // a form is only ever given the values that its own fields put in
}

/** What is asked of a dossier, with the version that was seen. */
export type Command<A extends Ask> = { readonly version: number; readonly ask: A; readonly claimedOn?: string };

/** The verbs of a sort of dossier: their forms, the window in which files come in, and the door that takes what is asked. */
export type Book<D extends Filed, A extends Ask> = {
  readonly forms: { readonly [T in Exclude<A['type'], 'AddEvidence'>]: VerbForm<D, A> };
  readonly Evidence: FC<{ readonly dossier: D; readonly close: () => void }>;
  readonly post: (id: string, intent: string, command: Command<A>) => Promise<Schema<'Done'>>;
};

/** The window of one verb over a page. */
export type VerbWindow<D extends Filed> = FC<Matter<D> & { readonly close: () => void }>;

/** The task an offer is aimed at; only steps, returns and reminders have one. */
export const taskOf = ({ dossier, offer }: Matter): Filed['tasks'][number] | null =>
  dossier.tasks.find((task) => task.id === offer.target) ?? null;

/** Text without the blanks around it, or nothing at all. */
export const given = (text: string | undefined): string | undefined => text?.trim() || undefined;
