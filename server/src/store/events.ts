import { sql } from 'kysely';
import type { Link } from '@bihuan/core/ledger';
import type { Executor } from './dossiers.ts';

/** Who wrote the newest event of a dossier, for the one who came second. */
export async function fasterThan(db: Executor, region: string, dossier: string) {
  const row = await db
    .selectFrom('dossier_event')
    .select(['version', 'body', 'recorded_at'])
    .where('region', '=', region)
    .where('dossier', '=', dossier)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const { by } = bodyOf<{ by: { name: string; unitName: string } }>(row.body);
  return { version: row.version, name: by.name, unitName: by.unitName, at: row.recorded_at.toISOString() };
}

/** An event as it was written. Its shape is that of the log of its dossier's kind. */
export function bodyOf<E>(body: Uint8Array): E {
  return JSON.parse(Buffer.from(body).toString('utf8')) as E;
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
  return rows.map((row) => ({
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
  }));
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
