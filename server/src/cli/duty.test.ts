import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, inject, test, vi } from 'vitest';
import { openDuties } from '../operations/duties/open-duties.ts';
import { testOffice } from '../testing/office.ts';
import { duty } from './duty.ts';

const { services, database, setToday } = await testOffice();
const home = await mkdtemp(path.join(os.tmpdir(), 'bihuan-duty-'));
afterAll(() => rm(home, { recursive: true }));
const url = (account: string) =>
  `postgres://${account}@/${database.app.database}?host=${encodeURIComponent(inject('cluster'))}`;
vi.stubEnv('BIHUAN_HOME', home);
vi.stubEnv('DATABASE_URL', url('bihuan_owner'));
vi.stubEnv('DATABASE_APP_URL', url('bihuan_app'));

async function run(line: string): Promise<{ code: number; said: string }> {
  let said = '';
  const code = await duty.run(line.split(' '), {
    stdout: { write: (text: string) => void (said += text) },
    stderr: { write: (text: string) => void (said += text) },
  });
  return { code, said };
}

// the county's own plan: only what any plan's duty would show is looked at
setToday('2027-03-10');
await openDuties(services);
const [row] = await services.db.selectFrom('duty_return').select(['duty', 'period']).limit(1).execute();

test('the list tells every duty with the periods that were opened', async () => {
  const { code, said } = await run('list --json');
  const { duties } = JSON.parse(said);

  expect(code).toBe(0);
  expect(duties).toContainEqual(
    expect.objectContaining({ id: row!.duty, periods: [expect.objectContaining({ id: row!.period })] }),
  );
  expect((await run('list')).said).toContain(row!.period);
});

test('the wall of a period is printed, a return a line; one that is not there is said to be none', async () => {
  const { returns } = JSON.parse((await run(`wall ${row!.duty} ${row!.period} --json`)).said);
  const lines = (await run(`wall ${row!.duty} ${row!.period}`)).said.trim().split('\n');

  expect(returns.length).toBeGreaterThan(5);
  expect(lines).toHaveLength(returns.length);
  expect(await run('wall sweeps 1999-01')).toEqual({ code: 1, said: '没有这一期 / no such period: sweeps 1999-01\n' });
});

test('opening from the terminal is the calendar’s own look: what is open already stays as it is', async () => {
  expect(JSON.parse((await run('open --json')).said)).toMatchObject({ returns: 0 });
});

test.each([
  ['a verb that is not there', 'close', 'no such verb'],
  ['a wall of nothing', 'wall', 'say the duty'],
])('%s is refused with what to do', async (_what, line, says) => {
  await expect(run(line)).rejects.toThrow(says);
});
