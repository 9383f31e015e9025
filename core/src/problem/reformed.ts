import type { Problem } from './problem.ts';
import type { Reform } from '../procedure/reform.ts';

/** Units of measures that are still to be done. */
export const unitsAtWork = ({ measures }: Problem): readonly string[] =>
  measures.flatMap(({ unit, completedOn }) => (unit === null || completedOn !== null ? [] : [unit]));

/** Measures that are still to be done, with whoever took over their unit's work. */
export const measuresTaken = ({ measures }: Problem, { units }: Reform): Problem['measures'] =>
  measures.map((measure) => {
    const heir = measure.completedOn === null ? units.find(({ from }) => from === measure.unit) : undefined;
    return heir ? { ...measure, unit: heir.to } : measure;
  });
