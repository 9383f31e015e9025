import {
  evolveProcedure,
  runningOn,
  withHand,
  withMilestone,
  type Hand,
  type OfficialDocument,
  type ProcedureEvent,
  type StageNamed,
} from '../procedure/index.ts';
import type { LocalTime, PlainDate } from '../time/index.ts';
import type { DoublesEvent, ProblemEvent } from './event.ts';
import { evolveDoubles, isOfDoubles } from './evolve-doubles.ts';
import { provedBy } from './proof.ts';
import { measuresTaken } from './reformed.ts';
import type { Evidence, Measure, MeasureContent, Problem } from './problem.ts';

type EventOf<T extends ProblemEvent['type']> = Extract<ProblemEvent, { type: T }>;

/** Folds one event into the problem. It never refuses, never looks at the law, never asks what day it is. */
export function evolve(problem: Problem, event: ProblemEvent): Problem {
  return withHand(isOfDoubles(event) ? evolveDoubles(problem, event) : folded(problem, event), event);
}

function folded(problem: Problem, event: Exclude<ProblemEvent, DoublesEvent>): Problem {
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
        ...arrived(problem, event, 'withdrawn', 'withdrawn'),
        tasks: [],
        clocks: problem.clocks.filter((clock) => clock.metOn !== null),
      };
    case 'CrossReferenced':
      return { ...problem, sources: [...problem.sources, event.source] };
    case 'ListedInEdition':
      return {
        ...arrived(problem, event, 'listed', 'listed'),
        edition: { id: event.edition, no: event.no, consented: null, digest: null },
      };
    case 'TakenOffEdition':
      return { ...arrived(problem, event, 'taken-off', 'registered'), edition: null };
    case 'EditionConsented':
      return consented(problem, event);
    case 'HandedOver':
      return {
        ...arrived(problem, event, 'handed-over', 'handed-over'),
        handedOverOn: problem.handedOverOn ?? event.day ?? event.on,
      };
    case 'HandOverContested':
      return contested(problem, event);
    case 'HandOverArbitrated':
      return { ...problem, contested: null };
    case 'PlanWritten':
      return written(problem, event);
    case 'PlanTookEffect':
      return { ...arrived(problem, event, 'plan-issued', 'rectifying'), planInForce: event.on };
    case 'ProgressReported':
      return reported(problem, event);
    case 'MeasureCompleted':
      return completed(problem, event);
    case 'MeasuresReopened':
      return reopened(problem, event);
    case 'EvidenceProves':
      return { ...problem, evidence: problem.evidence.map((held) => provesToo(held, event)) };
    case 'EvidenceAdded':
      return { ...problem, evidence: [...problem.evidence, { ...event.evidence, ...brought(problem, event) }] };
    case 'FinishReported':
      return { ...arrived(problem, event, 'finished', 'accepting'), finishReportedOn: event.on };
    case 'ProblemClosed':
      // the closing bears the day of its paper, as the milestone does
      return { ...arrived(problem, event, 'closed', 'closed'), closedOn: event.day ?? event.on, tasks: [] };
    default:
      return evolveShared(problem, event);
  }
}

type Arrival = {
  readonly on: PlainDate;
  readonly instant?: LocalTime;
  readonly day?: PlainDate;
  readonly document?: OfficialDocument | null;
  readonly stage?: StageNamed | null;
};

/**
 * The problem at a milestone, in the stage that the event names. `named` is what that stage was called before a plan could name
 * it: events from then say none.
 */
function arrived(problem: Problem, event: Arrival, milestone: string, named: string): Problem {
  const { stage } = event;
  const reached = withMilestone(problem, milestone, event);
  if (stage === null) return reached;
  return { ...reached, stage: stage?.id ?? named };
}

/** Plans began with a procedure of this name, and no event said so, before the flow of a problem was data. */
function evolveShared(problem: Problem, event: ProcedureEvent): Problem {
  const after = evolveProcedure(problem, event);
  if (event.type === 'ReformFollowed') return { ...after, measures: measuresTaken(problem, event) };
  const unsaid = event.type === 'ProcedureStarted' && event.run === 'plan' && !problem.flows;
  return unsaid ? { ...after, stage: 'planning' } : after;
}

function registered(problem: Problem, event: EventOf<'ProblemRegistered'>): Problem {
  const { number, basics, facts, sources, links, policy, on, kind } = event;
  const opened = arrived(problem, event, 'opened', 'registered');
  return {
    ...opened,
    kind: kind ?? 'problem',
    flows: kind !== undefined,
    number,
    basics,
    facts,
    sources,
    ...(links ? { links } : {}),
    policy,
    registeredOn: on,
  };
}

const brought = ({ runs }: Problem, { by }: ProblemEvent) => ({
  unit: by.unit,
  rounds: Object.fromEntries(Object.values(runs).map(({ id, round }) => [id, round])),
});

function consented(problem: Problem, event: EventOf<'EditionConsented'>): Problem {
  const { edition: id, no, on, day = on, digest } = event;
  return { ...arrived(problem, event, 'consented', 'consented'), edition: { id, no, consented: day, digest } };
}

function contested(problem: Problem, event: EventOf<'HandOverContested'>): Problem {
  const { reason, becauseOf, by, on } = event;
  return { ...problem, contested: { reason, becauseOf, person: by.id, on } };
}

/** A plan written again keeps what was reported on measures that are still in it. */
function written(problem: Problem, event: EventOf<'PlanWritten'>): Problem {
  const { target, deadline, measures } = event.plan;
  const known = new Map(problem.measures.map((measure) => [measure.id, measure]));
  // before events said where it was written, plans were drafted in a procedure of this name
  const at =
    event.at === undefined
      ? problem.runs['plan']
        ? { run: 'plan', step: problem.runs['plan'].step }
        : null
      : event.at;
  const own = hand('plan', at?.step ?? null, event);
  const hands = [...problem.hands, at ? { ...own, run: at.run } : own];
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

/** Open again at nothing: how far it really is, whoever does it says anew. */
function reopened(problem: Problem, event: EventOf<'MeasuresReopened'>): Problem {
  const { measures, reason, run, round, on, reopens } = event;
  const open = (measure: Measure): Measure => ({
    ...measure,
    percent: 0,
    pace: 'behind',
    completedOn: null,
    reopened: { on, reason, run, round, completedOn: measure.completedOn },
  });
  return {
    ...problem,
    clocks: runningOn(problem.clocks, reopens),
    measures: problem.measures.map((measure) => (measures.includes(measure.id) ? open(measure) : measure)),
  };
}

const provesToo = (held: Evidence, { evidence, measures }: EventOf<'EvidenceProves'>): Evidence =>
  held.id === evidence ? { ...held, measures: [...provedBy(held), ...measures] } : held;

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
