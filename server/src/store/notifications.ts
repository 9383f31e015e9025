import { sql } from 'kysely';
import { planEachTime } from './database/connection.ts';
import type { Executor, ToldRow } from './dossiers/dossiers.ts';
import { runOut, type Now } from './dossiers/listing.ts';
import { begun } from './dossiers/tasks.ts';
import { tellPeople, toldTable } from './dossiers/telling.ts';
import { readableAt, type ViewedRow } from './dossiers/views.ts';

/** Who asks: what they may no longer read, they are told of no longer. */
export type Asker = { readonly person: string; readonly reads: readonly string[]; readonly since: string };

/** Everything that a person was told of one dossier, folded. */
export type FoldedRow = Pick<ViewedRow, 'id' | 'kind' | 'number' | 'subject'> & {
  readonly at: Date;
  readonly unread: number;
  readonly count: number;
};

/** One thing that was told. */
export type NotificationRow = {
  readonly dossier: string;
  readonly id: string;
  readonly occasion: string;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly version: number | null;
  readonly at: Date;
  readonly read_at: Date | null;
};

/** Where a page ended. */
export type AfterFolded = { readonly at: string; readonly id: string };

const EACH_TIME = sql.raw(planEachTime);

/** Dossiers that the person was told of since an instant, what was told last first; `size` at most. */
export async function foldedNotifications(
  db: Executor,
  region: string,
  { person, reads, since }: Asker,
  { after, size }: { readonly after: AfterFolded | null; readonly size: number },
): Promise<FoldedRow[]> {
  const rest = after === null ? sql`true` : sql`(w.at, w.dossier) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  const { rows } = await sql<FoldedRow>`
    select found.id, found.kind, found.number, found.subject, w.at, w.unread, w.count from (
      select region, dossier, max(at) at, count(*) filter (where read_at is null)::int unread, count(*)::int count from notification
      where region = ${region} and person = ${person}::uuid and at >= ${since}::timestamptz group by region, dossier) w
    cross join lateral (${readableAt(reads)}) found
    where ${rest} order by w.at desc, w.dossier desc limit ${size} ${EACH_TIME}`.execute(db);
  return rows;
}

/** What was told of these dossiers, the latest first, so many of each at most. */
export async function notificationsOf(
  db: Executor,
  region: string,
  { person, since }: Asker,
  dossiers: readonly string[],
  most: number,
): Promise<NotificationRow[]> {
  const { rows } = await sql<NotificationRow>`
    select told.* from unnest(${dossiers}::uuid[]) as d(id) cross join lateral (
      select dossier, id, occasion, title_zh, title_en, version, at, read_at from notification
      where region = ${region} and person = ${person}::uuid and dossier = d.id and at >= ${since}::timestamptz
      order by at desc, id limit ${most}) told`.execute(db);
  return rows;
}

/** How many dossiers have something that the person has not read. */
export async function countUnread(db: Executor, region: string, { person, reads, since }: Asker): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::int unread from (
      select distinct region, dossier from notification
      where region = ${region} and person = ${person}::uuid and read_at is null and at >= ${since}::timestamptz) w
    cross join lateral (${readableAt(reads)}) found`.execute(db);
  return rows[0]!.unread;
}

/** The person has read what was told of one dossier, or of all, up to an instant. */
export async function markRead(
  db: Executor,
  region: string,
  {
    person,
    dossier,
    upTo,
    at,
  }: { readonly person: string; readonly dossier: string | null; readonly upTo: string; readonly at: string },
): Promise<void> {
  const which = dossier === null ? sql`true` : sql`dossier = ${dossier}::uuid`;
  await sql`update notification set read_at = ${at}::timestamptz
    where region = ${region} and person = ${person}::uuid and read_at is null and at <= ${upTo}::timestamptz and ${which}`.execute(
    db,
  );
}

/** A line that falls due in a span of days and of which the day has not told this yet. */
export type UntoldLine = {
  readonly dossier: string;
  readonly id: string;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly unit: string | null;
  readonly post: string;
  readonly external: boolean;
  readonly due: string;
};

/** Which lines are asked for: due in this span, over or still running, and not told of yet for this reason. */
type Told = {
  readonly occasion: string;
  readonly from: string | null;
  readonly to: string;
  readonly over: boolean;
};

/** Lines due in the span that nobody was told of for this reason, the nearest first; `size` at most. */
export async function untoldLines(
  db: Executor,
  region: string,
  { occasion, from, to, over }: Told,
  now: Now,
  size: number,
): Promise<UntoldLine[]> {
  const { rows } = await sql<UntoldLine>`
    select t.dossier, t.id, t.title_zh, t.title_en, t.unit, t.post, t.external, t.due from task t
    where t.region = ${region} and coalesce(t.due, 'infinity') <= ${to}::date and coalesce(t.due, 'infinity') >= ${from ?? '-infinity'}::date
      and ${over ? runOut(now) : sql`not ${runOut(now)}`}
      and not exists (select from day_told d where d.region = t.region and d.dossier = t.dossier and d.task = t.id
        and d.occasion = ${occasion} and d.due = t.due)
    order by coalesce(t.due, 'infinity'), t.opened_on, t.dossier, t.id limit ${size} ${EACH_TIME}`.execute(db);
  return rows;
}

/** Lines that came to their desk by their day, in the span or before it because all they waited for is there; not told yet. */
export async function untoldBegun(
  db: Executor,
  region: string,
  { from, to }: { readonly from: string; readonly to: string },
  size: number,
): Promise<UntoldLine[]> {
  const { rows } = await sql<UntoldLine>`
    select dossier, id, title_zh, title_en, unit, post, external, starts_on as due from task
    where region = ${region} and starts_on >= ${from}::date and ${begun(to)}
      and not exists (select from day_told d where d.region = task.region and d.dossier = task.dossier and d.task = task.id
        and d.occasion = 'assigned' and d.due = task.starts_on)
    order by starts_on, dossier, id limit ${size} ${EACH_TIME}`.execute(db);
  return rows;
}

/** What the day tells of one line, by seat. */
export type DayTold = ToldRow & { readonly task: string; readonly due: string };

/** Tells what the day has to tell, each thing once: whoever comes second, or again, finds it told. */
export async function tellOnDay(
  db: Executor,
  region: string,
  rows: readonly DayTold[],
  on: string,
  at: string,
): Promise<void> {
  const marks = rows.map(({ dossier, task, id, due }) => ({
    dossier,
    task,
    occasion: id.slice(0, id.indexOf(' ')),
    id,
    due,
  }));
  await sql`
    with marked as (
      insert into day_told (region, dossier, task, occasion, due)
      select distinct ${region}, m.dossier, m.task, m.occasion, m.due
      from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m(dossier uuid, task text, occasion text, due date)
      on conflict do nothing returning dossier, task, occasion, due
    )
    ${tellPeople(
      region,
      sql`${toldTable(rows)} join marked m on m.dossier = t.dossier
        and t.id = m.occasion || ' ' || m.task || ' ' || m.due`,
      on,
      at,
    )}`.execute(db);
}

/** Clears what is older than an instant, and what days told of lines that are gone. */
export async function sweepNotifications(db: Executor, region: string, before: string): Promise<void> {
  await sql`delete from notification where region = ${region} and at < ${before}::timestamptz`.execute(db);
  await sql`delete from day_told d where region = ${region} and not exists (
    select from task t where t.region = d.region and t.dossier = d.dossier and t.id = d.task)`.execute(db);
}
