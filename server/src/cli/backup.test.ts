import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { chmod, mkdtemp, open, readdir, readFile, rm, stat, truncate } from 'node:fs/promises';
import { randomBytes, randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { receiveFile } from '../operations/files/files.ts';
import { isEmpty } from '../store/backup/load.ts';
import { withClient } from '../store/database/connection.ts';
import { emptyDatabase } from '../testing/database.ts';
import { address, bihuan, freePort, urlOf, type Served } from '../testing/served.ts';
import { registration, staffedOffice } from '../testing/staff.ts';

const folder = await mkdtemp(path.join(os.tmpdir(), 'bihuan-home-'));
await chmod(folder, 0o755); // as a clone that everyone may read
afterAll(() => rm(folder, { recursive: true, force: true }));

const office = await staffedOffice();
const { services, database } = office;
const settings = {
  BIHUAN_HOME: services.home,
  DATABASE_URL: urlOf(database.owner),
  DATABASE_APP_URL: urlOf(database.app),
};
const clerk = await office.at('county-ecology', 'handler');
await clerk.post('/problems', registration('备份'));
const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(3_000_000)]);
await receiveFile(services, '现场.png', Readable.from([picture]), office.people[0]!);

const at = (name: string): string => path.join(folder, name);
const key = ['--key-file', at('backup.key')];

/** Runs a command to its end. @returns its exit code and what it said */
async function ended(
  args: readonly string[],
  env: Readonly<Record<string, string>> = settings,
): Promise<[number, string]> {
  const { ended: over, said } = bihuan(args, env);
  const [code] = await over;
  return [Number(code), said()];
}

/** An empty place, as settings. */
async function place() {
  const { owner, app } = await emptyDatabase();
  return { owner, env: { BIHUAN_HOME: at(randomUUID()), DATABASE_URL: urlOf(owner), DATABASE_APP_URL: urlOf(app) } };
}

test('a key is made once; without one nothing is written', async () => {
  expect(await ended(['backup', '--new-key', at('backup.key')])).toEqual([0, expect.stringContaining('另处保管')]);
  expect((await stat(at('backup.key'))).mode & 0o777).toBe(0o600);
  expect(await ended(['backup', '--new-key', at('backup.key')])).toEqual([
    1,
    expect.stringContaining('never written over'),
  ]);
  expect(await ended(['backup', '--out', at('none')])).toEqual([2, expect.stringContaining('二者选一')]);
  expect(await ended(['backup', '--out', at('none'), '--key-file', at('absent')])).toEqual([
    1,
    expect.stringContaining('读不了'),
  ]);
  expect(await ended(['restore', at('none'), ...key])).toEqual([1, expect.stringContaining('读不了')]);
});

test('a real installation: backed up while it serves, restored into an empty folder, verified, served again', async () => {
  const own = { BIHUAN_HOME: at('own'), DATABASE_URL: '', DATABASE_APP_URL: '', LOG_LEVEL: 'error' };
  const served = bihuan(['serve'], { ...own, PORT: String(await freePort()) });
  await address(served);
  const archive = at('own.backup');
  expect(await ended(['backup', '--out', archive, ...key], own)).toEqual([0, expect.stringContaining('已备份')]);
  expect((await stat(archive)).mode & 0o777).toBe(0o600);
  expect(await ended(['backup', '--out', archive, ...key], own)).toEqual([1, expect.stringContaining('already')]);
  expect(await ended(['backup', '--check', archive, ...key], own)).toEqual([0, expect.stringContaining('可以恢复')]);
  served.child.kill('SIGINT');
  expect(await served.ended).toEqual([0, null]);

  const there = { ...own, BIHUAN_HOME: at('there') };
  expect(await ended(['restore', archive, ...key], there)).toEqual([
    0,
    expect.stringMatching(/已恢复[^]*BIHUAN_REGION=530521[^]*完整 \/ intact/),
  ]);
  const again = bihuan(['serve'], { ...there, PORT: String(await freePort()) });
  expect((await fetch(`${await address(again)}/readyz`)).status).toBe(200);
  again.child.kill('SIGINT');
  expect(await again.ended).toEqual([0, null]);
  expect(await ended(['restore', archive, ...key], there)).toEqual([1, expect.stringContaining('目录不是空的')]);
}, 180_000);

test('kill -9 in the middle of a backup leaves nothing that looks like one', async () => {
  const archive = at('killed.backup');
  await withClient(database.owner, async (gate) => {
    await gate.query('begin; lock table task_seen in access exclusive mode');
    const writing = bihuan(['backup', '--out', archive, ...key], settings);
    const waits = `select from pg_locks where relation = 'task_seen'::regclass and not granted`;
    while ((await gate.query(waits)).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    writing.child.kill('SIGKILL');
    expect(await writing.ended).toEqual([null, 'SIGKILL']);
  });

  const parts = (await readdir(folder)).filter((name) => name.startsWith('killed.backup'));
  expect(parts).toEqual([expect.stringMatching(/\.part$/)]);
  expect(await ended(['restore', at(parts[0]!), ...key], (await place()).env)).toEqual([
    1,
    expect.stringContaining('✗'),
  ]);
  expect(await ended(['backup', '--out', archive, ...key])).toEqual([0, expect.stringContaining('已备份')]);
}, 120_000);

/** Feeds so many bytes of an archive to a restore and kills it while it waits for the next. */
async function killedAfter(bytes: Buffer, env: Readonly<Record<string, string>>): Promise<Served> {
  const pipe = at(randomUUID());
  execFileSync('mkfifo', [pipe]);
  const restoring = bihuan(['restore', pipe, ...key], env);
  const feed = createWriteStream(pipe, { flags: 'w' });
  await new Promise<void>((resolve) => feed.write(bytes, () => resolve()));
  restoring.child.kill('SIGKILL');
  expect(await restoring.ended).toEqual([null, 'SIGKILL']);
  feed.on('error', () => {}); // nobody reads any more
  feed.destroy();
  return restoring;
}

test('kill -9 anywhere in a restore leaves an empty database that nobody takes for an office, and the next restore is whole', async () => {
  const archive = at('whole.backup');
  await ended(['backup', '--out', archive, ...key]);
  const bytes = await readFile(archive);
  const { owner, env } = await place();
  for (const share of [0.3, 0.7, 1]) {
    await killedAfter(bytes.subarray(0, Math.floor((bytes.length - 1) * share)), env);
    expect(await isEmpty(owner)).toBe(true);
    const [code, said] = await ended(['serve'], { ...env, PORT: '0' });
    expect([code, said]).toEqual([1, expect.stringContaining('上次恢复没有做完')]);
  }
  expect(await ended(['restore', archive, ...key], env)).toEqual([0, expect.stringContaining('完整')]);
}, 240_000);

test('words instead of a key: asked for, and only the same ones open it', async () => {
  const archive = at('words.backup');
  const say = async (
    words: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
  ): Promise<[number, string]> => {
    const running = bihuan(args, env, `${words}\n`);
    const [code] = await running.ended;
    return [Number(code), running.said()];
  };
  const there = (await place()).env;

  expect(await say('太短', ['backup', '--out', archive, '--passphrase'], settings)).toEqual([
    1,
    expect.stringContaining('too short'),
  ]);
  expect(await say('一个足够长的口令没有别人知道', ['backup', '--out', archive, '--passphrase'], settings)).toEqual([
    0,
    expect.anything(),
  ]);
  expect(await say('另一个足够长的口令谁都知道的', ['restore', archive, '--passphrase'], there)).toEqual([
    1,
    expect.stringContaining('口令不对'),
  ]);
  expect(await say('一个足够长的口令没有别人知道', ['restore', archive, '--passphrase'], there)).toEqual([
    0,
    expect.stringContaining('完整'),
  ]);
}, 120_000);

test('memory stays bounded, however much there is: 400 MB of files, 20 MB of rows', async () => {
  // one file of 400 MB on disk without its bytes written: sparse, and all the same read, digested and sealed
  const id = (await services.db.selectFrom('file').select('id').executeTakeFirstOrThrow()).id;
  const file = path.join(services.home, 'files', id.slice(0, 2), id);
  await truncate(file, 400 * 1024 * 1024);
  await withClient(database.owner, (client) =>
    client.query(
      `insert into outbox (region, task, body) select '530521', 't', jsonb_build_object('x', repeat(md5(n::text), 60)) from generate_series(1, 10000) n`,
    ),
  );
  const small = { ...settings, NODE_OPTIONS: '--max-old-space-size=64' };
  const archive = at('large.backup');
  const writing = bihuan(['backup', '--out', archive, ...key], small);
  const [code, peak] = await peakOf(writing);

  expect([code, writing.said()]).toEqual([1, expect.stringContaining('文件被改动')]);
  expect((await stat(archive)).size).toBeGreaterThan(400 * 1024 * 1024);
  expect(peak).toBeLessThan(300);
  const restoring = bihuan(['restore', archive, ...key], { ...small, ...(await place()).env });
  const [, top] = await peakOf(restoring);
  expect(restoring.said()).toContain('已恢复');
  expect(top).toBeLessThan(300);
}, 240_000);

/** The most resident memory that the process had, MB, as the system counts it. */
async function peakOf({ child, ended: over }: Served): Promise<[unknown, number]> {
  let [most, isOver] = [0, false];
  void over.then(() => (isOver = true));
  while (!isOver) {
    const handle = await open(`/proc/${child.pid}/status`).catch(() => null);
    const status = (await handle?.readFile('utf8').catch(() => '')) ?? '';
    await handle?.close();
    most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return [(await over)[0], most];
}
