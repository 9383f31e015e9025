import { readerTokens, unitName, unitsInRole, type Actor } from '@bihuan/core/access';
import { daysBetween, plainDate } from '@bihuan/core/time';
import type { Services } from '../../services.ts';
import {
  countOthers,
  countTasks,
  listTasks,
  owedCopies,
  type AfterTask,
  type Seats,
  type TaskKind,
} from '../../store/dossiers/tasks.ts';
import { noteSeen, seenOf } from '../../store/dossiers/task-seen.ts';
import { cursorOf, isDay, isId, readCursor } from '../dossiers/cursor.ts';
import { lightDays, lightOf } from '../dossiers/lights.ts';

/** The to-do of a question that waits for a ruling, by its id. */
const QUESTION = /^question\//;

/** Up to how many copies still to be sent are counted. */
const COPIES = 200;

/** What is mine, how long I have: figures and the first page of to-dos, what hurts first. */
export async function readWorkbench(services: Services, by: Actor) {
  const { db, region, today } = services;
  const seats = seatsOf(services, by);
  const days = lightDays(today(), services.law().calendar);
  const [counts, others, page, owed] = await Promise.all([
    countTasks(db, region, seats, days),
    countOthers(db, region, seats, days, `${today().slice(0, 7)}-01`),
    readTasks(services, by, {}),
    seats.recorder ? owedCopies(db, region, seats, { after: null, size: COPIES }) : [],
  ]);
  const { unread, closed, watching } = others;
  return {
    counts: {
      ...counts,
      unread,
      watching,
      closedThisMonth: closed,
      owed: owed.length,
    },
    ...page,
  };
}

/** One page of to-dos of a kind. */
export async function readTasks(
  services: Services,
  by: Actor,
  query: { readonly kind?: TaskKind; readonly after?: string; readonly size?: number },
) {
  const { db, region, today, law } = services;
  const { units, calendar } = law();
  const size = query.size ?? 50;
  const after = taskPlace(query.after);
  const rows = await listTasks(db, region, seatsOf(services, by), query.kind ?? 'todo', lightDays(today(), calendar), {
    after,
    size,
  });
  const page = rows.slice(0, size);
  const last = page.at(-1);
  const seen = await seenOf(db, region, by.id, [...new Set(page.map((row) => row.dossier))]);
  const tasks = page.map((row) => ({
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
        provisional: row.provisional,
        paused: row.paused,
        title: row.title_zh,
      },
      today(),
      calendar,
    ),
  }));
  return {
    tasks,
    next: rows.length > size && last ? cursorOf([last.due, last.dossier, last.id]) : null,
  };
}

/** A person opened a dossier: what is to do in it is new to that person no longer. */
export async function noteOpened({ db, region }: Services, dossier: string, by: Actor): Promise<void> {
  await noteSeen(db, region, dossier, by.id);
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

/** A cursor that is not ours starts from the top. */
function taskPlace(text: string | undefined): AfterTask | null {
  const [due, dossier, id] = readCursor(text) ?? [];
  return (due === null || isDay(due)) && isId(dossier) && typeof id === 'string' ? { due, dossier, id } : null;
}
