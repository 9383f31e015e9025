import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Cluster, startCluster } from './cluster.ts';
import { withClient } from './connection.ts';
import { provision } from './provision.ts';
import { as, servant } from './servant.ts';

const root = process.getuid?.() === 0;
let at: string;
let place: { home: string; refuge: string };
let running: Cluster[];

beforeEach(async () => {
  at = await mkdtemp(path.join(tmpdir(), 'cluster-'));
  await mkdir(path.join(at, 'open'), { mode: 0o755 });
  await chmod(at, 0o755);
  place = { home: path.join(at, 'open/home'), refuge: path.join(at, 'refuge') };
  running = [];
});

afterEach(async () => {
  for (const cluster of running) await cluster.stop().catch(() => {});
  await rm(at, { recursive: true, force: true });
});

async function start(more: Partial<Parameters<typeof startCluster>[0]> = {}): Promise<Cluster> {
  const cluster = await startCluster({ ...place, ...more });
  running.push(cluster);
  return cluster;
}

const admin = (host: string) => ({ host, user: 'bihuan_admin', database: 'postgres' });
const ask = (host: string, query: string): Promise<unknown[]> =>
  withClient(admin(host), async (client) => (await client.query<Record<string, unknown>>(query)).rows);
const postmaster = async ({ data }: Cluster): Promise<number> =>
  Number((await readFile(path.join(data, 'postmaster.pid'), 'utf8')).split('\n')[0]);

test('a new cluster keeps what it was told after a power cut, and finds pieces of Chinese words', async () => {
  const { host } = await start();

  const settings = `select string_agg(setting, ' ' order by name) as s from pg_settings
    where name in ('fsync', 'synchronous_commit', 'data_checksums', 'listen_addresses')`;
  expect(await ask(host, settings)).toEqual([{ s: 'on on  on' }]);
  await ask(host, 'create extension pg_trgm');
  expect(await ask(host, `select show_trgm('施甸县') <> '{}' as found`)).toEqual([{ found: true }]);
});

test('a second start finds it running and leaves stopping to the first', async () => {
  const first = await start();
  const second = await start();

  expect([first.started, second.started]).toEqual([true, false]);
});

test('a stopped one starts again with what was in it', async () => {
  const first = await start();
  await ask(first.host, 'create table kept (x int)');
  await first.stop();

  const again = await start();

  expect(await ask(again.host, `select to_regclass('kept')::text as kept`)).toEqual([{ kept: 'kept' }]);
});

test('two first starts at once end up with the same cluster and no draft', async () => {
  const script = `import { startCluster } from ${JSON.stringify(new URL('./cluster.ts', import.meta.url).href)};
    const { data } = await startCluster(${JSON.stringify(place)}); console.log(data);`;
  const one = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let out = '';
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
      child.on('exit', (code) => (code === 0 ? resolve(out.trim()) : reject(new Error(`exit ${code}`))));
    });

  const [a, b] = await Promise.all([one(), one()]);

  expect(a).toBe(b);
  const { host } = await start();
  expect(await ask(host, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  expect((await readdir(path.dirname(a))).filter((name) => name.startsWith('pg.'))).toEqual([]);
});

test('starts after its postmaster was killed, with every acknowledged row', async () => {
  const first = await start();
  await ask(first.host, 'create table kept as select generate_series(1, 1000) as x');
  process.kill(await postmaster(first), 'SIGKILL');

  const again = await start();

  expect(again.started).toBe(true);
  expect(await ask(again.host, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
});

test('starts when the lock file names a stranger of the same user', async () => {
  const first = await start();
  const pid = await postmaster(first);
  process.kill(pid, 'SIGKILL');
  await setTimeout(300);
  const stranger = spawn('sleep', ['60'], { ...as(servant(['postgres', 'nobody'])), stdio: 'ignore' });
  try {
    for (const file of [path.join(first.data, 'postmaster.pid'), path.join(first.host, '.s.PGSQL.5432.lock')]) {
      await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(stranger.pid)));
    }

    expect((await start()).started).toBe(true);
  } finally {
    stranger.kill();
  }
});

test('an initdb that was interrupted leaves nothing behind at the next start', async () => {
  await mkdir(path.join(place.home, 'pg.999999998'), { recursive: true });

  await start();

  expect((await readdir(place.home)).toSorted()).toEqual(['pg', 'run']);
});

test('a folder may be called as people call folders', async () => {
  const home = path.join(path.dirname(place.home), "闭环, 试 (1) it's new");

  const { host } = await start({ home });

  expect(host.startsWith(home)).toBe(true);
  expect(await ask(host, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a path too long for a socket gets a short one elsewhere', async () => {
  const home = path.join(path.dirname(place.home), 'long'.repeat(30));

  const { host } = await start({ home });

  expect(host.length).toBeLessThan(91);
  expect(await ask(host, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  running.push({ host, data: '', started: false, stop: () => rm(host, { recursive: true, force: true }) });
});

test.runIf(root)(
  'a folder that only root may enter: data goes where the servant gets in, and the folder stays closed',
  async () => {
    const closed = path.join(at, 'closed');
    await mkdir(closed, { mode: 0o700 });

    const { data, host } = await start({ home: path.join(closed, 'home') });

    expect(data.startsWith(place.refuge)).toBe(true);
    expect((await stat(closed)).mode & 0o777).toBe(0o700);
    expect(await ask(host, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  },
);

test.runIf(root)('on a machine without a user postgres, nobody runs it', async () => {
  const { data } = await start({ servants: ['no-such-user', 'nobody'] });

  expect((await stat(data)).uid).toBe(servant(['nobody'])?.uid);
});

test.runIf(root)('with no user to run it as, root is told what to do', async () => {
  await expect(start({ servants: ['no-such-user'] })).rejects.toMatchObject({
    remedy: expect.stringContaining('useradd'),
  });
});

test('a server that cannot start says why, from its own log', async () => {
  const first = await start();
  await first.stop();
  await writeFile(path.join(first.data, 'postgresql.auto.conf'), 'shared_buffers = nonsense\n');

  await expect(start()).rejects.toThrow(/did not start[^]*shared_buffers/);
});

test('both roles and the database are made once, however many ask', async () => {
  const { host } = await start();

  await Promise.all([1, 2, 3].map(() => provision(host, 'office')));

  const roles = `select rolname, rolsuper from pg_roles where rolname like 'bihuan_%' order by 1`;
  expect(await ask(host, roles)).toEqual([
    { rolname: 'bihuan_admin', rolsuper: true },
    { rolname: 'bihuan_app', rolsuper: false },
    { rolname: 'bihuan_owner', rolsuper: false },
  ]);
});
