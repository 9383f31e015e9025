import { mayRead, type Actor } from '@bihuan/core/access';
import { beforeOpening, caseOffers, staleCaseApprovals, type Case, type CaseEvent } from '@bihuan/core/case';
import { kindIn, standingEvents, type Law } from '@bihuan/core/procedure';
import { asidesOf } from '../people/asides.ts';
import type { Services } from '../../services.ts';
import { casesById } from '../../store/cases.ts';
import { findDossiers } from '../../store/dossiers/dossiers.ts';
import { bodyOf, eventsOf } from '../../store/dossiers/events.ts';
import { sharedEvidence } from '../../store/files.ts';
import { officeMoment } from '../../clock.ts';
import { clockViews } from '../dossiers/clock-view.ts';
import { questionViews } from '../questions/view.ts';
import { seatsReading, shownTo } from '../dossiers/reading.ts';
import { runView } from '../dossiers/run-view.ts';
import { staffed } from '../dossiers/staffed.ts';
import { returnedViews } from '../dossiers/returned-view.ts';
import { staleView } from '../dossiers/stale-view.ts';
import { caseTexts } from './case-texts.ts';
import { lastActOf } from '../dossiers/last-act.ts';
import { caseSubject } from './subject.ts';
import { figureViews } from './figures.ts';
import { kindView } from './kinds.ts';
import { apartView } from './personal.ts';
import { lineOf } from './shown.ts';

/** A dossier of the plan's own kinds as its page shows it to this person; null when there is none that is his to read. */
export async function readCase(services: Services, id: string, by: Actor) {
  const { db, region, today } = services;
  const standing = (await findDossiers<Case>(db, region, 'case', [id])).get(id);
  if (!standing) return null;
  const { state, version } = standing;
  const law = services.law(state.policy);
  const kind = kindIn(law, state.kind);
  if (!kind || !mayRead(state, by, law, today())) return null;
  const [[row], links, shared, apart, figures] = await Promise.all([
    casesById(db, region, [id]),
    eventsOf(db, region, id),
    sharedEvidence(db, region, id, seatsReading(services, by)),
    apartView(services, id, state, kind, by, law),
    figureViews(services, state, kind, law),
  ]);
  if (!row) return null;
  const last = await lastActOf(caseSubject, services, { id, state, log: links }, by);
  const events = standingEvents(links.map((link) => bodyOf<CaseEvent>(link.body)));
  const asides = await asidesOf(services, events);
  const stale = staleCaseApprovals(state, law);
  const changed = stale.map(({ task }) => task);
  const { policy, values, facts, from, parts, owed, nil, copies, runs, tasks, objections, milestones, frozen } = state;
  return shownTo(services, by, {
    row: lineOf(services, row),
    version,
    policy,
    kind: kindView(kind, law, by, today()),
    values,
    apart,
    facts,
    from,
    parts,
    links: state.links,
    figures,
    prefilled: { fields: state.prefilled ?? [], from: state.prefilled ? (state.links[0] ?? null) : null },
    owed,
    nil,
    evidence: evidenceOf(state, events, law, shared),
    copies,
    runs: Object.values(runs).map((run) => runView(run, law, events, { stale: changed, asides })),
    tasks: await staffed(services, tasks),
    clocks: clockViews(state, events, services),
    questions: questionViews(state, law),
    objections,
    milestones,
    frozen,
    ...doublesOf(state),
    returned: returnedViews(runs, events, law, (log) => caseTexts(log, kind)),
    stale: staleView(stale, events),
    offers: caseOffers(state, { by, ...officeMoment(services), last }, law),
  });
}

/** Where it was merged to, what was merged into it, and what it was told apart from. */
const doublesOf = ({ merged, absorbed = [], unlike = [] }: Case) => ({
  merged: merged ? { into: merged.into, on: merged.on, reason: merged.reason } : null,
  absorbed: absorbed.map(({ dossier, number, title, on }) => ({ dossier, number, title, on })),
  unlike,
});

function evidenceOf(state: Case, events: readonly CaseEvent[], law: Law, shared: ReadonlySet<string>) {
  const added = new Map(
    events.flatMap((event) => (event.type === 'CaseEvidenceAdded' ? [[event.evidence.id, event] as const] : [])),
  );
  return state.evidence.map((held) => ({
    ...held,
    kindLabel: law.policy.evidenceKinds.find((kind) => kind.id === held.kind)?.label ?? { zh: held.kind },
    addedOn: added.get(held.id)!.on,
    addedBy: `${added.get(held.id)!.by.unitName} ${added.get(held.id)!.by.name}`,
    flags: [
      ...(beforeOpening(held, state, law) ? (['before-opening'] as const) : []),
      ...(shared.has(held.digest) ? (['same-file-elsewhere'] as const) : []),
      ...(state.evidence.some((other) => other.id !== held.id && other.digest === held.digest)
        ? (['same-file-here'] as const)
        : []),
    ],
  }));
}
