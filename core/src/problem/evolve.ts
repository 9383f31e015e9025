import { evolveProcedure, withHand, type Hand, type ProcedureEvent } from '../procedure/index.ts';
import type { ProblemEvent } from './event.ts';
import type { Measure, MeasureContent, Problem } from './problem.ts';

type EventOf<T extends ProblemEvent['type']> = Extract<ProblemEvent, { type: T }>;

/** Folds one event into the problem. It never refuses, never looks at the law, never asks what day it is. */
export function evolve(problem: Problem, event: ProblemEvent): Problem {
  return withHand(folded(problem, event), event);
}

function folded(problem: Problem, event: ProblemEvent): Problem {
  switch (event.type) {
    case 'ProblemRegistered':
      return registered(problem, event);
    case 'ProblemCorrected':
      return {
        ...problem,
        basics: { ...problem.basics, ...event.basics },
        facts: { ...problem.facts, ...event.facts },
      };
    case 'ProblemWithdrawn':
      return {
        ...problem,
        stage: 'withdrawn',
        tasks: [],
        clocks: problem.clocks.filter((clock) => clock.metOn !== null),
      };
    case 'CrossReferenced':
      return { ...problem, sources: [...problem.sources, event.source] };
    case 'ListedInEdition':
      return {
        ...problem,
        stage: 'listed',
        edition: { id: event.edition, no: event.no, consented: null, digest: null },
      };
    case 'TakenOffEdition':
      return { ...problem, stage: 'registered', edition: null };
    case 'EditionConsented':
      return consented(problem, event);
    case 'HandedOver':
      return { ...problem, stage: 'handed-over', handedOverOn: problem.handedOverOn ?? event.on };
    case 'HandOverContested':
      return contested(problem, event);
    case 'HandOverArbitrated':
      return { ...problem, contested: null };
    case 'PlanWritten':
      return written(problem, event);
    case 'PlanTookEffect':
      return { ...problem, stage: 'rectifying', planInForce: event.on };
    case 'ProgressReported':
      return reported(problem, event);
    case 'MeasureCompleted':
      return completed(problem, event);
    case 'EvidenceAdded':
      return { ...problem, evidence: [...problem.evidence, event.evidence] };
    case 'FinishReported':
      return { ...problem, stage: 'accepting', finishReportedOn: event.on };
    case 'Urged':
      return urged(problem, event);
    case 'ProblemClosed':
      return { ...problem, stage: 'closed', closedOn: event.on, tasks: [] };
    default:
      return evolveShared(problem, event);
  }
}

function evolveShared(problem: Problem, event: ProcedureEvent): Problem {
  const after = evolveProcedure(problem, event);
  return event.type === 'ProcedureStarted' && event.run === 'plan' ? { ...after, stage: 'planning' } : after;
}

function registered(problem: Problem, event: EventOf<'ProblemRegistered'>): Problem {
  const { number, basics, facts, sources, policy, on } = event;
  return { ...problem, stage: 'registered', number, basics, facts, sources, policy, registeredOn: on };
}

function consented(problem: Problem, event: EventOf<'EditionConsented'>): Problem {
  const { edition: id, no, on, digest } = event;
  return { ...problem, stage: 'consented', edition: { id, no, consented: on, digest } };
}

function contested(problem: Problem, event: EventOf<'HandOverContested'>): Problem {
  const { reason, becauseOf, by, on } = event;
  return { ...problem, contested: { reason, becauseOf, person: by.id, on } };
}

/** A plan written again keeps what was reported on measures that are still in it. */
function written(problem: Problem, event: EventOf<'PlanWritten'>): Problem {
  const { target, deadline, measures } = event.plan;
  const known = new Map(problem.measures.map((measure) => [measure.id, measure]));
  const hands = [...problem.hands, hand('plan', problem.runs['plan']?.step ?? null, event)];
  return {
    ...problem,
    hands,
    plan: { target, deadline },
    measures: measures.map((content) => ({ ...notStarted, ...known.get(content.id), ...content })),
  };
}

const notStarted: Omit<Measure, keyof MeasureContent> = {
  percent: 0,
  pace: 'not-started',
  progress: '',
  reportedOn: null,
  completedOn: null,
};

function reported(problem: Problem, event: EventOf<'ProgressReported'>): Problem {
  const { percent, pace, text: progress, on: reportedOn } = event;
  return withMeasure(problem, event.measure, (measure) => ({ ...measure, percent, pace, progress, reportedOn }));
}

function completed(problem: Problem, event: EventOf<'MeasureCompleted'>): Problem {
  const { text: progress, on: reportedOn, completedOn } = event;
  const done = { percent: 100, pace: 'done', progress, reportedOn, completedOn } as const;
  return withMeasure(problem, event.measure, (measure) => ({ ...measure, ...done }), hand('work', null, event));
}

function urged(problem: Problem, event: EventOf<'Urged'>): Problem {
  const tasks = problem.tasks.map((task) => (task.id === event.task ? { ...task, urgedOn: event.on } : task));
  return { ...problem, tasks };
}

const hand = (what: Hand['what'], step: string | null, { by }: ProblemEvent): Hand => ({
  what,
  step,
  person: by.id,
  unit: by.unit,
});

function withMeasure(
  problem: Problem,
  id: string,
  edit: (measure: Measure) => Measure,
  ...hands: readonly Hand[]
): Problem {
  return {
    ...problem,
    hands: [...problem.hands, ...hands],
    measures: problem.measures.map((measure) => (measure.id === id ? edit(measure) : measure)),
  };
}
