import { randomUUID } from 'node:crypto';
import { clubWith, duty, holderOf, twiceAYear } from '@bihuan/core/testing';
import { plainDate } from '@bihuan/core/time';
import { expect, test } from 'vitest';
import { clubInstallation } from '../../testing/club.ts';
import { readTasks } from '../desk/read-workbench.ts';
import { verifyLedger } from '../record/verify-ledger.ts';
import { openDuties } from './open-duties.ts';
import { linesOf } from './wall.ts';

const rounds = duty(twiceAYear, { opensBefore: 30, gathers: 'round-sheet' });
const checks = { ...duty({ every: 'week' }, { by: ['keepers', 'treasury'], forEach: 'field' }), id: 'checks' };
const { services, setToday, setLaw } = await clubInstallation('2030-02-01', rounds, checks);
const { db } = services;

const cases = async () => {
  const rows = await db
    .selectFrom('case_file')
    .select(['kind', 'number', 'owed_by', 'duty', 'period'])
    .orderBy('number')
    .execute();
  return (kind: string) => rows.filter((row) => row.kind === kind);
};
const weeks = async () => (await linesOfChecks()).map(({ period, what }) => `${period} ${what}`);
async function linesOfChecks() {
  const found = await db
    .selectFrom('duty_return')
    .select(['period', 'what', 'unit'])
    .where('duty', '=', 'checks')
    .orderBy('number_key')
    .execute();
  return found;
}

test('nothing is opened before its window begins, and a duty that is new asks for no period that is over', async () => {
  setToday('2030-02-01');

  expect(await openDuties(services)).toMatchObject({ periods: 1, returns: 2 });
  expect(await weeks()).toEqual(['2030-W05 clay', '2030-W05 grass']);
});

test('run again it opens nothing', async () => {
  expect(await openDuties(services)).toEqual({ periods: 0, returns: 0, reminded: 0 });
});

test('an outage of weeks opens each period once, marked late', async () => {
  setToday('2030-02-20');
  await openDuties(services);
  await openDuties(services);

  expect(await weeks()).toHaveLength(8);
  const late = await db.selectFrom('dossier').select('state').where('kind', '=', 'case').execute();
  const marked = late.map(({ state }) => state as { owed: { period: string; openedLate: boolean } });
  expect(marked.filter(({ owed }) => owed.openedLate).map(({ owed }) => owed.period)).toHaveLength(6);
});

test('two processes that look at the same moment open each return once', async () => {
  setToday('2030-04-06');
  const looks = await Promise.allSettled([openDuties(services), openDuties(services), openDuties(services)]);
  await openDuties(services);

  expect(looks.every(({ status }) => status === 'fulfilled')).toBe(true);
  const { length } = await linesOf(services, { duty: 'rounds', period: '2030-05-06' });
  expect(length).toBe(5);
  expect((await cases())('round-sheet')).toMatchObject([
    { number: '汇总-2030-01', duty: 'rounds', period: '2030-05-06', owed_by: '' },
  ]);
  expect(new Set(await weeks()).size).toBe((await weeks()).length);
});

test('a return stands on the desk of every post of its unit, under the day its period is due', async () => {
  const deskOf = (place: string) => readTasks(services, { ...holderOf(place), id: randomUUID() }, {});
  for (const post of ['captain', 'foreman']) {
    const { tasks } = await deskOf(`nets/${post}`);

    expect(tasks).toMatchObject([{ kind: 'round-return', unit: 'nets', post: '*', light: { due: '2030-05-06' } }]);
  }
  expect((await deskOf('archive/clerk')).tasks).toEqual([]);
});

test('a unit that is renamed, founded or closed in mid-period leaves what is open alone', async () => {
  const law = clubWith(rounds, checks);
  await setLaw({
    ...law,
    units: law.units.map((unit) => {
      if (unit.id === 'nets') return { ...unit, names: [{ name: { zh: '球网一队' }, from: plainDate('2030-04-10') }] };
      return unit.id === 'press' ? { ...unit, roles: [{ role: 'team' }] } : unit;
    }),
  });
  setToday('2030-04-20');
  await openDuties(services);
  const lines = await linesOf(services, { duty: 'rounds', period: '2030-05-06' });

  expect(lines.map(({ unit }) => unit)).toEqual(['greens', 'nets', 'lights', 'rollers', 'league-team']);
  expect(lines[1]).toMatchObject({ unit_name: '球网队' });
});

test('a new edition leaves what is open alone, and its duty goes on without a gap', async () => {
  const law = clubWith(rounds, checks);
  const edition = { edition: 'tennis/2030-05-01', inForceFrom: plainDate('2030-05-01') };
  setToday('2030-05-03');
  await setLaw({ ...law, policy: { ...law.policy, ...edition } });
  const before = await weeks();
  await openDuties(services);

  expect((await weeks()).slice(0, before.length)).toEqual(before);
  expect((await weeks()).at(-1)).toBe('2030-W18 grass');
  const policies = await db.selectFrom('case_file').select(['policy', 'period']).where('duty', '=', 'rounds').execute();
  expect(new Set(policies.map(({ policy }) => policy))).toEqual(new Set(['tennis/2030-01-01']));
});

test('the record of all of it holds', async () => {
  const { findings } = await verifyLedger(services);

  // the club's rules are put into the table by the test, without events
  expect(findings.filter(({ dossier }) => dossier !== '')).toEqual([]);
});
