import type { EvidenceHeld } from '../procedure/index.ts';

/** The measures that a file proves; none where it stands for the problem as a whole. */
export const provedBy = ({ measure, measures }: Pick<EvidenceHeld, 'measure' | 'measures'>): readonly string[] =>
  measures ?? (measure ? [measure] : []);
