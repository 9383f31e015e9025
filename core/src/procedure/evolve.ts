import type { Milestone } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';
import { evolveClocks, runningOn } from './evolve-clocks.ts';
import { instantOf, type Moment } from './moment.ts';
import type { Act, CopyFile, Dossier, Run } from './dossier.ts';
import { dayBorne, type OfficialDocument } from './paper.ts';
import { evolveOpenPoints } from './evolve-open-points.ts';
import type { ProcedureEvent } from './event.ts';
import { reformed } from './reform.ts';

type EventOf<T extends ProcedureEvent['type']> = Extract<ProcedureEvent, { type: T }>;

/** What a dossier looks like before any procedure has run in it. */
export const untouched: Omit<Dossier, 'merged' | 'absorbed'> = {
  policy: '',
  kind: '',
  stage: 'absent',
  milestones: {},
  questions: [],
  objections: [],
  facts: {},
  parts: {},
  evidence: [],
  hands: [],
  runs: {},
  tasks: [],
  clocks: [],
  copies: [],
};

/** Folds one event of a procedure. Events are facts: this never refuses and never looks at the law. */
export function evolveProcedure<D extends Dossier>(dossier: D, event: ProcedureEvent): D {
  switch (event.type) {
    case 'ProcedureStarted':
      return withRun(dossier, started(event));
    case 'StepOpened':
      return opened(dossier, event);
    case 'StepTaken':
      return taken(dossier, event);
    case 'DecidersDiffered': {
      const { run: id, step, round, said } = event;
      return withRun(dossier, { ...run(dossier, id), differed: { run: id, step, round, said } });
    }
    case 'StepReturned':
      return returned(dossier, event);
    case 'SeatsAskedAnew':
      return askedAnew(dossier, event);
    case 'ActWithdrawn':
      return dossier; // what it names was left out before: `standingEvents`
    case 'ProcedureFinished':
      return {
        ...withRun(dossier, { ...run(dossier, event.run), step: null, finishedOn: event.on }),
        tasks: withoutSteps(dossier, event.run),
      };
    case 'ReformFollowed':
      return reformed(dossier, event);
    case 'RevisionAdopted':
      return { ...dossier, policy: event.to };
    case 'FactsSettled':
      return { ...dossier, facts: { ...dossier.facts, ...event.facts } };
    case 'PartsAssigned':
      return { ...dossier, parts: { ...dossier.parts, ...event.parts } };
    case 'MilestoneReached':
      return withMilestone(standingAt(withTeller(dossier, event), event), event.milestone, event);
    case 'QuestionOpened':
    case 'QuestionRuled':
    case 'QuestionDropped':
    case 'RulingEnded':
    case 'ObjectionRaised':
    case 'ObjectionSettled':
      return evolveOpenPoints(dossier, event);
    case 'DaysFoundApart':
      return { ...dossier, farDays: [...(dossier.farDays ?? []), ...event.far] };
    case 'DaysNoted':
      return { ...dossier, farDays: (dossier.farDays ?? []).filter(({ act }) => act !== event.act) };
    case 'Urged':
      return urged(dossier, event.task, event.on);
    case 'CopyFiled':
      return { ...dossier, copies: [...dossier.copies, event.copy] };
    case 'CopySent':
      return withCopy(dossier, event.copy, (copy) => ({ ...copy, state: 'sent', document: event.document }));
    case 'CopyRead':
      return withCopy(dossier, event.copy, (copy) => ({ ...copy, state: 'read' }));
    default:
      return { ...dossier, clocks: evolveClocks(dossier.clocks, event) };
  }
}

const standingAt = <D extends Dossier>(dossier: D, { stage }: EventOf<'MilestoneReached'>): D =>
  stage ? { ...dossier, stage: stage.id } : dossier;

/** What another dossier tells connects the two, once. */
function withTeller<D extends Dossier>(dossier: D, { told }: EventOf<'MilestoneReached'>): D {
  const { links = [] } = dossier;
  const known = links.some(({ how, dossier: id }) => how === told?.how && id === told.dossier);
  return told && !known ? { ...dossier, links: [...links, told] } : dossier;
}

/** Steps of a run that is moved on are nobody's any more; a question that it asked still waits for its ruling. */
const withoutSteps = ({ tasks }: Dossier, of: Run['id']): Dossier['tasks'] =>
  tasks.filter((task) => task.run !== of || task.question !== undefined);

type Arrival = Moment & { readonly day?: PlainDate; readonly document?: OfficialDocument | null };

/** The dossier with a milestone reached on the day that the event bears, which is the day of its entry unless it says so. */
export function withMilestone<D extends Dossier>(
  dossier: D,
  milestone: Milestone,
  { on, instant, day = on, document = null }: Arrival,
): D {
  const reached = { day, on, ...instantOf(day, { on, instant }), document };
  return { ...dossier, milestones: { ...dossier.milestones, [milestone]: reached } };
}

function started(event: EventOf<'ProcedureStarted'>): Run {
  const { run: id, route, title, clause, ruling, steps } = event;
  return { id, route, title, clause, ruling, steps, round: 1, step: null, acts: [], finishedOn: null };
}

/** A step that is opened in a new round is done again, and with it every step after it. */
function opened<D extends Dossier>(
  dossier: D,
  { run: id, step, round, tasks, reopens = [] }: EventOf<'StepOpened'>,
): D {
  const at = run(dossier, id);
  const again = round > at.round ? stepsFrom(at, step) : [step];
  return {
    ...withRun(dossier, { ...undone(at, again), step, round }),
    tasks: [...withoutSteps(dossier, id), ...tasks],
    clocks: runningOn(dossier.clocks, reopens),
  };
}

const stepsFrom = ({ steps }: Run, first: string): readonly string[] => {
  const ids = steps.map(({ id }) => id);
  return ids.slice(ids.indexOf(first));
};

function taken<D extends Dossier>(dossier: D, event: EventOf<'StepTaken'>): D {
  const { task, run: id, step, round, do: kind, title, part, unit, by, on, bound, verdict, facts, recorded } = event;
  const document = event.document ?? recorded?.document ?? null;
  const day = dayBorne(event);
  const act: Act = {
    task,
    run: id,
    step,
    round,
    do: kind,
    title,
    part,
    unit,
    person: by.id,
    on,
    day,
    document,
    bound,
    verdict,
    ...(event.outcome ? { outcome: event.outcome.id } : {}),
    facts,
    standing: true,
  };
  const at = run(dossier, id);
  return {
    ...withRun(dossier, { ...at, acts: [...at.acts, act] }),
    tasks: dossier.tasks.filter((open) => open.id !== task && !event.withdraws.includes(open.id)),
  };
}

function returned<D extends Dossier>(dossier: D, event: EventOf<'StepReturned'>): D {
  const at = run(dossier, event.run);
  return {
    ...withRun(dossier, { ...undone(at, stepsFrom(at, event.to)), round: event.round, step: event.to }),
    tasks: withoutSteps(dossier, event.run),
    clocks: runningOn(dossier.clocks, event.reopens),
  };
}

function askedAnew<D extends Dossier>(dossier: D, { run: id, voids, tasks }: EventOf<'SeatsAskedAnew'>): D {
  const at = run(dossier, id);
  const anew = new Set(voids.map(({ task }) => task));
  const acts = at.acts.map((act) => (anew.has(act.task) ? { ...act, standing: false } : act));
  return { ...withRun(dossier, { ...at, acts }), tasks: [...dossier.tasks, ...tasks] };
}

/** Steps to be done again: their acts stay in the record and stand no longer. */
function undone(at: Run, steps: readonly string[]): Run {
  return { ...at, acts: at.acts.map((act) => (steps.includes(act.step) ? { ...act, standing: false } : act)) };
}

function run(dossier: Dossier, id: Run['id']): Run {
  const found = dossier.runs[id];
  if (!found) throw new Error(`the log speaks of procedure ${id} before it was started`);
  return found;
}

function withRun<D extends Dossier>(dossier: D, changed: Run): D {
  return { ...dossier, runs: { ...dossier.runs, [changed.id]: changed } };
}

function withCopy<D extends Dossier>(dossier: D, id: string, edit: (copy: CopyFile) => CopyFile): D {
  return { ...dossier, copies: dossier.copies.map((copy) => (copy.id === id ? edit(copy) : copy)) };
}

/** A step remembers the reminder as long as it is open; what is no step is named beside the steps. */
function urged<D extends Dossier>(dossier: D, id: string, on: PlainDate): D {
  if (!dossier.tasks.some((task) => task.id === id)) return { ...dossier, urged: { ...dossier.urged, [id]: on } };
  return { ...dossier, tasks: dossier.tasks.map((task) => (task.id === id ? { ...task, urgedOn: on } : task)) };
}
