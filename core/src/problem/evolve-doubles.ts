import type { Signature } from '../procedure/index.ts';
import type { DoublesEvent, ProblemEvent } from './event.ts';
import type { Problem } from './problem.ts';

const TYPES: ReadonlySet<ProblemEvent['type']> = new Set<DoublesEvent['type']>(['ToldApart']);

/** Whether an event speaks of likely doubles. */
export const isOfDoubles = (event: ProblemEvent): event is Signature & DoublesEvent => TYPES.has(event.type);

/** Folds what is said of likely doubles. */
export function evolveDoubles(problem: Problem, event: DoublesEvent): Problem {
  return { ...problem, apart: [...(problem.apart ?? []), ...event.apart] };
}
