import { unitName, type Actor } from '@bihuan/core/access';
import { listedMeasures } from '@bihuan/core/intake';
import {
  beforeHandOver,
  completionApart,
  laterThanListed,
  offers,
  provedBy,
  staleApprovals,
  strangeCompletion,
  usualParts,
  type Problem,
  type ProblemEvent,
} from '@bihuan/core/problem';
import { kindIn, standingEvents, type Law } from '@bihuan/core/procedure';
import { asidesOf } from '../people/asides.ts';
import type { Services } from '../../services.ts';
import { findDossiers } from '../../store/dossiers/dossiers.ts';
import { bodyOf, eventsOf } from '../../store/dossiers/events.ts';
import { sharedEvidence } from '../../store/files.ts';
import { problemsById } from '../../store/problems.ts';
import { officeMoment } from '../../clock.ts';
import { kindView } from '../cases/kinds.ts';
import { clockViews } from '../dossiers/clock-view.ts';
import { lightOf } from '../dossiers/lights.ts';
import { lastActOf } from '../dossiers/last-act.ts';
import { viewOf } from './list-problems.ts';
import { problemSubject } from './problem-subject.ts';
import { questionViews } from '../questions/view.ts';
import { seatsReading, shownTo } from '../dossiers/reading.ts';
import { runView } from '../dossiers/run-view.ts';
import { staffed } from '../dossiers/staffed.ts';
import { returnedViews } from '../dossiers/returned-view.ts';
import { staleView } from '../dossiers/stale-view.ts';
import { problemTexts } from './problem-texts.ts';

/** A dossier as its page shows it to this person, or null when there is none. */
export async function readDossier(services: Services, id: string, by: Actor) {
  const { db, region, today } = services;
  const standing = (await findDossiers<Problem>(db, region, 'problem', [id])).get(id);
  if (!standing) return null;
  const { state: problem, version } = standing;
  const law = services.law(problem.policy);
  const [[row], links, shared] = await Promise.all([
    problemsById(db, region, [id]),
    eventsOf(db, region, id),
    sharedEvidence(db, region, id, seatsReading(services, by)),
  ]);
  const kind = kindIn(law, problem.kind);
  if (!row || !kind) return null;
  const last = await lastActOf(problemSubject, services, { id, state: problem, log: links }, by);
  const events = standingEvents(links.map((link) => bodyOf<ProblemEvent>(link.body)));
  const asides = await asidesOf(services, events);
  const stale = staleApprovals(problem, law);
  const changed = stale.map((approval) => approval.task);
  const { policy, basics, facts, sources, parts, contested, plan, planInForce, copies, tasks } = problem;
  return {
    row: viewOf(services, row),
    version,
    policy,
    kind: kindView(kind, law, by, today()),
    milestones: problem.milestones,
    basics,
    facts,
    sources,
    links: await shownTo(services, by, problem.links ?? []),
    ...doublesOf(problem),
    parts,
    usualParts: usualParts({ problem, law, on: today() }),
    contested: contested && { reason: contested.reason, becauseOf: contested.becauseOf, on: contested.on },
    plan: plan && { ...plan, inForce: planInForce, later: laterThanListed(problem) },
    measures: measuresOf(problem, events, services, law),
    listedMeasures: plan
      ? []
      : listedMeasures(basics.description).map(({ text, deadline }) => ({ text, date: deadline?.date ?? null })),
    evidence: evidenceOf(problem, events, law, shared),
    copies,
    runs: Object.values(problem.runs).map((run) => runView(run, law, events, { stale: changed, asides })),
    tasks: await staffed(services, tasks),
    clocks: clockViews(problem, events, services),
    questions: questionViews(problem, law),
    objections: problem.objections,
    returned: returnedViews(problem.runs, events, law, problemTexts),
    stale: staleView(stale, events),
    offers: offers(problem, { by, ...officeMoment(services), last }, law),
  };
}

/** Where it was merged to, what was merged into it, and what it was told apart from. */
function doublesOf({ merged, absorbed = [], apart = [] }: Problem) {
  return {
    merged: merged ? { into: merged.into, on: merged.on, reason: merged.reason } : null,
    absorbed: absorbed.map(({ evidence, ...double }) => ({
      ...double,
      evidence: evidence.map(({ file, name, kind }) => ({ file, name, kind })),
    })),
    apart,
  };
}

function measuresOf(problem: Problem, events: readonly ProblemEvent[], services: Services, own: Law) {
  const { today, law } = services;
  const { measures, clocks } = problem;
  const claimed = new Map(
    events.flatMap((event) => (event.type === 'MeasureCompleted' ? [[event.measure, event.claimedOn] as const] : [])),
  );
  const { calendar } = law();
  return measures.map((measure) => {
    const clock = clocks.find((running) => running.measure === measure.id && running.metOn === null);
    return {
      ...measure,
      strange: strangeCompletion(measure, problem, claimed.get(measure.id) ?? null),
      apart: completionApart(measure),
      unitName: measure.unit ? unitName(own.units, measure.unit, today()) : null,
      light: lightOf(
        clock
          ? { due: clock.due, dueAt: clock.dueAt, provisional: clock.provisional, paused: false, title: clock.title.zh }
          : null,
        officeMoment(services),
        calendar,
      ),
    };
  });
}

function evidenceOf(problem: Problem, events: readonly ProblemEvent[], law: Law, shared: ReadonlySet<string>) {
  const added = new Map(
    events.flatMap((event) => (event.type === 'EvidenceAdded' ? [[event.evidence.id, event] as const] : [])),
  );
  return problem.evidence.map((held) => ({
    ...held,
    proves: problem.measures.filter(({ id }) => provedBy(held).includes(id)).map(({ text }) => text),
    kindLabel: law.policy.evidenceKinds.find((kind) => kind.id === held.kind)?.label ?? { zh: held.kind },
    addedOn: added.get(held.id)!.on,
    addedBy: `${added.get(held.id)!.by.unitName} ${added.get(held.id)!.by.name}`,
    flags: [
      ...(beforeHandOver(held, problem, law) ? (['before-hand-over'] as const) : []),
      ...(shared.has(held.digest) ? (['same-file-elsewhere'] as const) : []),
      // before and after, or two measures, proved by one picture
      ...(problem.evidence.some((other) => other.id !== held.id && other.digest === held.digest)
        ? (['same-file-here'] as const)
        : []),
    ],
  }));
}
