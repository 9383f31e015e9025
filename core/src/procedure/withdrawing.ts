import type { Actor, Obstacle, Pass, WhyNot } from '../access/index.ts';
import { goneOut } from '../policy/index.ts';
import type { ProcedureEvent } from './event.ts';
import { kindIn, procedureOfRun, routeOf, type Law } from './law.ts';
import type { Dossier } from './dossier.ts';

/** The last act in a dossier's log, as whoever did it may want it back. */
export type LastAct = {
  /** Its events in the log, the first and the last of them: versions from 1. */
  readonly from: number;
  readonly to: number;
  readonly events: readonly ProcedureEvent[];
  /** The dossier as it stood before. */
  readonly before: Dossier;
  /** Whether anybody whom the act gave something to has opened the dossier since. */
  readonly opened: boolean;
};

type StepAct = Extract<ProcedureEvent, { readonly type: 'StepTaken' | 'StepReturned' }>;
type Named = { readonly type: string };
type Withdrawn = Extract<ProcedureEvent, { readonly type: 'ActWithdrawn' }>;

/**
 * What follows from an act inside one procedure and for nobody outside it. Everything else has gone on from there: a milestone,
 * a part that was given away, a question that waits for its ruling, work that was opened again.
 */
const INSIDE: ReadonlySet<string> = new Set([
  'StepTaken',
  'StepReturned',
  'StepOpened',
  'SeatsAskedAnew',
  'DecidersDiffered',
  'FactsSettled',
  'SheetFilled',
  'ClockStarted',
  'ClockMet',
  'ClockMoved',
  'CopyFiled',
]);

/** What an act was called, and whose step it was of; null: it was no answer to a step. */
export function stepActOf(events: readonly ProcedureEvent[]): StepAct | null {
  return events.find((event): event is StepAct => event.type === 'StepTaken' || event.type === 'StepReturned') ?? null;
}

/** May this person take back what he did last? */
export function passToTakeBack(last: LastAct | undefined, by: Actor, law: Law): Pass {
  const act = last && stepActOf(last.events);
  if (!last || !act || act.by.id !== by.id) return { obstacle: { code: 'not-withdrawable', why: 'not-last' } };
  const why = whyNot(last, act, law);
  if (why) return { obstacle: { code: 'not-withdrawable', why } satisfies Obstacle };
  const posting = by.postings.find(({ unit, post }) => unit === act.by.unit && post === act.by.post);
  // whoever gave the post away does not act from it any more
  return posting ? { posting } : { obstacle: { code: 'not-withdrawable', why: 'post-left' } };
}

/** Why an act stands for good; null: it may still be taken back. */
function whyNot(last: LastAct, act: StepAct, law: Law): WhyNot | null {
  const { events, before, opened } = last;
  if (isForbidden(act, before, law)) return 'forbidden';
  if (act.recorded || ('document' in act && act.document)) return 'paper';
  if (act.type === 'StepTaken' && goneOut.has(act.do)) return 'gone-out';
  if (events.some((event) => !INSIDE.has(event.type) && !isQuiet(event, act, before, law))) return 'gone-on';
  if (events.some((event) => opensOutside(event))) return 'outside';
  if (startsElsewhere(events)) return 'clock';
  return opened ? 'opened' : null;
}

/** The plan says of the step that what was done there stays. */
function isForbidden(act: StepAct, before: Dossier, law: Law): boolean {
  const run = before.runs[act.run];
  const id = act.type === 'StepTaken' ? act.step : act.from;
  return (
    run !== undefined &&
    routeOf(law, act.run, run.route).steps.some((step) => step.id === id && step.withdraw === 'never')
  );
}

/** A return reaches a milestone of its own, which means nothing to anybody unless the kind tells it to other dossiers. */
function isQuiet(event: ProcedureEvent, act: StepAct, { kind }: Dossier, law: Law): boolean {
  if (event.type !== 'MilestoneReached' || event.milestone !== `returned/${procedureOfRun(act.run)}`) return false;
  return !kindIn(law, kind)?.tells.some(({ on }) => on === event.milestone);
}

const opensOutside = (event: ProcedureEvent): boolean =>
  event.type === 'StepOpened' && event.tasks.some(({ external }) => external);

/** A limit of the step that was opened goes with it; one over anything else runs for somebody who is not asked. */
function startsElsewhere(events: readonly ProcedureEvent[]): boolean {
  const opened = new Set(
    events.flatMap((event) => (event.type === 'StepOpened' ? [`${event.run}/${event.step}`] : [])),
  );
  return events.some(
    (event) =>
      event.type === 'ClockStarted' && !(event.target && opened.has(`${event.target.run}/${event.target.step}`)),
  );
}

/**
 * The events of a log whose effects stand, oldest first: an act that was taken back is in the record and does nothing. Only the
 * last act is ever taken back, so that none after it rests on it.
 */
export function standingEvents<E extends Named>(log: readonly E[]): readonly E[] {
  if (!log.some(({ type }) => type === 'ActWithdrawn')) return log;
  const gone = new Set<number>();
  for (const event of log) {
    if (event.type !== 'ActWithdrawn') continue;
    const { from, to } = event as unknown as Withdrawn; // its type says so
    for (let version = from; version <= to; version += 1) gone.add(version);
  }
  return log.filter((_event, index) => !gone.has(index + 1));
}

/** What a whole log comes to. */
export const foldLog = <S, E extends Named>(evolve: (state: S, event: E) => S, absent: S, log: readonly E[]): S =>
  standingEvents(log).reduce(evolve, absent);
