import path from 'node:path';
import { stateOf } from '@bihuan/core/duty';
import { expect, test } from 'vitest';
import { ROOT } from '../config.ts';
import { filingIn } from '../operations/duties/read-duties.ts';
import { linesOf } from '../operations/duties/wall.ts';
import { verifyLedger } from '../operations/record/verify-ledger.ts';
import { testOffice } from '../testing/office.ts';
import { inventedFor } from './invented.ts';
import { loadCases } from './load-cases.ts';
import { addDemonstrationPeople } from './people.ts';

const { services, setToday } = await testOffice({}, path.join(ROOT, 'policies/qingchuan/2026-01-01'));
setToday('2027-01-25'); // the plan is published here since November
await loadCases(services, await addDemonstrationPeople(services));

const rows = await services.db
  .selectFrom('case_file')
  .select(['kind', 'title', 'stage'])
  .where('kind', '=', 'hazard')
  .execute();

test('the invented town has hazards at every stage, one of them found by a check, and an open question', async () => {
  const stages = new Set(rows.map(({ stage }) => stage));
  for (const stage of ['found', 'rectifying', 'accepting', 'public', 'closed', 'merged'])
    expect(stages).toContain(stage);
  expect(rows.map(({ title }) => title)).toContain('（演示）楼道停放电动车');
  expect(rows.every(({ title }) => title.startsWith('（演示）'))).toBe(true);
  expect(new Set(rows.map(({ title }) => title)).size).toBe(rows.length);
  expect(rows.find(({ title }) => title === '（演示）门口有烟味')?.stage).toBe('no-hazard');
  const open = await services.db.selectFrom('question').select('about').where('ruled_on', 'is', null).execute();
  expect(open).toHaveLength(1);
});

test('a month was filed, nil, late, sent back and not at all, and was issued as it stood', async () => {
  const lines = await linesOf(services, { duty: 'monthly-check', period: '2026-12' });
  const states = lines.map((line) => stateOf(filingIn(line), services.today()));
  expect(states.toSorted()).toEqual(['filed', 'filed', 'filed', 'filed', 'late', 'missing', 'nil', 'returned']);
});

test('its record holds', async () => {
  expect((await verifyLedger(services)).findings).toEqual([]);
});

test('a place for which nothing was invented begins empty', () => {
  expect(inventedFor('999902')).toBeNull();
});
