import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { DatabaseUrls } from '../../config.ts';
import { startCluster, type Cluster } from './cluster.ts';
import { type Connection, withClient } from './connection.ts';
import { accepts } from './crash.ts';
import { migrate } from './migrate.ts';
import { APP, OWNER, provision } from './provision.ts';
import { Trouble } from '../../trouble.ts';

/** The database of an installation of our own. */
export const DATABASE = 'bihuan';
/** What a session calls itself that prepares the database beside its place. */
export const PREPARING = 'bihuan.preparing';

/** The database of this installation, running and migrated to what this program needs. */
export type Installation = {
  readonly owner: Connection;
  readonly app: Connection;
  /** Names of the migrations that ran now. */
  readonly migrated: readonly string[];
  /** Stops our own PostgreSQL, unless somebody else (a command, a second server, a worker) still uses it. */
  readonly release: () => Promise<void>;
  /** Starts our own PostgreSQL again where it has ended by itself (killed, out of memory). The office's is its own affair. */
  readonly revive: () => Promise<void>;
};

/**
 * Starts our own PostgreSQL in `home`, or takes the office's, and migrates.
 * @param database another than its own while it is made beside its place
 * @throws Trouble when it does not start, does not answer, is newer than this program, or was restored by half.
 */
export async function openInstallation(
  home: string,
  urls: DatabaseUrls | null,
  database = DATABASE,
): Promise<Installation> {
  refuseHalfRestored(home);
  const reached = await reachDatabase(home, urls, database);
  const migrated = await migrate(reached.owner);
  if (urls !== null) await refuseApplication(reached.app);
  return { ...reached, migrated };
}

/**
 * The same database as it is: nothing in it is migrated, and there may be nothing in it.
 * @throws Trouble when it does not start or does not answer
 */
export async function reachDatabase(
  home: string,
  urls: DatabaseUrls | null,
  database = DATABASE,
): Promise<Omit<Installation, 'migrated'>> {
  if (urls !== null) {
    const owner = { connectionString: urls.owner };
    await refuseOld(owner);
    await refuseOwner(owner);
    return { owner, app: { connectionString: urls.app }, release: nothing, revive: nothing };
  }
  const cluster = await startCluster({ home });
  if (database === DATABASE) await provision(cluster.host, database);
  const owner = { host: cluster.host, user: OWNER, database };
  const revive = async (): Promise<void> => {
    if (!(await accepts(cluster.host))) await startCluster({ home });
  };
  const release = (): Promise<void> => (database === DATABASE ? leave(cluster) : nothing());
  return { owner, app: { ...owner, user: APP }, release, revive };
}

/** Stands in the installation's folder from before a restore writes anything until all of it is there. */
export const unfinishedRestore = (home: string): string => path.join(home, 'restore.unfinished');

/** Half an office would look like a whole one. @throws Trouble when the last restore did not come to its end */
function refuseHalfRestored(home: string): void {
  if (!existsSync(unfinishedRestore(home))) return;
  throw new Trouble(
    '上次恢复没有做完 / the last restore did not come to its end',
    '用同一份备份再恢复一次 / restore the same backup again: bihuan restore FILE',
  );
}

const nothing = async (): Promise<void> => {};

/** Whoever leaves last puts it out, whoever lit it: a database left running by a server that was killed ends here too. */
export async function leave({ host, stop }: Cluster): Promise<void> {
  for (let tries = 0; tries < 20 && (await accepts(host)); tries += 1) {
    if (!(await isUsed(host)))
      return stop().catch(async (error: unknown) => {
        if (await accepts(host)) throw error; // else another who left at the same moment was faster
      });
    await setTimeout(50); // our own sessions, just closed, are listed for a moment longer
  }
}

/** The oldest PostgreSQL whose statements we use. @throws Trouble for one before it */
const OLDEST = 15;
async function refuseOld(owner: Connection): Promise<void> {
  const [server] = await answers<{ no: number }>(owner, `select current_setting('server_version_num')::int as no`);
  const version = Math.floor((server?.no ?? 0) / 10_000);
  if (version >= OLDEST) return;
  throw new Trouble(
    `PostgreSQL ${version} 过旧 / PostgreSQL ${version} is too old`,
    `需要 ${OLDEST} 或更新的版本 / ${OLDEST} or newer is needed`,
  );
}

/** @throws Trouble when the account of `DATABASE_URL` could not migrate */
async function refuseOwner(owner: Connection): Promise<void> {
  const [able] = await answers<{ yes: boolean }>(owner, `select has_schema_privilege('public', 'create') as yes`);
  if (able?.yes) return;
  throw new Trouble(
    'DATABASE_URL 的账号不能建表 / the account of DATABASE_URL cannot make tables',
    '应为数据库的所有者 / it should own the database: create database bihuan owner bihuan_owner',
  );
}

/** The record is safe from the application only where the database says no. @throws Trouble when it would say yes, or no to everything */
async function refuseApplication(app: Connection): Promise<void> {
  const question = `select has_table_privilege('dossier_event', 'update, delete, truncate') as alters,
    has_table_privilege('dossier_event', 'insert') as adds`;
  const [may] = await answers<{ alters: boolean; adds: boolean }>(app, question);
  if (may?.adds && !may.alters) return;
  throw new Trouble(
    may?.alters
      ? 'DATABASE_APP_URL 的账号能改动已写入的记录 / the account of DATABASE_APP_URL could change the record'
      : 'DATABASE_APP_URL 的账号不能办事 / the account of DATABASE_APP_URL may not add to the record',
    '应为 bihuan_app，且不是超级用户 / it should be bihuan_app and no superuser',
  );
}

const answers = <Row extends object>(connection: Connection, question: string): Promise<readonly Row[]> =>
  withClient(connection, async (client) => (await client.query<Row>(question)).rows);

async function isUsed(host: string): Promise<boolean> {
  const others = `select from pg_stat_activity
    where (datname = $1 or application_name = $2) and backend_type = 'client backend'`;
  const admin = { host, user: 'bihuan_admin', database: 'postgres' };
  return withClient(admin, async (client) => ((await client.query(others, [DATABASE, PREPARING])).rowCount ?? 0) > 0);
}
