import type { FC } from 'react';
import type { Schema } from '../api/client.ts';
import type { Dossier, Offer } from '../dossier/dossier.ts';

export type Ask = Schema<'ProblemAsk'>;
export type VerbType = Ask['type'];
export type AskOf<T extends VerbType> = Extract<Ask, { type: T }>;

/** What a form is filled in about. */
export type Matter = { readonly dossier: Dossier; readonly offer: Offer };

/** A verb's form: its fields, what stands in them at first, and the ask that comes of them. */
export type VerbForm = {
  readonly Fields: FC<Matter>;
  readonly first: (matter: Matter) => object;
  readonly ask: (values: never, matter: Matter) => Ask;
  readonly wide?: boolean;
};

/** Ties the three parts of a form to the same values. */
export function verbForm<V extends object>(form: {
  readonly Fields: FC<Matter>;
  readonly first: (matter: Matter) => Partial<V>;
  readonly ask: (values: V, matter: Matter) => Ask;
  readonly wide?: boolean;
}): VerbForm {
  return form; // a form is only ever given the values that its own fields put in
}

/** The task an offer is aimed at; only steps, returns and reminders have one. */
export const taskOf = ({ dossier, offer }: Matter): Dossier['tasks'][number] | null =>
  dossier.tasks.find((task) => task.id === offer.target) ?? null;

/** Text without the blanks around it, or nothing at all. */
export const given = (text: string | undefined): string | undefined => text?.trim() || undefined;
