import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DRAFT, madeBeside } from './beside.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { withClient } from './connection.ts';
import { DATABASE } from './installation.ts';

const home = await mkdtemp(path.join(tmpdir(), 'beside-'));
await chmod(home, 0o755); // as a clone that everyone may read
let cluster: Cluster;
const start = async (): Promise<Cluster> => (cluster = await startCluster({ home, settings: { fsync: 'off' } }));

const ask = (database: string, ...queries: readonly string[]): Promise<unknown[]> =>
  withClient({ host: cluster.host, user: 'bihuan_admin', database }, async (client) => {
    let rows: unknown[] = [];
    for (const query of queries) ({ rows } = await client.query<Record<string, unknown>>(query));
    return rows;
  });
const names = async (): Promise<unknown> =>
  (await ask('postgres', `select datname as name from pg_database where datname like 'bihuan%' order by 1`)).map(
    (row) => (row as { name: string }).name, // as the query says
  );
const invented = (database: string): Promise<unknown> =>
  ask(database, 'create table person (id int)', 'insert into person values (1), (2), (3)');

beforeAll(start);
beforeEach(async () => {
  await start(); // a failed making puts the database out
  for (const name of (await names()) as string[]) await ask('postgres', `drop database ${name}`); // as above
});
afterAll(async () => {
  await cluster.stop();
  await rm(home, { recursive: true, force: true });
});

test('what is interrupted half-way is never anybody’s database, and is made anew', async () => {
  const broken = async (database: string): Promise<void> => {
    await ask(database, 'create table person (id int)', 'insert into person values (1)');
    throw new Error('power');
  };
  await expect(madeBeside(home, broken)).rejects.toThrow('power');
  await start();
  expect(await names()).toEqual([DRAFT]);

  expect(await madeBeside(home, async (database) => void (await invented(database)))).toBe(true);
  expect(await names()).toEqual([DATABASE]);
  expect(await ask(DATABASE, 'select count(*)::int as n from person')).toEqual([{ n: 3 }]);
});

test.for(['person', 'personal', 'dossier_event', 'file', 'import', 'feedback'])(
  'an installation with one row in %s is left as it is, whatever lies beside it',
  async (table) => {
    for (const name of [DATABASE, DRAFT]) await ask('postgres', `create database ${name}`);
    await ask(DATABASE, `create table ${table} (real text)`, `insert into ${table} values ('真实')`);

    expect(await madeBeside(home, () => Promise.reject(new Error('never asked')))).toBe(false);

    expect(await ask(DATABASE, `select real from ${table}`)).toEqual([{ real: '真实' }]);
  },
);

test('one in which nobody is yet is put aside whole, not deleted', async () => {
  await ask('postgres', `create database ${DATABASE}`);
  await ask(
    DATABASE,
    'create table policy (words text)',
    `insert into policy values ('方案')`,
    'create table person ()',
  );

  expect(await madeBeside(home, async (database) => void (await invented(database)))).toBe(true);

  const [present, aside] = (await names()) as string[]; // two names
  expect([present, aside]).toEqual([DATABASE, expect.stringMatching(/^bihuan_empty_\d+$/)]);
  expect(await ask(aside!, 'select words from policy')).toEqual([{ words: '方案' }]);
});

test('what somebody works in is not moved away under him', async () => {
  await ask('postgres', `create database ${DATABASE}`);
  await withClient({ host: cluster.host, user: 'bihuan_admin', database: DATABASE }, async () => {
    await expect(madeBeside(home, async (database) => void (await invented(database)))).rejects.toThrow('accessed');
  });
  await start();
  expect(await names()).toEqual([DATABASE, DRAFT]);
});

test('of two first starts at once one makes it, the other finds it made', async () => {
  const make = async (database: string): Promise<void> => void (await invented(database));
  expect((await Promise.all([madeBeside(home, make), madeBeside(home, make)])).toSorted()).toEqual([false, true]);
  expect(await names()).toEqual([DATABASE]);
});
