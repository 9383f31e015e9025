import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../testing/database.ts';
import { withClient } from './connection.ts';
import { migrate } from './migrate.ts';

const { owner } = await testDatabase();
const at = await mkdtemp(path.join(tmpdir(), 'migrations-'));
const folder = pathToFileURL(`${at}/`);
const put = (name: string, text: string): Promise<void> => writeFile(path.join(at, name), text);
const ask = (query: string) => withClient(owner, async (client) => (await client.query(query)).rows);

afterAll(() => rm(at, { recursive: true }));

beforeEach(async () => {
  await ask('delete from migration; drop table if exists pear, apple');
  await put('0001_pear.sql', 'create table pear (id int)');
  await put('0002_apple.sql', 'create table apple (id int)');
});

test('runs what has not run, in order, and nothing twice', async () => {
  expect(await migrate(owner, folder)).toEqual(['0001_pear.sql', '0002_apple.sql']);
  expect(await migrate(owner, folder)).toEqual([]);
});

test('three that start together: one migrates, the others find it done', async () => {
  const done = await Promise.all([1, 2, 3].map(() => migrate(owner, folder)));

  expect(done.flat()).toEqual(['0001_pear.sql', '0002_apple.sql']);
});

test('a file that was edited after it ran is named, and nothing runs', async () => {
  await migrate(owner, folder);
  await put('0001_pear.sql', 'create table pear (id int8)');

  await expect(migrate(owner, folder)).rejects.toThrow('0001_pear.sql');
});

test('an older program refuses a newer database', async () => {
  await migrate(owner, folder);
  await rm(path.join(at, '0002_apple.sql'));

  await expect(migrate(owner, folder)).rejects.toThrow('0002_apple.sql');
});

test('a migration that fails in the middle leaves nothing of itself', async () => {
  await put('0002_apple.sql', 'create table apple (id int); select 1 / 0');

  await expect(migrate(owner, folder)).rejects.toThrow('0002_apple.sql: division by zero');
  expect(await ask(`select to_regclass('apple') as apple, to_regclass('pear') as pear`)).toEqual([
    { apple: null, pear: 'pear' },
  ]);
});
