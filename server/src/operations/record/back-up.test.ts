import { randomBytes, randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile, readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { Secret } from '../../archive/secret.ts';
import { openLawBook } from '../../law-book.ts';
import { rowsOf, tablesOf, withSnapshot } from '../../store/backup/dump.ts';
import { isEmpty } from '../../store/backup/load.ts';
import { type Connection, withClient } from '../../store/database/connection.ts';
import { openDatabase } from '../../store/database/database.ts';
import { openInstallation, unfinishedRestore } from '../../store/database/installation.ts';
import { emptyDatabase } from '../../testing/database.ts';
import { urlOf } from '../../testing/served.ts';
import { registration, staffedOffice } from '../../testing/staff.ts';
import { receiveFile } from '../files/files.ts';
import { backUp } from './back-up.ts';
import { checkBackup, restore } from './restore.ts';
import { verifyLedger } from './verify-ledger.ts';

const office = await staffedOffice();
const { services, database } = office;
const clerk = await office.at('county-ecology', 'handler');
const secret: Secret = { key: randomBytes(32) };
const whole = { owner: database.owner, home: services.home, settings: { BIHUAN_REGION: services.region } };
const folder = await mkdtemp(path.join(os.tmpdir(), 'bihuan-backup-'));
afterAll(() => rm(folder, { recursive: true }));

const register = async (title: string): Promise<string> =>
  (await clerk.post('/problems', registration(title))).json<{ id: string }>().id;
const archiveOf = (name: string): string => path.join(folder, `${name}.backup`);
const written = async (name: string): Promise<string> => {
  await backUp(whole, archiveOf(name), secret, services.now());
  return archiveOf(name);
};

/** An empty place for one restore. */
async function place() {
  const { owner, app } = await emptyDatabase();
  const home = path.join(folder, randomUUID());
  return { owner, app, home, databases: { owner: urlOf(owner), app: urlOf(app) } };
}

/** Every row of every table as text. */
const everything = (owner: Connection): Promise<Readonly<Record<string, readonly string[]>>> =>
  withSnapshot(owner, async (at) => {
    const tables = await tablesOf(at);
    const rows: Record<string, readonly string[]> = {};
    for (const table of tables) rows[table.name] = (await Array.fromAsync(rowsOf(at, table))).flat().toSorted();
    return rows;
  });

async function verified({ home, app }: { home: string; app: Connection }) {
  const db = openDatabase(app);
  const { law } = await openLawBook({ db, region: services.region, today: services.today });
  const report = await verifyLedger({ db, region: services.region, home, law, now: services.now });
  await db.destroy();
  return report;
}

// larger than a few pieces of an archive, so that a cut one is found when part of it has been put in its place
const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(2_000_000)]);
await receiveFile(services, '现场.png', Readable.from([picture]), office.people[0]!);
await Promise.all(['甲', '乙', '丙'].map((title) => register(`备份之前${title}`)));
const first = await written('first');

test('an office comes back as it was: every row, file and key; nobody stays signed in', async () => {
  const there = await place();
  const { rows, files } = await restore(first, secret, there);
  const before = await everything(database.owner);
  const after = await everything(there.owner);

  expect(before['session']!.length).toBeGreaterThan(0);
  expect(after['dossier_event']!.length).toBeGreaterThan(3);
  expect(after).toEqual({ ...before, session: [] });
  expect(rows).toBe(Object.values(before).flat().length);
  expect(files).toBe(1);
  const [id] = (await services.db.selectFrom('file').select('id').execute()).map((file) => file.id);
  const at = path.join('files', id!.slice(0, 2), id!);
  expect(await readFile(path.join(there.home, at))).toEqual(await readFile(path.join(services.home, at)));
  for (const name of await readdir(path.join(services.home, 'keys')))
    expect(await readFile(path.join(there.home, 'keys', name))).toEqual(
      await readFile(path.join(services.home, 'keys', name)),
    );
  expect(await verified(there)).toMatchObject({ dossiers: before['dossier']!.length, findings: [] });
});

test('what is restored goes on: numbers follow, words are found once, the record may be added to and not changed', async () => {
  const there = await place();
  await restore(first, secret, there);

  await withClient(there.owner, async (client) => {
    const off = await client.query(`select from pg_trigger where not tgisinternal and tgenabled <> 'O'`);
    expect(off.rowCount).toBe(0);
    await expect(client.query('delete from dossier_event')).rejects.toThrow('append-only');
    const next = await client.query<{ id: number }>(
      `insert into outbox (region, task, body) values ('${services.region}', 't', '{}') returning id`,
    );
    expect(next.rows[0]!.id).toBeGreaterThan(0);
  });
});

test('while it is written the office goes on, and the archive shows one moment', async () => {
  const reading = withClient(database.owner, async (gate) => {
    await gate.query('begin; lock table feedback in access exclusive mode');
    const writing = backUp(whole, archiveOf('moment'), secret, services.now());
    const waits = `select from pg_locks where relation = 'feedback'::regclass and not granted`;
    while ((await gate.query(waits)).rowCount === 0) await new Promise((resolve) => setImmediate(resolve));
    // dossier and dossier_event have been read, problem has not
    const late = await register('备份之中');
    await gate.query('commit');
    await writing;
    return late;
  });
  const late = await reading;
  const there = await place();
  await restore(archiveOf('moment'), secret, there);
  const after = await everything(there.owner);

  expect((await everything(database.owner))['problem']!.join()).toContain(late);
  for (const table of ['dossier', 'dossier_event', 'problem', 'problem_words'])
    expect(after[table]!.join()).not.toContain(late);
  expect(await verified(there)).toMatchObject({ findings: [] });
});

test('another key, a cut archive, a changed one: refused with words, and the database stays empty', async () => {
  const there = await place();
  const bytes = await readFile(first);
  const spoilt = async (name: string, as: Buffer): Promise<string> => {
    await writeFile(archiveOf(name), as);
    return archiveOf(name);
  };
  const changed = Buffer.from(bytes);
  changed[Math.floor(bytes.length / 2)]! ^= 4;

  await expect(restore(first, { key: randomBytes(32) }, there)).rejects.toThrow('密钥或口令不对');
  await expect(readdir(there.home)).rejects.toThrow('ENOENT');
  for (const [name, archive] of [
    ['cut', bytes.subarray(0, -1)],
    ['half', bytes.subarray(0, bytes.length / 2)],
    ['changed', changed],
  ] as const) {
    const file = await spoilt(name, archive);
    await expect(checkBackup(file, secret)).rejects.toThrow(/不完整|被改动/);
    await expect(restore(file, secret, there)).rejects.toThrow(/不完整|被改动/);
    expect(await isEmpty(there.owner)).toBe(true);
  }
  await expect(openInstallation(there.home, there.databases)).rejects.toThrow('上次恢复没有做完');
  await restore(first, secret, there);
  expect(await verified(there)).toMatchObject({ findings: [] });
  await expect(openInstallation(there.home, there.databases)).resolves.toMatchObject({ migrated: [] });
});

test('a place that is not empty is left as it is: a folder with anything in it, a database with any table', async () => {
  const there = await place();
  await restore(first, secret, there);
  const before = await everything(there.owner);

  await expect(restore(first, secret, there)).rejects.toThrow('目录不是空的');
  await expect(restore(first, secret, { ...there, home: path.join(folder, 'elsewhere') })).rejects.toThrow(
    '数据库不是空的',
  );
  expect(await readdir(path.join(folder, 'elsewhere'))).toEqual([]);
  expect(await everything(there.owner)).toEqual(before);
});

test('interrupted after the database was filled, it is whole: the same archive ends it, another one does not', async () => {
  const there = await place();
  const { about } = await restore(first, secret, there);
  const other = await written('other');
  await writeFile(unfinishedRestore(there.home), about.writtenAt);

  await expect(restore(other, secret, there)).rejects.toThrow('数据库不是空的');
  await restore(first, secret, there);
  expect(await verified(there)).toMatchObject({ findings: [] });
});

test('interrupted, and begun again with the database of another office: that is none that this archive filled', async () => {
  const [there, other] = [await place(), await place()];
  const { about } = await restore(first, secret, there);
  await restore(await written('another-office'), secret, other);
  const before = await everything(other.owner);
  await writeFile(unfinishedRestore(there.home), about.writtenAt);

  await expect(restore(first, secret, { ...other, home: there.home })).rejects.toThrow('数据库不是空的');
  expect(await everything(other.owner)).toEqual(before);
});

/** The migrations of this program, and one more or one less. */
async function migrations(change: (names: readonly string[], at: string) => Promise<void>): Promise<URL> {
  const own = new URL('../../../migrations/', import.meta.url);
  const at = path.join(folder, randomUUID());
  await cp(own, at, { recursive: true });
  await change((await readdir(at)).toSorted(), at);
  return pathToFileURL(`${at}/`);
}

test('the archive of an older program is brought up to this one, row by row', async () => {
  const later = await migrations((_, at) =>
    writeFile(
      path.join(at, '9999_later.sql'),
      "alter table problem add column later text; update problem set later = 'was ' || title",
    ),
  );
  const there = await place();

  const { migrated } = await restore(first, secret, there, later);

  expect(migrated).toEqual(['9999_later.sql']);
  await withClient(there.owner, async (client) => {
    const { rows } = await client.query<{ later: string }>('select later from problem');
    expect(rows.map((row) => row.later)).toContain('was （演示）备份之前甲');
  });
});

test('the archive of a newer program is refused before anything is touched', async () => {
  const older = await migrations((names, at) => rm(path.join(at, names.at(-1)!)));
  const there = await place();

  await expect(restore(first, secret, there, older)).rejects.toThrow('newer than this program');
  await expect(readdir(there.home)).rejects.toThrow('ENOENT');
});

test('a file that is gone or changed is named, and everything else is saved', async () => {
  const { home, db } = services;
  const [one, two] = [await clerk.file('一.png'), await clerk.file('二.png')];
  await rm(path.join(home, 'files', one.slice(0, 2), one));
  await writeFile(path.join(home, 'files', two.slice(0, 2), two), 'something else');

  const { faults, files } = await backUp(whole, archiveOf('faults'), secret, services.now());

  expect(faults.toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([
    { file: two, kind: 'changed' },
    { file: one, kind: 'missing' },
  ]);
  expect(files).toBe((await db.selectFrom('file').select('id').execute()).length - 1);
});
