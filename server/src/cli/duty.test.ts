import { expect, test } from 'vitest';
import { openDuties } from '../operations/duties/open-duties.ts';
import { commandLine } from '../testing/command-line.ts';
import { testOffice } from '../testing/office.ts';
import { duty } from './duty.ts';

const { services, database, setToday } = await testOffice();
await commandLine(database);

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
