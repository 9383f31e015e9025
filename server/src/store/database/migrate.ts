import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { Trouble } from '../../trouble.ts';
import { type Connection, withClient } from './connection.ts';

const MIGRATIONS = new URL('../../../migrations/', import.meta.url);

type Migration = { readonly name: string; readonly text: string; readonly digest: string };

/**
 * Runs what has not run yet, as the owner. Forward only; two that start together wait for each other.
 * @returns the names it ran, in order
 * @throws Trouble when a file was edited after it ran, or the database knows one that is not here (an older program)
 */
export async function migrate(owner: Connection, folder: URL = MIGRATIONS): Promise<readonly string[]> {
  const migrations = await read(folder);
  return withClient(owner, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('bihuan.migrate'))"); // given back with the session
    await client.query(
      'create table if not exists migration (name text primary key, digest text not null, at timestamptz not null default now())',
    );
    const pending = unrun(migrations, await ran(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  });
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

async function apply(client: pg.Client, { name, text, digest }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query("set local lock_timeout = '10s'");
    await client.query(text);
    await client.query('insert into migration (name, digest) values ($1, $2)', [name, digest]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    if (error instanceof pg.DatabaseError && error.hint) throw new Trouble(error.message, error.hint, { cause: error });
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
