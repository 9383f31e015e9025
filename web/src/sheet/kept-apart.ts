import { createContext, type ReactNode } from 'react';
import type { SheetValue } from './field.ts';

/** What the page knows of a value that is kept apart. `plain`: it was asked for, with what stood there before it. */
export type Kept = {
  readonly erasedOn: string | null;
  readonly masked: string | null;
  readonly plain?: { readonly now: SheetValue; readonly before: readonly SheetValue[] };
  /** Asks to see it, where this person may. */
  readonly ask?: ReactNode;
};

/** By id. A sheet that stands in no dossier knows nothing of them. */
export const KeptApart = createContext<(id: string) => Kept | undefined>(() => undefined);
