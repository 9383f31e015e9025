import { sql, type Selectable } from 'kysely';
import type { Link } from '@bihuan/core/ledger';
import type { Text } from '@bihuan/core/policy';
import type { DB } from '../database/tables.ts';
import type { Executor } from './dossiers.ts';

/** Who wrote last to a dossier, when, and what it was: for the one who came second. */
export async function fasterThan(db: Executor, region: string, dossier: string) {
  const rows = await db
    .selectFrom('dossier_event as e')
    .select(['version', 'type', 'body', 'recorded_at'])
    .where('region', '=', region)
    .where('dossier', '=', dossier)
    .where('command', '=', (all) =>
      all
        .selectFrom('dossier_event')
        .select('command')
        .where('region', '=', region)
        .where('dossier', '=', dossier)
        .orderBy('version', 'desc')
        .limit(1),
    )
    .orderBy('version')
    .execute();
  const last = rows.at(-1)!; // a dossier has events, or there was nobody to be slower than
  // what a step decides may write other events before it
  const act = rows.find(({ type }) => type === 'StepTaken' || type === 'StepReturned') ?? rows[0]!;
  const { by, title } = bodyOf<{ by: { name: string; unitName: string }; title?: Text | string }>(act.body);
  const { name, unitName } = by;
  const what = { type: act.type, title: typeof title === 'object' ? title : null };
  return { version: last.version, name, unitName, at: last.recorded_at.toISOString(), what };
}

/** The newest instant at which anything was recorded here; null in an empty record. One look at the end of each dossier's log. */
export async function newestRecord(db: Executor, region: string): Promise<Date | null> {
  const { newest } = await db
    .selectFrom('dossier as d')
    .innerJoin('dossier_event as e', (join) =>
      join.onRef('e.region', '=', 'd.region').onRef('e.dossier', '=', 'd.id').onRef('e.version', '=', 'd.version'),
    )
    .select(({ fn }) => fn.max('e.recorded_at').as('newest'))
    .where('d.region', '=', region)
    .executeTakeFirstOrThrow();
  return newest;
}

/** An event as it was written. Its shape is that of the log of its dossier's kind. */
export function bodyOf<E>(body: Uint8Array): E {
  return JSON.parse(Buffer.from(body).toString('utf8')) as E; // the log holds what `linksOf` wrote for this kind
}

/** The last return in each of these dossiers, where there was one. */
export async function lastReturns(db: Executor, region: string, dossiers: readonly string[]): Promise<Link[]> {
  if (dossiers.length === 0) return [];
  const { rows } = await sql<Selectable<DB['dossier_event']>>`
    select e.* from unnest(${dossiers}::uuid[]) as d(id) cross join lateral (
      select * from dossier_event where region = ${region} and dossier = d.id and type = 'StepReturned' order by version desc limit 1) e`.execute(
    db,
  );
  return rows.map(linkOf);
}

/** The log of a dossier in its own order, as links of the chain. `after`: events above this version; at most `limit`. */
export async function eventsOf(
  db: Executor,
  region: string,
  dossier: string,
  after = 0,
  limit = 5_000,
): Promise<Link[]> {
  const rows = await db
    .selectFrom('dossier_event')
    .selectAll()
    .where('region', '=', region)
    .where('dossier', '=', dossier)
    .where('version', '>', after)
    .orderBy('version')
    .limit(limit)
    .execute();
  return rows.map(linkOf);
}

/** These events, one of each dossier, in no order. */
export async function eventsAt(
  db: Executor,
  region: string,
  at: readonly { readonly dossier: string; readonly version: number }[],
): Promise<Link[]> {
  if (at.length === 0) return [];
  const { rows } = await sql<Selectable<DB['dossier_event']>>`
    select e.* from unnest(${at.map(({ dossier }) => dossier)}::uuid[], ${at.map(({ version }) => version)}::int[]) as a(dossier, version)
    join dossier_event e on e.region = ${region} and e.dossier = a.dossier and e.version = a.version`.execute(db);
  return rows.map(linkOf);
}

const linkOf = (row: Selectable<DB['dossier_event']>): Link => ({
  region: row.region,
  dossier: row.dossier,
  version: row.version,
  type: row.type,
  body: row.body,
  claimedOn: row.claimed_on,
  recordedAt: row.recorded_at.toISOString(),
  actor: row.actor,
  command: row.command,
  previous: row.previous,
  digest: row.digest,
});

/** The bodies of whole logs, each in its own order, by dossier. */
export async function bodiesOf(
  db: Executor,
  region: string,
  dossiers: readonly string[],
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const rows = await db
    .selectFrom('dossier_event')
    .select(['dossier', 'body'])
    .where('region', '=', region)
    .where(sql<boolean>`dossier = any(${dossiers}::uuid[])`)
    .orderBy('dossier')
    .orderBy('version')
    .execute();
  const logs = Map.groupBy(rows, (row) => row.dossier);
  return new Map([...logs].map(([dossier, log]) => [dossier, log.map((row) => bodyOf<unknown>(row.body))]));
}

/** Dossiers of a region, by id, a page at a time: for whoever must look at all of them. */
export async function dossiersAfter(db: Executor, region: string, after: string | null, limit: number) {
  return db
    .selectFrom('dossier')
    .select(['id', 'kind', 'version', 'digest', 'state'])
    .where('region', '=', region)
    .where(sql<boolean>`id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid`)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Regions that have dossiers here: one in a county, many in a province. */
export async function regionsOf(db: Executor): Promise<string[]> {
  const rows = await db.selectFrom('dossier').select('region').distinct().orderBy('region').execute();
  return rows.map((row) => row.region);
}
