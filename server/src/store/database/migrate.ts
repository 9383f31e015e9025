import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { Trouble } from '../../trouble.ts';
import { type Connection, withClient } from './connection.ts';

const MIGRATIONS = new URL('../../../migrations/', import.meta.url);

type Migration = { readonly name: string; readonly text: string; readonly digest: string };

/** A migration as the database remembers it. */
export type Ran = Pick<Migration, 'name' | 'digest'>;

const MEMORY =
  'create table if not exists migration (name text primary key, digest text not null, at timestamptz not null default now())';

/**
 * Runs what has not run yet, as the owner. Forward only; two that start together wait for each other.
 * @returns the names it ran, in order
 * @throws Trouble when a file was edited after it ran, or the database knows one that is not here (an older program)
 */
export async function migrate(owner: Connection, folder: URL = MIGRATIONS): Promise<readonly string[]> {
  const migrations = await read(folder);
  return withClient(owner, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('bihuan.migrate'))"); // given back with the session
    await client.query(MEMORY);
    const pending = unrun(migrations, await ran(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  });
}

/**
 * Runs the migrations that another database had run, and no others, in the transaction that this session is in.
 * @throws Trouble when one of them is not here, or is not what it was
 */
export async function migrateLike(
  client: pg.Client,
  ranThere: readonly Ran[],
  folder: URL = MIGRATIONS,
): Promise<void> {
  const there = new Map(ranThere.map(({ name, digest }) => [name, digest]));
  const migrations = await read(folder);
  unrun(migrations, there); // refuses what is unknown or edited
  await client.query("select pg_advisory_xact_lock(hashtext('bihuan.migrate'))");
  await client.query(MEMORY);
  for (const migration of migrations.filter(({ name }) => there.has(name))) await execute(client, migration);
}

/** Whether this program can make the database that these migrations made. @throws Trouble when it cannot */
export async function refuseForeign(ranThere: readonly Ran[], folder: URL = MIGRATIONS): Promise<void> {
  unrun(await read(folder), new Map(ranThere.map(({ name, digest }) => [name, digest])));
}

async function read(folder: URL): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8');
      return { name, text, digest: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function ran(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from migration');
  return new Map(rows.map(({ name, digest }) => [name, digest]));
}

function unrun(migrations: readonly Migration[], known: ReadonlyMap<string, string>): readonly Migration[] {
  const here = new Set(migrations.map(({ name }) => name));
  for (const name of known.keys()) {
    if (here.has(name)) continue;
    throw new Trouble(
      `数据库比程序新：它运行过 ${name} / the database is newer than this program`,
      '换用较新的程序 / start the newer program',
    );
  }
  for (const { name, digest } of migrations) {
    if ((known.get(name) ?? digest) === digest) continue;
    throw new Trouble(
      `${name} 运行后被改动 / was edited after it ran`,
      '恢复原文，另写下一号 / restore it and write the next number',
    );
  }
  return migrations.filter(({ name }) => !known.has(name));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query("set local lock_timeout = '10s'");
    await execute(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function execute(client: pg.Client, { name, text, digest }: Migration): Promise<void> {
  try {
    await client.query(text);
    await client.query('insert into migration (name, digest) values ($1, $2)', [name, digest]);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.hint) throw new Trouble(error.message, error.hint, { cause: error });
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
