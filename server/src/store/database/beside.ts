import type pg from 'pg';
import { startCluster } from './cluster.ts';
import { withClient } from './connection.ts';
import { DATABASE, leave, PREPARING } from './installation.ts';
import { createDatabase, provisionRoles } from './provision.ts';

/** What is made beside the installation's database, under a name that no server ever works with. */
export const DRAFT = 'bihuan_unfinished';

/**
 * Makes the first content of an installation of our own in a database beside its place, and moves that there whole. Its name is
 * the mark that it is not finished: it is given before anything is written and taken away by the move, so an interruption anywhere
 * leaves only a draft, which the next start makes anew. A database that anybody is in is never touched; one in which nobody is yet
 * is put aside under another name, not deleted. Two that start at once: the second waits, and finds the work done.
 * @param make fills the draft and closes what it opened on it
 * @returns whether anything was made
 */
export async function madeBeside(home: string, make: (database: string) => Promise<void>): Promise<boolean> {
  const cluster = await startCluster({ home });
  const admin = { host: cluster.host, user: 'bihuan_admin', database: 'postgres', application_name: PREPARING };
  try {
    return await withClient(admin, async (client) => {
      await client.query("select pg_advisory_lock(hashtext('bihuan.first-start'))"); // given back with the session
      if (await isInhabited(client, admin)) return false;
      await provisionRoles(client);
      await client.query(`drop database if exists ${DRAFT} with (force)`);
      await createDatabase(client, DRAFT);
      await make(DRAFT);
      await moveToItsPlace(client);
      return true;
    });
  } catch (error) {
    await leave(cluster).catch(() => {}); // the first failure is the one to tell
    throw error;
  }
}

async function exists(client: pg.Client, database: string): Promise<boolean> {
  return ((await client.query('select from pg_database where datname = $1', [database])).rowCount ?? 0) > 0;
}

/** One row in any of these is somebody's, of whatever jurisdiction. */
const KEPT_IN = ['person', 'personal', 'dossier_event', 'file', 'import', 'feedback'];

/** Whether anybody is in, or anything was recorded. */
async function isInhabited(client: pg.Client, admin: pg.ClientConfig): Promise<boolean> {
  if (!(await exists(client, DATABASE))) return false;
  return withClient({ ...admin, database: DATABASE }, async (inside) => {
    for (const table of KEPT_IN) {
      const { rows } = await inside.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table]);
      if (rows[0]?.there && ((await inside.query(`select from ${table} limit 1`)).rowCount ?? 0) > 0) return true;
    }
    return false;
  });
}

/** Both names change together or neither does; PostgreSQL refuses it while anybody works in one of them. */
async function moveToItsPlace(client: pg.Client): Promise<void> {
  await client.query('begin');
  try {
    const empty = await client.query<{ oid: number }>('select oid from pg_database where datname = $1', [DATABASE]);
    for (const { oid } of empty.rows)
      await client.query(`alter database ${DATABASE} rename to ${DATABASE}_empty_${oid}`);
    await client.query(`alter database ${DRAFT} rename to ${DATABASE}`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
