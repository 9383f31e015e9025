import { unitName, type Actor } from '@bihuan/core/access';
import { offers, staleApprovals, usualParts, type Problem, type ProblemEvent } from '@bihuan/core/problem';
import type { Clock, Law } from '@bihuan/core/procedure';
import { termText, whyText, type CountedDay, type Term } from '@bihuan/core/time';
import type { Services } from '../services.ts';
import { findDossier } from '../store/dossiers.ts';
import { bodyOf, eventsOf } from '../store/events.ts';
import { sharedEvidence } from '../store/files.ts';
import { problemsById } from '../store/problems.ts';
import { lightOf } from './lights.ts';
import { viewOf } from './list-problems.ts';
import { runView } from './run-view.ts';

/** A dossier as its page shows it to this person, or null when there is none. */
export async function readDossier(services: Services, id: string, by: Actor) {
  const { db, region, today } = services;
  const standing = await findDossier<Problem>(db, region, id);
  if (!standing || standing.state.stage === undefined || !('basics' in standing.state)) return null;
  const { state: problem, version } = standing;
  const law = services.law(problem.policy);
  const [[row], links, shared] = await Promise.all([
    problemsById(db, region, [id]),
    eventsOf(db, region, id),
    sharedEvidence(db, region, id),
  ]);
  if (!row) return null;
  const events = links.map((link) => bodyOf<ProblemEvent>(link.body));
  const stale = staleApprovals(problem, law);
  const changed = stale.map((approval) => approval.task);
  const { policy, basics, facts, sources, parts, contested, plan, planInForce, copies, tasks } = problem;
  return {
    row: viewOf(services, row),
    version,
    policy,
    basics,
    facts,
    sources,
    parts,
    usualParts: usualParts({ problem, law, on: today() }),
    contested: contested && { reason: contested.reason, becauseOf: contested.becauseOf, on: contested.on },
    plan: plan && { ...plan, inForce: planInForce },
    measures: measuresOf(problem, services, law),
    evidence: evidenceOf(problem, events, law, shared),
    copies,
    runs: Object.values(problem.runs).map((run) => runView(run, law, events, changed)),
    tasks,
    clocks: clocksOf(problem, events, services),
    stale,
    offers: offers(problem, { by, on: today() }, law),
  };
}

function measuresOf({ measures, clocks }: Problem, { today, law }: Services, own: Law) {
  const { calendar } = law();
  return measures.map((measure) => {
    const clock = clocks.find((running) => running.measure === measure.id && running.metOn === null);
    return {
      ...measure,
      unitName: measure.unit ? unitName(own.units, measure.unit, today()) : null,
      light: lightOf(
        clock ? { due: clock.due, provisional: clock.provisional, title: clock.title.zh } : null,
        today(),
        calendar,
      ),
    };
  });
}

function evidenceOf(
  { evidence, handedOverOn }: Problem,
  events: readonly ProblemEvent[],
  law: Law,
  shared: ReadonlySet<string>,
) {
  const added = new Map(
    events.flatMap((event) => (event.type === 'EvidenceAdded' ? [[event.evidence.id, event] as const] : [])),
  );
  return evidence.map((held) => ({
    ...held,
    kindLabel: law.policy.evidenceKinds.find((kind) => kind.id === held.kind)?.label ?? { zh: held.kind },
    addedOn: added.get(held.id)!.on,
    addedBy: `${added.get(held.id)!.by.unitName} ${added.get(held.id)!.by.name}`,
    flags: [
      ...(held.takenOn && handedOverOn && held.takenOn < handedOverOn && held.kind !== 'before-photo'
        ? (['before-hand-over'] as const)
        : []),
      ...(shared.has(held.digest) ? (['same-file-elsewhere'] as const) : []),
    ],
  }));
}

/** Clocks with the arithmetic that stands in the log: a met clock explains itself by the calendar of its day. */
function clocksOf(problem: Problem, events: readonly ProblemEvent[], services: Services) {
  return problem.clocks.map((clock) => {
    const own = events.filter((event) => 'clock' in event && event.clock === clock.id);
    const days =
      own
        .flatMap((event) => (event.type === 'ClockStarted' || event.type === 'ClockMoved' ? [event.days] : []))
        .at(-1) ?? [];
    const moves = own.flatMap((event) =>
      event.type === 'ClockMoved' ? [{ on: event.on, was: event.was, due: event.due, reason: event.reason }] : [],
    );
    return clockView(clock, days, moves, services);
  });
}

/** A clock that a new notice moved. */
type Move = Pick<Extract<ProblemEvent, { type: 'ClockMoved' }>, 'on' | 'was' | 'due' | 'reason'>;

function clockView(clock: Clock, days: readonly CountedDay[], moves: readonly Move[], { today, law }: Services) {
  const { id, title, clause, event, start, metOn, calendar } = clock;
  const term = clock.term as Term; // a running clock never has the plan's date as its term: that runs as a fixed day
  const running = metOn === null ? { due: clock.due, provisional: clock.provisional, title: title.zh } : null;
  return {
    id,
    title,
    clause,
    event,
    start,
    metOn,
    calendar,
    moves,
    term: { zh: termText(term, 'zh'), en: termText(term, 'en') },
    light: { ...lightOf(running, today(), law().calendar), due: clock.due, provisional: clock.provisional },
    late: metOn !== null && metOn > clock.due,
    days: days.map(({ date, counted, why }) => ({
      date,
      counted,
      working: ['working', 'make-up', 'local-working'].includes(why.kind),
      why: { zh: whyText(why, 'zh'), en: whyText(why, 'en') },
    })),
  };
}
