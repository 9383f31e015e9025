import { evolveProcedure, type Hand, type ProcedureEvent } from '../procedure/index.ts';
import type { ProblemEvent } from './event.ts';
import type { Measure, MeasureContent, Problem } from './problem.ts';

type EventOf<T extends ProblemEvent['type']> = Extract<ProblemEvent, { type: T }>;

/** Folds one event into the problem. It never refuses, never looks at the law, never asks what day it is. */
export function evolve(problem: Problem, event: ProblemEvent): Problem {
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
      return {
        ...problem,
        stage: 'consented',
        edition: { id: event.edition, no: event.no, consented: event.on, digest: event.digest },
      };
    case 'HandedOver':
      return { ...problem, stage: 'handed-over', handedOverOn: problem.handedOverOn ?? event.on };
    case 'HandOverContested':
      return {
        ...problem,
        contested: { reason: event.reason, becauseOf: event.becauseOf, person: event.by.id, on: event.on },
      };
    case 'HandOverArbitrated':
      return { ...problem, contested: null };
    case 'PlanWritten':
      return written(problem, event);
    case 'PlanTookEffect':
      return { ...problem, stage: 'rectifying', planInForce: event.on };
    case 'ProgressReported':
      return withMeasure(problem, event.measure, (measure) => ({
        ...measure,
        percent: event.percent,
        pace: event.pace,
        progress: event.text,
        reportedOn: event.on,
      }));
    case 'MeasureCompleted':
      return withMeasure(
        problem,
        event.measure,
        (measure) => ({
          ...measure,
          percent: 100,
          pace: 'done',
          progress: event.text,
          reportedOn: event.on,
          completedOn: event.completedOn,
        }),
        hand('work', null, event),
      );
    case 'EvidenceAdded':
      return { ...problem, evidence: [...problem.evidence, event.evidence] };
    case 'FinishReported':
      return { ...problem, stage: 'accepting', finishReportedOn: event.on };
    case 'Urged':
      return {
        ...problem,
        tasks: problem.tasks.map((task) => (task.id === event.task ? { ...task, urgedOn: event.on } : task)),
      };
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

/** A plan written again keeps what was reported on measures that are still in it. */
function written(problem: Problem, event: EventOf<'PlanWritten'>): Problem {
  const { target, deadline, measures } = event.plan;
  const known = new Map(problem.measures.map((measure) => [measure.id, measure]));
  const hands = [...problem.hands, hand('plan', problem.runs.plan?.step ?? null, event)];
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
