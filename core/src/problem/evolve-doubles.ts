import { mergedInto, standingAlone, withDouble, withoutDouble, type Signature } from '../procedure/index.ts';
import type { DoublesEvent, ProblemEvent } from './event.ts';
import type { Problem } from './problem.ts';

const TYPES: ReadonlySet<ProblemEvent['type']> = new Set<DoublesEvent['type']>([
  'ToldApart',
  'ProblemMerged',
  'ProblemUnmerged',
  'DoubleAbsorbed',
  'DoubleReleased',
]);

/** Whether an event speaks of doubles. */
export const isOfDoubles = (event: ProblemEvent): event is Signature & DoublesEvent => TYPES.has(event.type);

/** Folds what is said of doubles. */
export function evolveDoubles(problem: Problem, event: Signature & DoublesEvent): Problem {
  switch (event.type) {
    case 'ToldApart':
      return { ...problem, apart: [...(problem.apart ?? []), ...event.apart] };
    case 'ProblemMerged':
      return mergedInto(problem, event);
    case 'ProblemUnmerged':
      return standingAlone(problem);
    case 'DoubleAbsorbed':
      return withDouble(problem, { ...event.double, on: event.on });
    case 'DoubleReleased':
      return withoutDouble(problem, event.double);
  }
}
