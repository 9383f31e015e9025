import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { inventedFor } from '../demonstration/invented.ts';
import { withClient } from '../store/database/connection.ts';
import { OWNER } from '../store/database/provision.ts';
import { address, bihuan, freePort, type Served } from '../testing/served.ts';

const home = await mkdtemp(path.join(tmpdir(), 'first-'));
await chmod(home, 0o755); // as a clone that everyone may read
afterAll(() => rm(home, { recursive: true, force: true }));

const start = async (): Promise<Served> =>
  bihuan(['serve'], {
    BIHUAN_HOME: home,
    BIHUAN_DEMO: '1',
    PORT: String(await freePort()),
    LOG_LEVEL: 'error',
    DATABASE_URL: '',
    DATABASE_APP_URL: '',
  });

/** Kills a start with -9 as soon as this is so. @throws what it said, where it came to its end before */
async function killedWhen(isSo: (said: string) => boolean | Promise<boolean>): Promise<void> {
  const served = await start();
  let isOver = false;
  void served.ended.then(() => (isOver = true));
  while (!(await isSo(served.said()))) {
    if (isOver || served.said().includes('闭环已就绪')) throw new Error(served.said());
    await wait(2);
  }
  served.child.kill('SIGKILL');
  expect(await served.ended).toEqual([null, 'SIGKILL']);
}

const inHome = async (name: RegExp): Promise<boolean> => (await readdir(home)).some((one) => name.test(one));
/** How many lines of the loading have been said. */
const loaded = (said: string): number =>
  (said.split('装入演示数据')[1] ?? '').split('\n').filter((line) => line.startsWith('  ')).length;

/** What a demonstration that was loaded to its end has in its register. */
const invented = (inventedFor('530521')?.problems ?? []).flatMap(({ problems }) => problems.map(({ title }) => title));

test('kill -9 anywhere in the first start of a demonstration: the next start begins again by itself and ends with the whole of it', async () => {
  const points: readonly ((said: string) => boolean | Promise<boolean>)[] = [
    () => inHome(/^pg\.\d+$/), // the database is being made
    () => inHome(/^pg$/), // it has been made, and nothing is in it
    (said) => said.includes('发布工作方案'),
    (said) => said.includes('装入演示数据'),
    (said) => loaded(said) >= 1,
    (said) => loaded(said) >= 3,
  ];
  for (const point of points) await killedWhen(point);

  const served = await start();
  await address(served);
  const counted = await withClient(
    { host: path.join(home, 'run'), user: OWNER, database: 'bihuan' },
    async (client) => {
      const { rows } = await client.query<{ title: string }>('select title from problem where region = $1', ['530521']);
      return rows.map(({ title }) => title).toSorted();
    },
  );
  expect(counted).toEqual(invented.toSorted());
  served.child.kill('SIGINT');
  expect(await served.ended).toEqual([0, null]);
  const again = await start();
  await address(again);
  expect(again.said()).not.toContain('装入演示数据'); // whole, so it is left as it is
  again.child.kill('SIGINT');
  expect(await again.ended).toEqual([0, null]);
  const verify = bihuan(['ledger', 'verify'], { BIHUAN_HOME: home, DATABASE_URL: '', DATABASE_APP_URL: '' });
  expect([...(await verify.ended), verify.said()]).toEqual([0, null, expect.stringContaining('完整')]);
}, 600_000); // a busy machine starts slowly
