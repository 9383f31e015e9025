import { createContext } from 'react';
import type { Schema } from '../api/client.ts';

/** What the program counted in a field; money in fen. `fixedOn`: it stands since that day, else it is as of today. */
export type Counted = Schema<'CaseView'>['figures'][number];

/** What a dossier knows of its sheet beside what is written in it. */
export type OfDossier = {
  readonly figures: readonly Counted[];
  /** Fields filled in beforehand that nobody has touched since. */
  readonly prefilled: readonly string[];
  /** Opens the rows behind the figure of a field. */
  readonly openFigure: (field: string) => void;
};

/** A sheet that stands in no dossier has nothing counted in it and nothing filled in beforehand. */
export const OfDossier = createContext<OfDossier>({ figures: [], prefilled: [], openFigure: () => undefined });
