import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { withClient } from '../store/database/connection.ts';
import { caller } from '../testing/insist.ts';
import { importer, place, workbook } from '../testing/imports.ts';
import { address, bihuan, freePort, urlOf, type Served } from '../testing/served.ts';
import { registration, staffedOffice } from '../testing/staff.ts';
import { marks, work } from '../testing/workload.ts';

const office = await staffedOffice();
const { services, cast, database } = office;
const settings = {
  BIHUAN_HOME: services.home,
  DATABASE_URL: urlOf(database.owner),
  DATABASE_APP_URL: urlOf(database.app),
  LOG_LEVEL: 'error',
};
const clerk = await office.cookie(cast.holding('county-ecology', 'handler').id);
const running: Served[] = [];
afterAll(() => running.forEach(({ child }) => child.kill('SIGKILL')));

async function start(): Promise<{ served: Served; at: string }> {
  const served = bihuan(['serve'], { ...settings, PORT: String(await freePort()) });
  running.push(served);
  return { served, at: await address(served) };
}

async function killed({ served }: { served: Served }): Promise<void> {
  served.child.kill('SIGKILL');
  expect(await served.ended).toEqual([null, 'SIGKILL']);
}

async function ledgerHolds(): Promise<void> {
  const verify = bihuan(['ledger', 'verify'], settings);
  expect([...(await verify.ended), verify.said()]).toEqual([0, null, expect.stringContaining('完整')]);
}

test('kill -9 of the server in the middle of a thousand commands: every acknowledged one is there, once', async () => {
  let present = await start();
  const by = caller(() => present.at, clerk);
  const problems = await Promise.all(
    Array.from(
      { length: 20 },
      async (_, at) => (await by.post('/problems', registration(`常办第${at}件`), randomUUID())).body.id!,
    ),
  );
  const restarts: Promise<void>[] = [];
  const seen: { acknowledged: number; missing: string[]; doubled: string[] }[] = [];
  const load = work(by, problems, 1_000, (done) => {
    if (done === 250 || done === 600) restarts.push(fall());
  });
  async function fall(): Promise<void> {
    const so = [...load.acknowledged.keys()];
    await killed(present);
    const there = await marks(services.db);
    seen.push({
      acknowledged: so.length,
      missing: so.filter((mark) => !there.has(mark)),
      doubled: [...there].filter(([, versions]) => versions.length > 1).map(([mark]) => mark),
    });
    present = await start();
  }
  await load.over;
  await Promise.all(restarts);

  expect(seen).toEqual([250, 600].map((acknowledged) => ({ acknowledged, missing: [], doubled: [] })));
  expect(load.heard.filter(({ status }) => status === 0).length).toBeGreaterThan(0);
  const there = await marks(services.db);
  expect([...load.acknowledged].filter(([mark, version]) => String(there.get(mark)) !== String(version))).toEqual([]);
  expect(load.acknowledged.size).toBe(1_000);
  await killed(present);
  await ledgerHolds();
}, 240_000); // a busy machine kills and starts slowly

/** Lets an import write so many problems and no more until `meanwhile` is over. */
async function heldAfter(problems: number, meanwhile: (waiting: () => Promise<void>) => Promise<void>): Promise<void> {
  await withClient(database.owner, async (gate) => {
    await gate.query(`create function gate() returns trigger language plpgsql as $$ begin
      if (select count(*) from problem where import is not null) = ${problems} then perform pg_advisory_xact_lock_shared(1); end if;
      return new; end $$`);
    await gate.query('create trigger gate before insert on dossier_event for each row execute function gate()');
    await gate.query('select pg_advisory_lock(1)');
    await meanwhile(async () => {
      const waiting = `select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`;
      while ((await gate.query(waiting)).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    });
    await gate.query('select pg_advisory_unlock(1)');
    await gate.query('drop function gate cascade');
  });
}

test('kill -9 in the middle of an import: what was written whole stays, the rest follows after the start, nothing doubles', async () => {
  const person = importer(office, clerk);
  const rows = Array.from({ length: 250 }, (_, at) => [`演示${at}号：${place(at)}${place(at + 40_000)}`, '由旺镇']);
  const id = await person.receive('清单.xlsx', await workbook([['问题', '责任单位'], ...rows]));
  await person.post(`/imports/${id}/mapping`, { chosen: { origin: 'city' } });
  const inRegister = async (): Promise<number> =>
    (await services.db.selectFrom('problem').select('id').where('import', '=', id).execute()).length;

  await heldAfter(150, async (waiting) => {
    const first = await start();
    expect((await person.post(`/imports/${id}/apply`, {})).json()).toMatchObject({ counts: { ready: 250 } });
    await waiting();
    await killed(first);
    expect(await inRegister()).toBe(100);
  });
  const second = await start();
  while ((await person.view(id)).state !== 'done') await new Promise((resolve) => setTimeout(resolve, 50));

  expect(await person.view(id)).toMatchObject({ counts: { in: 250, failed: 0 }, progress: { done: 250, of: 250 } });
  expect(await inRegister()).toBe(250);
  const titles = await services.db.selectFrom('problem').select('title').where('import', '=', id).distinct().execute();
  expect(titles).toHaveLength(250);
  await killed(second);
  await ledgerHolds();
}, 240_000); // a busy machine kills and starts slowly
