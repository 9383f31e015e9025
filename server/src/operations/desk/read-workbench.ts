import { readerTokens, unitName, unitsInRole, type Actor } from '@bihuan/core/access';
import type { ProcedureEvent } from '@bihuan/core/procedure';
import { daysBetween, plainDate } from '@bihuan/core/time';
import { officeMoment } from '../../clock.ts';
import type { Services } from '../../services.ts';
import {
  countOthers,
  COUNTED,
  countOwed,
  countTasks,
  listTasks,
  type AfterTask,
  type Seats,
  type TaskKind,
} from '../../store/dossiers/tasks.ts';
import { bodyOf, lastReturns } from '../../store/dossiers/events.ts';
import { noteSeen, seenOf } from '../../store/dossiers/task-seen.ts';
import { cursorOf, isDay, isId, placeAfter } from '../dossiers/cursor.ts';
import { lightDays, lightOf } from '../dossiers/lights.ts';
import { seatsReading } from '../dossiers/reading.ts';
import { notificationsRead } from '../notifications/read-notifications.ts';
import { errandsOf, readVacancies, type Owed } from './errands.ts';

/** The to-do of a question that waits for a ruling, by its id. */
const QUESTION = /^question\//;

/** What is mine, how long I have: figures and the first page of to-dos, what hurts first. */
export async function readWorkbench(services: Services, by: Actor) {
  const { db, region, today } = services;
  const seats = seatsOf(services, by);
  const [counts, others, { errands, ...page }] = await Promise.all([
    countTasks(db, region, seats, lightDays(officeMoment(services), services.law().calendar)),
    countOthers(db, region, seats, `${today().slice(0, 7)}-01`),
    readTasks(services, by, {}),
  ]);
  const { unread, closed } = others;
  return {
    wide: seats.coordinates,
    counts: {
      ...counts,
      todo: Math.min(counts.todo + errands.length, COUNTED),
      unread,
      closedThisMonth: closed,
      owed: errands.find(({ what }) => what === 'copies')?.count ?? 0,
    },
    errands,
    ...page,
  };
}

type TasksAsked = {
  readonly kind?: TaskKind | 'vacant';
  /** Of which vacant post: its unit and itself. */
  readonly unit?: string;
  readonly post?: string;
  readonly after?: string;
  readonly size?: number;
};

/** One page of to-dos of a kind; `vacant`: of a post that nobody holds, for whoever has it among what is to be seen to. */
export async function readTasks(services: Services, by: Actor, query: TasksAsked) {
  const { db, region, today, law } = services;
  const { units, calendar } = law();
  const size = query.size ?? 50;
  const after = taskPlace(query.after);
  const isVacant = query.kind === 'vacant';
  const kind = query.kind === undefined || query.kind === 'vacant' ? 'todo' : query.kind;
  const seats = isVacant ? await vacantSeat(services, by, query) : seatsOf(services, by);
  const [rows, errands] = await Promise.all([
    listTasks(db, region, seats, kind, lightDays(officeMoment(services), calendar), { after, size }),
    !isVacant && kind === 'todo' && after === null ? errandsOf(services, by, await owedBy(services, seats)) : [],
  ]);
  const page = rows.slice(0, size);
  const last = page.at(-1);
  const seen = await seenOf(db, region, by.id, [...new Set(page.map((row) => row.dossier))]);
  const back = await returnsOf(services, page);
  const tasks = page.map((row) => ({
    returned: back(row),
    dossier: row.dossier,
    kind: row.kind,
    number: row.number,
    subject: row.subject,
    task: row.id,
    what: row.do_kind,
    question: QUESTION.test(row.id),
    // where no limit runs, how long it has waited says what hurts
    waited: row.due === null && !row.paused ? daysBetween(plainDate(row.opened_on), today()) : null,
    title: { zh: row.title_zh, ...(row.title_en ? { en: row.title_en } : {}) },
    clause: row.clause,
    unit: row.unit,
    unitName: row.unit ? unitName(units, row.unit, today()) : null,
    post: row.post,
    part: row.part as 'decide' | 'co-sign', // as `taskRows` wrote it
    external: row.external,
    openedOn: row.opened_on,
    urgedOn: row.urged_on,
    fresh: !seen.has(`${row.dossier} ${row.id}`),
    light: lightOf(
      {
        due: row.due === null ? null : plainDate(row.due),
        dueAt: row.due_at,
        provisional: row.provisional,
        paused: row.paused,
        title: row.title_zh,
      },
      officeMoment(services),
      calendar,
    ),
  }));
  return {
    errands,
    tasks,
    next: rows.length > size && last ? cursorOf([last.due, last.opened_on, last.dossier, last.id]) : null,
  };
}

type Row = { readonly dossier: string; readonly id: string };

/** Of lines in a round that a return opened: by whom it was sent back, when and why. */
async function returnsOf({ db, region }: Services, page: readonly Row[]) {
  const again = page.filter(({ id }) => roundOf(id) > 1);
  const links = await lastReturns(db, region, [...new Set(again.map(({ dossier }) => dossier))]);
  const last = new Map(links.map(({ dossier, body }) => [dossier, bodyOf<Returned>(body)]));
  return ({ dossier, id }: Row) => {
    const event = last.get(dossier);
    // those who decide together and did not agree are in a new round as well, and nothing was sent back
    if (!event || !id.startsWith(`${event.run}/`) || roundOf(id) !== event.round) return null;
    return { round: event.round, unitName: event.unitName, by: event.by.name, on: event.on, reason: event.reason };
  };
}

type Returned = Extract<ProcedureEvent, { type: 'StepReturned' }>;

/** `plan/review/2/0`: run, step, round, seat; what is no step has no round. */
const roundOf = (task: string): number => Number(task.split('/')[2] ?? 0) || 0;

/** A post that nobody holds, as if somebody sat in it, for whoever has it among what is to be seen to; no seat for anybody else. */
async function vacantSeat(services: Services, actor: Actor, { unit, post }: TasksAsked): Promise<Seats> {
  const vacant = (await readVacancies(services, { actor, administrator: false })).filter(
    (seat) => seat.unit !== null && seat.unit === unit && seat.post === post,
  );
  return {
    units: vacant.map((seat) => seat.unit!), // those without a unit are left out above
    posts: vacant.map((seat) => seat.post!), // as above: whoever asks names both
    recorder: false,
    coordinates: false,
    reads: seatsReading(services, actor),
  };
}

/** Copies that whoever records for units outside still has to send. */
const owedBy = async ({ db, region }: Services, seats: Seats): Promise<Owed> =>
  seats.recorder ? countOwed(db, region, seats) : { count: 0, since: null };

/** A person opened a dossier: what is to do in it is new to that person no longer, and what was told of it is read. */
export async function noteOpened(services: Services, dossier: string, by: Actor): Promise<void> {
  await noteSeen(services.db, services.region, dossier, by.id);
  await notificationsRead(services, by, dossier);
}

/** Where this person sits; who records for units outside has their tasks too. */
export function seatsOf({ law, today }: Services, by: Actor): Seats {
  const { policy, units } = law();
  const recorders = new Set(unitsInRole(units, policy.recorder.role, today()).map((unit) => unit.id));
  const recorder = by.postings.some((held) => recorders.has(held.unit) && held.post === policy.recorder.post);
  // a step that any post of the unit may take stands on the desk of every one
  const anyPost = [...new Set(by.postings.map(({ unit }) => unit))].map((unit) => ({ unit, post: '*' }));
  const seats = [...by.postings, ...anyPost];
  return {
    units: seats.map(({ unit }) => unit),
    posts: seats.map(({ post }) => post),
    recorder,
    coordinates: by.postings.some((held) => recorders.has(held.unit)),
    reads: readerTokens(by, law(), today()),
  };
}

const taskPlace = (text: string | undefined): AfterTask | null =>
  placeAfter(text, (due, openedOn, dossier, id) => {
    const isPlace = (due === null || isDay(due)) && isDay(openedOn) && isId(dossier) && typeof id === 'string';
    return isPlace ? { due, openedOn, dossier, id } : null;
  });
