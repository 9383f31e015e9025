import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { castOf } from '../demonstration/cast.ts';
import { addDemonstrationPeople } from '../demonstration/people.ts';
import { buildServer } from '../http/door/server.ts';
import { startCluster } from '../store/database/cluster.ts';
import { withClient } from '../store/database/connection.ts';
import { caller } from '../testing/insist.ts';
import { cookieOf } from '../testing/office.ts';
import { address, bihuan, freePort } from '../testing/served.ts';
import { registration } from '../testing/staff.ts';
import { marks, work } from '../testing/workload.ts';
import { codeOf } from '../trouble.ts';
import { openServices } from './open-services.ts';
import { packDir } from './policy-pack.ts';
import { published } from './policy-publish.ts';

const home = await mkdtemp(path.join(tmpdir(), 'killed-'));
await chmod(home, 0o755); // as a clone that everyone may read
const settings = { BIHUAN_HOME: home, PORT: String(await freePort()), LOG_LEVEL: 'error' };
const opened = await openServices(readConfig(settings));
afterAll(async () => {
  await opened.close();
  await rm(home, { recursive: true, force: true });
});

/** An office of this file's own, with its people in it; answers the cookie of one who registers problems. */
async function furnish(): Promise<string> {
  const { services } = opened;
  await published(services, packDir([]));
  const people = await addDemonstrationPeople(services);
  const app = await buildServer(services, { demonstration: true });
  const { id: person } = castOf(people, services).holding('county-ecology', 'handler');
  const cookie = cookieOf(await app.inject({ method: 'POST', url: '/api/session/demonstration', payload: { person } }));
  await app.close();
  return cookie;
}

/** Every process of this PostgreSQL, postmaster and backends, ends without a word. */
async function killDatabase(host: string): Promise<void> {
  const { postmaster, others } = await withClient(
    { host, user: 'bihuan_admin', database: 'postgres' },
    async (client) => {
      const file = await client.query<{ pid: string }>(
        `select split_part(pg_read_file('postmaster.pid'), e'\n', 1) as pid`,
      );
      const rest = await client.query<{ pid: number }>('select pid from pg_stat_activity');
      return { postmaster: Number(file.rows[0]!.pid), others: rest.rows.map(({ pid }) => pid) };
    },
  );
  for (const pid of [postmaster, ...others]) kill(pid);
}

/** Backends end by themselves once the postmaster is gone. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

test('kill -9 of the database in the middle of a thousand commands: the server lives on, every acknowledged one is there, once', async () => {
  const cookie = await furnish();
  const served = bihuan(['serve'], settings);
  const at = await address(served);
  const by = caller(() => at, cookie);
  const problems = await Promise.all(
    Array.from({ length: 20 }, async (_, no) => {
      const { body } = await by.post('/problems', registration(`常办第${no}件`), randomUUID());
      return body.id!; // the contract's answer has one
    }),
  );
  const { db } = opened.services;
  const falls: Promise<void>[] = [];
  const lost: string[][] = [];
  const load = work(by, problems, 1_000, (done) => {
    if (done === 300 || done === 700) falls.push(fall([...load.acknowledged.keys()]));
  });
  async function fall(acknowledged: readonly string[]): Promise<void> {
    const { host } = await startCluster({ home });
    await killDatabase(host);
    expect((await startCluster({ home })).started).toBe(true);
    const there = await marks(db);
    lost.push(acknowledged.filter((mark) => there.get(mark)?.length !== 1));
  }
  await load.over;
  await Promise.all(falls);

  expect(lost).toEqual([[], []]);
  expect(load.heard.filter(({ status }) => status === 503).length).toBeGreaterThan(0);
  expect(load.heard.filter(({ status }) => status === 0)).toEqual([]);
  const there = await marks(db);
  expect([...load.acknowledged].filter(([mark, version]) => String(there.get(mark)) !== String(version))).toEqual([]);
  expect(load.acknowledged.size).toBe(1_000);
  expect(served.said()).not.toContain('"bug"');
  served.child.kill('SIGINT');
  expect(await served.ended).toEqual([0, null]);
  const verify = bihuan(['ledger', 'verify'], settings);
  expect([...(await verify.ended), verify.said()]).toEqual([0, null, expect.stringContaining('完整')]);
}, 240_000); // a busy machine kills and starts slowly
