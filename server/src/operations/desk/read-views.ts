import type { Actor } from '@bihuan/core/access';
import { kindIn, kindOn } from '@bihuan/core/procedure';
import { daysBetween, plainDate } from '@bihuan/core/time';
import { officeMoment } from '../../clock.ts';
import { asidesOf } from '../people/asides.ts';
import type { Services } from '../../services.ts';
import { eventsAt } from '../../store/dossiers/events.ts';
import {
  listDone,
  listOpen,
  type AfterDone,
  type AfterOpen,
  type DoneRow,
  type ViewedRow,
} from '../../store/dossiers/views.ts';
import { cursorOf, isDay, isId, isInstant, placeAfter } from '../dossiers/cursor.ts';
import { lightOf } from '../dossiers/lights.ts';
import { entryOf, saidIn } from '../dossiers/read-timeline.ts';
import { seatsReading, shownTo } from '../dossiers/reading.ts';
import { stageTitle } from '../dossiers/stage-title.ts';

/** 在办: what my units hold. 我参与的: where we have a part and others hold it. 已办: what I acted on, the latest first. */
type View = 'held' | 'part' | 'done';

/** One page of a view of the desk. */
export async function readView(
  services: Services,
  by: Actor,
  { view, after, size = 50 }: { readonly view: View; readonly after?: string; readonly size?: number },
) {
  const { db, region } = services;
  const viewer = {
    person: by.id,
    units: [...new Set(by.postings.map(({ unit }) => unit))],
    reads: seatsReading(services, by),
  };
  if (view === 'done') {
    const rows = await listDone(db, region, viewer, { after: donePlace(after), size: size + 1 });
    const page = rows.slice(0, size);
    const last = page.at(-1);
    const next = rows.length > size && last ? cursorOf([last.at.toISOString(), last.id]) : null;
    return { dossiers: await withActs(services, by, page), next };
  }
  const rows = await listOpen(db, region, view, viewer, { after: openPlace(after), size: size + 1 });
  const last = rows.slice(0, size).at(-1);
  return {
    dossiers: rows
      .slice(0, size)
      .map((row) => ({ ...viewOf(services, row), did: null, waited: waitedOf(services, row) })),
    next: rows.length > size && last ? cursorOf([last.due, last.since, last.id]) : null,
  };
}

/** What the person did there last, as the timeline says it. */
async function withActs(services: Services, by: Actor, rows: readonly DoneRow[]) {
  const events = await eventsAt(
    services.db,
    services.region,
    rows.map(({ id, version }) => ({ dossier: id, version })),
  );
  const asides = await asidesOf(services, events.map(saidIn));
  const entries = new Map(events.map((event) => [event.dossier, entryOf(event, asides)]));
  // one look for all rows at what their acts speak of
  const dids = await shownTo(
    services,
    by,
    rows.map((row) => ({ did: entries.get(row.id) ?? null })),
  );
  return rows.map((row, at) => ({ ...viewOf(services, row), did: dids[at]!.did, waited: null }));
}

function viewOf(services: Services, row: ViewedRow) {
  const present = services.law();
  const kind = row.kind === 'problem' || row.kind === 'edition' ? kindOn(present, row.kind) : kindIn(present, row.kind);
  const { due, due_at: dueAt, provisional, paused } = row;
  return {
    dossier: row.id,
    kind: kind?.id ?? row.kind,
    number: row.number,
    subject: row.subject,
    stageTitle: stageTitle(kind, row.stage),
    step: row.step_zh === null ? null : { zh: row.step_zh, ...(row.step_en ? { en: row.step_en } : {}) },
    holderName: row.holder_name,
    since: row.since,
    closedOn: row.closed_on,
    light: lightOf(
      row.closed_on === null
        ? { due: due === null ? null : plainDate(due), dueAt, provisional, paused, title: null }
        : null,
      officeMoment(services),
      present.calendar,
    ),
  };
}

/** Where no limit runs, how long it has been here says what hurts. */
const waitedOf = ({ today }: Services, { due, paused, since }: ViewedRow): number | null =>
  due === null && !paused ? daysBetween(plainDate(since), today()) : null;

const openPlace = (text: string | undefined): AfterOpen | null =>
  placeAfter(text, (due, since, id) =>
    (due === null || isDay(due)) && isDay(since) && isId(id) ? { due, since, id } : null,
  );

const donePlace = (text: string | undefined): AfterDone | null =>
  placeAfter(text, (at, id) => (isInstant(at) && isId(id) ? { at, id } : null));
