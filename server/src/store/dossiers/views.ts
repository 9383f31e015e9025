import { sql, type RawBuilder } from 'kysely';
import { planEachTime } from '../database/connection.ts';
import type { Executor } from './dossiers.ts';
import { readBy } from './readers.ts';

/** Whose dossiers are looked through: the person's own acts, the units of his posts, the seats that he reads from. */
export type Viewer = { readonly person: string; readonly units: readonly string[]; readonly reads: readonly string[] };

/** A dossier of any kind as the desk lists it. */
export type ViewedRow = {
  readonly id: string;
  /** `problem`, `edition`, or the plan's own kind. */
  readonly kind: string;
  readonly number: string;
  readonly subject: string;
  readonly stage: string;
  readonly holder_name: string | null;
  readonly step_zh: string | null;
  readonly step_en: string | null;
  readonly due: string | null;
  readonly due_at: string | null;
  readonly provisional: boolean;
  readonly paused: boolean;
  /** The day it was entered. */
  readonly since: string;
  readonly closed_on: string | null;
};

/** One that the person has acted on: by which event last, and when. */
export type DoneRow = ViewedRow & { readonly version: number; readonly at: Date };

/** Where a page of open dossiers ended. */
export type AfterOpen = { readonly due: string | null; readonly since: string; readonly id: string };
/** Where a page of what was done ended: an instant and a dossier. */
export type AfterDone = { readonly at: string; readonly id: string };

const EACH_TIME = sql.raw(planEachTime);
const NEAREST = sql`order by coalesce(due, 'infinity'), since, id`;

const PROBLEM = sql`p.id, 'problem' as kind, p.number, p.title as subject, p.stage, p.holder_name, p.step_zh, p.step_en, p.due, p.due_at, p.provisional,
  p.paused, p.registered_on as since, p.closed_on`;
const CASE = sql`c.id, c.kind, c.number, c.title as subject, c.stage, c.holder_name, c.step_zh, c.step_en, c.due, c.due_at, c.provisional,
  c.paused, c.opened_on as since, c.closed_on`;

/**
 * Open dossiers of a view, nearest limit first, then the oldest; `size` at most. `held` (在办): a unit of the person holds it.
 * `part` (我参与的): another unit holds it, or none, and a unit of the person plays a part in it or the person has acted on it.
 */
export async function listOpen(
  db: Executor,
  region: string,
  view: 'held' | 'part',
  viewer: Viewer,
  { after, size }: { readonly after: AfterOpen | null; readonly size: number },
): Promise<ViewedRow[]> {
  const rest =
    after === null
      ? sql`true`
      : sql`(coalesce(due, 'infinity'), since, id) > (coalesce(${after.due}::date, 'infinity'), ${after.since}::date, ${after.id}::uuid)`;
  const page = (rows: RawBuilder<unknown>) => sql`(select * from (${rows}) r where ${rest} ${NEAREST} limit ${size})`;
  const problems = sql`select ${PROBLEM} from problem p
    where p.region = ${region} and p.closed_on is null and p.stage not in ('withdrawn', 'merged') and ${mine(region, view, viewer, 'problem')}`;
  const cases = sql`select ${CASE} from case_file c
    where c.region = ${region} and c.closed_on is null and not c.withdrawn and not c.merged and ${readBy(viewer.reads)} and ${mine(region, view, viewer, 'case_file')}`;
  const { rows } = await sql<ViewedRow>`
    select * from (${page(problems)} union all ${page(cases)}) t ${NEAREST} limit ${size} ${EACH_TIME}`.execute(db);
  return rows;
}

function mine(
  region: string,
  view: 'held' | 'part',
  { person, units }: Viewer,
  table: 'problem' | 'case_file',
): RawBuilder<unknown> {
  if (view === 'held') return sql`holder = any(${units}::text[])`;
  return sql`coalesce(holder <> all(${units}::text[]), true) and id in (
    select o.id from ${sql.table(table)} o where o.region = ${region} and o.closed_on is null and o.units && ${units}::text[]
    union select w.dossier from took_part w where w.region = ${region} and w.person = ${person}::uuid)`;
}

const EDITION = sql`e.id, 'edition' as kind, '第' || e.no || '期' as number, e.title as subject, e.stage, null as holder_name,
  null as step_zh, null as step_en, null::date as due, null as due_at, false as provisional, false as paused, e.formed_on as since, e.consented_on as closed_on`;

/** The dossier of a row `w` (`region`, `dossier`), of whatever kind, where these seats may read it. */
export const readableAt = (reads: readonly string[]): RawBuilder<unknown> => sql`
  select ${PROBLEM} from problem p where p.region = w.region and p.id = w.dossier union all
  select ${CASE} from case_file c where c.region = w.region and c.id = w.dossier and ${readBy(reads)} union all
  select ${EDITION} from edition e where e.region = w.region and e.id = w.dossier`;

/** What the person has acted on (已办), the latest first, as far as he may still read it; `size` at most. */
export async function listDone(
  db: Executor,
  region: string,
  { person, reads }: Viewer,
  { after, size }: { readonly after: AfterDone | null; readonly size: number },
): Promise<DoneRow[]> {
  const rest = after === null ? sql`true` : sql`(w.at, w.dossier) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  const { rows } = await sql<DoneRow>`
    select found.*, w.version, w.at from took_part w cross join lateral (${readableAt(reads)}) found
    where w.region = ${region} and w.person = ${person}::uuid and ${rest}
    order by w.at desc, w.dossier desc limit ${size} ${EACH_TIME}`.execute(db);
  return rows;
}
