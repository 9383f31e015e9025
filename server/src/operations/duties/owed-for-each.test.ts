import { randomUUID } from 'node:crypto';
import type { Actor } from '@bihuan/core/access';
import type { Case, CaseAsk } from '@bihuan/core/case';
import { plainDate } from '@bihuan/core/time';
import { expect, test } from 'vitest';
import { findDossiers } from '../../store/dossiers/dossiers.ts';
import { testOffice } from '../../testing/office.ts';
import { TOWN } from '../../testing/town.ts';
import { caseSubject } from '../cases/subject.ts';
import { commandDossier } from '../dossiers/command-dossier.ts';
import { verifyLedger } from '../record/verify-ledger.ts';
import { openDuties } from './open-duties.ts';
import { orderRound } from './order.ts';
import { readDuties } from './read-duties.ts';
import { readWall } from './wall.ts';

const { services, setToday } = await testOffice({}, TOWN);
const someone = (unit: string, post: string): Actor => ({
  id: randomUUID(),
  name: `（演示）${unit}`,
  postings: [{ unit, unitName: unit, post }],
});
const director = someone('town-fire', 'director');
const station = someone('station-market', 'director');
const other = someone('station-building', 'director');
const village = someone('village-dukou', 'director');

setToday('2027-03-01');
const order = { first: plainDate('2027-03-01'), last: plainDate('2027-03-20'), text: '春季专项排查' };
await orderRound(services, { duty: 'search', ...order, by: director, key: randomUUID(), fingerprint: 'the same' });

const wall = async (by: Actor) => (await readWall(services, by, 'search', '2027-03-01'))!;
async function cell(by: Actor, what: string) {
  const { rows } = await wall(by);
  return rows.find(({ unit }) => unit === 'village-dukou')?.cells.find((each) => each.what === what);
}
async function ask(id: string, asked: CaseAsk, by: Actor) {
  const { version } = (await findDossiers<Case>(services.db, services.region, 'case', [id])).get(id)!;
  return commandDossier(caseSubject, services, {
    dossier: id,
    version,
    ask: asked,
    by,
    key: randomUUID(),
    fingerprint: 'the same',
  });
}

test('every village owes a return for every sort, whoever is in charge of what: the wall is units by sorts', async () => {
  const { whats, rows, counts } = await wall(director);

  expect(whats.map(({ id, title }) => `${id} ${title?.zh}`)).toEqual([
    'wiring 电气线路',
    'exits 疏散通道和安全出口',
    'storage 易燃物堆放',
    'gas 燃气使用',
  ]);
  expect(rows.map(({ unit, cells }) => `${unit} ${cells.map(({ state }) => state).join(' ')}`)).toEqual([
    'village-shangwan open open open open',
    'village-dukou open open open open',
    'village-laojie open open open open',
  ]);
  expect(counts).toMatchObject({ open: 12, 'not-owed': 0 });
});

test('looked at again, and by three processes at once, each of them stands once', async () => {
  await Promise.all([openDuties(services), openDuties(services), openDuties(services)]);

  const { counts } = await wall(director);
  expect(counts.open).toBe(12);
});

test('a return says for which it is owed, which nobody changes; whoever is in charge of that confirms it', async () => {
  const id = (await cell(director, 'gas'))!.dossier!;
  const { state } = (await findDossiers<Case>(services.db, services.region, 'case', [id])).get(id)!;

  expect(state).toMatchObject({ title: expect.stringContaining('燃气使用'), values: { field: 'gas' } });
  expect(state.parts['case.station']).toMatchObject([{ unit: 'station-market' }]);
  const changed = await ask(id, { type: 'FillSheet', values: { field: 'exits' } }, village);
  expect(changed).toMatchObject({ refused: { obstacle: { code: 'nothing-to-do' } } });
  const filed = { type: 'TakeStep', task: 'search/hand-in/1/0', values: { places: 2, found: '软管老化' } } as const;
  expect(await ask(id, filed, village)).toMatchObject({ done: {} });
  expect((await cell(director, 'gas'))?.state).toBe('confirming');
  const confirm = { type: 'TakeStep', task: 'search/confirm/1/0' } as const;
  expect(await ask(id, confirm, other)).toMatchObject({ refused: {} });
  const back = {
    type: 'ReturnStep',
    task: confirm.task,
    to: 'hand-in',
    reason: '哪一户',
    becauseOf: '第16条',
  } as const;
  expect(await ask(id, back, station)).toMatchObject({ done: {} });
});

test('whoever confirms what he is in charge of has the duty on his page, and on the wall the sorts that he is in charge of', async () => {
  const mine = async (by: Actor) => (await readDuties(services, by)).duties.find(({ id }) => id === 'search');

  expect(await mine(station)).toMatchObject({ oversees: true, forEach: { own: false, title: { zh: '领域' } } });
  expect((await wall(station)).whats.map(({ id }) => id)).toEqual(['storage', 'gas']);
  expect(await mine(someone('school', 'warden'))).toBeUndefined();
});

test('the record of all of it holds', async () => {
  // whoever acts here was never given an account: of that alone the proof complains
  const people = [director, station, other, village].map(({ id }) => id);
  const { findings } = await verifyLedger(services);
  expect(findings.filter(({ dossier }) => !people.includes(dossier))).toEqual([]);
});
