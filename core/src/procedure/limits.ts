import {
  evaluate,
  stepEvents,
  type Limit,
  type ProcedureId,
  type StartEvent,
  type Step,
  type Stretch,
} from '../policy/index.ts';
import type { LocalTime, PlainDate, Roll, Term } from '../time/index.ts';
import { chooseRoute } from './choosing.ts';
import { startClock } from './clocks.ts';
import type { Dossier, Run } from './dossier.ts';
import type { Pen } from './draft.ts';
import { clockIn, hasProcedure, kindIn, procedureOfRun, routeOf, type Law } from './law.ts';

/** A day, or the instant on it where it is known. */
export type Since = PlainDate | LocalTime;

const stretchesOf = ({ kind }: Pick<Dossier, 'kind'>, law: Law): readonly Stretch[] => kindIn(law, kind)?.flow ?? [];

/** Every procedure that the flow of the dossier's kind may run, in its order; by their latest run where one was begun. */
export function runsOf(dossier: Dossier, law: Law): readonly ProcedureId[] {
  const ids = [...new Set(stretchesOf(dossier, law).map((stretch) => stretch.run))];
  return ids.map((id) => latestRun(dossier.runs, id) ?? id);
}

/** The last run of a procedure in this dossier, or null while it has none. */
export const latestRun = (runs: Dossier['runs'], procedure: ProcedureId): ProcedureId | null =>
  Object.keys(runs).findLast((run) => procedureOfRun(run) === procedure) ?? null;

/** The route of this procedure, under way or settled by the facts before it begins. */
export function knownRoute(dossier: Dossier, run: ProcedureId, law: Law) {
  const started = dossier.runs[run];
  if (started) return routeOf(law, run, started.route);
  if (!hasProcedure(law, run)) return null;
  const choice = chooseRoute(run, dossier.facts, law);
  return 'route' in choice ? choice.route : null;
}

/**
 * Starts every limit that this event sets off, in the routes under way and in those that the facts have already settled: one
 * hand-over may start several clocks of steps that are not open yet. A way that the flow does not take has no limits.
 */
export function startClocks<D extends Dossier>(
  draft: Pen<D>,
  event: StartEvent,
  start: Since,
  law: Law,
  runs: readonly ProcedureId[] = runsOf(draft.now(), law),
): void {
  for (const run of runs.filter((each) => isTaken(draft.now(), each, law))) {
    const route = knownRoute(draft.now(), run, law);
    for (const step of route?.steps ?? []) startLimits(draft, step, run, event, start, law);
  }
}

/** Whether a run is under way, or will be as far as the facts say: of several branches only the one that applies. */
function isTaken(dossier: Dossier, run: ProcedureId, law: Law): boolean {
  const begun = dossier.runs[run];
  if (begun) return begun.finishedOn === null;
  const flow = stretchesOf(dossier, law);
  const applies = ({ when }: Stretch) => evaluate(when, dossier.facts).holds === 'yes';
  const rivals = ({ run: own, begins }: Stretch) =>
    flow.filter(
      (other) => other.when !== undefined && other.run !== own && other.begins.some((each) => begins.includes(each)),
    );
  return flow
    .filter((stretch) => stretch.run === run && applies(stretch))
    .some((stretch) => stretch.when === undefined || !rivals(stretch).some(applies));
}

/** Starts the limits of one step that this event sets off, and the term that must have run before it can end. */
export function startLimits<D extends Dossier>(
  draft: Pen<D>,
  step: Step,
  run: ProcedureId,
  event: StartEvent,
  start: Since,
  law: Law,
): void {
  if (isDone(draft.now(), run, step.id)) return;
  const holds = ({ from, when }: Limit) => from === event && evaluate(when, draft.now().facts).holds === 'yes';
  for (const limit of step.limits.filter(holds)) startLimit(draft, limit, { run, step: step.id }, start, law);
  if (step.earliest && holds(step.earliest)) startFloor(draft, step.earliest, { run, step: step.id }, start, law);
}

/** Whether a step has ended and nobody has to do it again: a limit that starts only now binds nobody. */
function isDone({ runs }: Dossier, run: ProcedureId, step: string): boolean {
  const begun = runs[run];
  return begun !== undefined && begun.step !== step && begun.acts.some((act) => act.step === step && act.standing);
}

type Place = { readonly run: ProcedureId; readonly step: string };

function startLimit<D extends Dossier>(draft: Pen<D>, limit: Limit, target: Place, start: Since, law: Law): void {
  const { title, clause, from } = limit;
  const term = limit.term.count === 'plan-date' ? planTerm(draft.now(), limit.term.roll) : limit.term;
  if (term === null) return; // a plan without a day, or none yet
  const id = clockIn(target.run, limit.id);
  // a step done again after a return wins no time, but what counts from a return counts from each
  const anew = from?.startsWith('returned/') ?? false;
  if (!anew && draft.now().clocks.some((clock) => clock.id === id)) return;
  startClock(draft, { id, title, clause, target, measure: null, event: from!, term }, start, law.calendar);
}

/** The day that the plan of this dossier sets itself, as a fixed term; null where it sets none. */
function planTerm(dossier: Dossier, roll: Roll): Extract<Term, { count: 'fixed' }> | null {
  if (!('plan' in dossier)) return null;
  const { plan } = dossier as { readonly plan: { readonly deadline: { readonly date: PlainDate | null } } | null }; // a problem's
  return plan?.deadline.date ? { count: 'fixed', date: plan.deadline.date, roll } : null;
}

/** What is made public anew runs its days anew: a floor of a round before is replaced. */
function startFloor<D extends Dossier>(draft: Pen<D>, limit: Limit, target: Place, start: Since, law: Law): void {
  const { title, clause, term, from } = limit;
  if (term.count === 'plan-date') return; // the checker refuses it: a floor counts from an event
  const id = clockIn(target.run, limit.id);
  startClock(draft, { id, title, clause, target, measure: null, event: from!, term, floor: true }, start, law.calendar);
}

/**
 * Limits that start only now because only now their route or their condition is known, each from the event that it counts from
 * and that has happened before. A run that came again counts from what began it and from its own steps alone.
 */
export function catchUp<D extends Dossier>(draft: Pen<D>, law: Law): void {
  dropStrayed(draft, law);
  for (const run of runsOf(draft.now(), law).filter((each) => isTaken(draft.now(), each, law))) {
    const past = pastEvents(draft.now(), run, law);
    for (const step of knownRoute(draft.now(), run, law)?.steps ?? []) {
      for (const [event, start] of past) if (event !== 'opening') startMissing(draft, step, run, event, start, law);
      const opened = draft.now().runs[run]?.step === step.id ? openedOn(draft.now(), run, step.id) : null;
      if (opened) startMissing(draft, step, run, 'opening', opened, law);
    }
  }
}

function startMissing<D extends Dossier>(
  draft: Pen<D>,
  { earliest, ...step }: Step,
  run: ProcedureId,
  event: StartEvent,
  start: Since,
  law: Law,
): void {
  const running = draft.now().clocks.map(({ id }) => id);
  const missing = (limit: Limit): boolean => !running.includes(clockIn(run, limit.id));
  const limits = step.limits.filter(missing);
  startLimits(
    draft,
    { ...step, limits, ...(earliest && missing(earliest) ? { earliest } : {}) },
    run,
    event,
    start,
    law,
  );
}

type Past = readonly (readonly [StartEvent, Since])[];

function pastEvents({ milestones, runs, kind }: Dossier, run: ProcedureId, law: Law): Past {
  const first = run === procedureOfRun(run);
  const begins = stretchesOf({ kind }, law).flatMap((stretch) =>
    stretch.run === procedureOfRun(run) ? stretch.begins : [],
  );
  const reached = Object.entries(milestones)
    .filter(([milestone]) => first || begins.includes(milestone))
    .map(([milestone, { day, instant }]) => [milestone, instant ?? day] as const);
  const ended = Object.values(runs)
    .filter(({ id }) => first || id === run)
    .flatMap((each) =>
      [...endedSteps(each)].map(([step, day]) => {
        const { within, beyond } = stepEvents(procedureOfRun(each.id), step);
        return [each.id === run ? within : beyond, day] as const;
      }),
    );
  return [...reached, ...ended];
}

/** Steps that have ended and stand, each with the last day that one of its answers bears. */
function endedSteps({ acts, step }: Run): ReadonlyMap<string, PlainDate> {
  const days = new Map<string, PlainDate>();
  for (const act of acts.filter(({ standing, step: of }) => standing && of !== step)) {
    const known = days.get(act.step);
    if (known === undefined || act.day > known) days.set(act.step, act.day);
  }
  return days;
}

const openedOn = ({ tasks }: Dossier, run: ProcedureId, step: string): PlainDate | null =>
  tasks.find((task) => task.run === run && task.step === step && task.question === undefined)?.openedOn ?? null;

/** A limit of a way that the facts, corrected, do not take binds nobody any more. */
function dropStrayed<D extends Dossier>(draft: Pen<D>, law: Law): void {
  for (const { id, clause, target, metOn } of draft.now().clocks) {
    if (target === null || metOn !== null || draft.now().runs[target.run]) continue;
    const route = isTaken(draft.now(), target.run, law) ? knownRoute(draft.now(), target.run, law) : null;
    const steps = route?.steps.filter((step) => step.id === target.step) ?? [];
    const known = steps.some(({ limits, earliest }) =>
      [...limits, ...(earliest ? [earliest] : [])].some((limit) => clockIn(target.run, limit.id) === id),
    );
    if (!known) draft.add({ type: 'ClockDropped', clock: id, clause, reason: '事实更正后不走这一路径' });
  }
}
