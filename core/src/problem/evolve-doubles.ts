import type { Signature } from '../procedure/index.ts';
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
      return merged(problem, event);
    case 'ProblemUnmerged':
      return unmerged(problem);
    case 'DoubleAbsorbed':
      return { ...problem, absorbed: [...(problem.absorbed ?? []), { ...event.double, on: event.on }] };
    case 'DoubleReleased':
      return released(problem, event.double.dossier);
  }
}

type Merging = Extract<DoublesEvent, { type: 'ProblemMerged' }> & Signature;

/** Whatever waits in it stands still and comes back as it was. */
function merged(problem: Problem, { into, on, reason, stage }: Merging): Problem {
  const { tasks, clocks, questions } = problem;
  return {
    ...problem,
    stage: stage.id,
    tasks: [],
    clocks: clocks.filter(({ metOn }) => metOn !== null),
    questions: questions.filter(({ ruling }) => ruling !== null),
    merged: { into, on, reason, before: { stage: problem.stage, tasks, clocks, questions } },
  };
}

function unmerged({ merged: was, ...problem }: Problem): Problem {
  return { ...problem, ...was?.before };
}

function released({ absorbed = [], ...problem }: Problem, dossier: string): Problem {
  const left = absorbed.filter((double) => double.dossier !== dossier);
  return left.length > 0 ? { ...problem, absorbed: left } : problem;
}
