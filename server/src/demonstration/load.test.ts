import { stateOf } from '@bihuan/core/duty';
import { expect, test } from 'vitest';
import { filingIn } from '../operations/duties/read-duties.ts';
import { linesOf } from '../operations/duties/wall.ts';
import { verifyLedger } from '../operations/record/verify-ledger.ts';
import { testOffice } from '../testing/office.ts';
import { inventedFor } from './invented.ts';
import { loadCases } from './load-cases.ts';
import { loadDemonstration } from './load.ts';
import { addDemonstrationPeople } from './people.ts';
import { loadReturns } from './returns.ts';

const { services, setToday } = await testOffice();
const { db } = services;

const people = await addDemonstrationPeople(services);
const invented = inventedFor(services.region)!;

test('the demonstration walks every problem to its stage through the doors that everybody uses', async () => {
  await loadDemonstration(services, people);

  const rows = await db.selectFrom('problem').select(['title', 'stage', 'closed_on']).execute();
  const problems = invented.problems!.flatMap((cohort) => cohort.problems);
  expect(rows).toHaveLength(problems.length);
  expect(rows.filter((row) => row.stage === 'closed')).toHaveLength(
    problems.filter((problem) => problem.until === 'closed').length,
  );
  expect(rows.filter((row) => row.stage === 'merged').map(({ title }) => title)).toEqual([
    '（演示）屠宰点废水未经处理直排',
  ]);
  expect(rows.every((row) => row.title.startsWith('（演示）'))).toBe(true);
  expect((await verifyLedger(services)).findings).toEqual([]);
}, 60_000);

test('a plan without problems has no past invented for it', async () => {
  const law = services.law();
  const without = { ...law, policy: { ...law.policy, kinds: law.policy.kinds!.filter(({ is }) => is === 'plain') } };
  const said: string[] = [];

  await loadDemonstration({ ...services, law: () => without }, [], (text) => said.push(text));

  expect(said).toEqual([]);
});

test('task forces and viewings stand at their stages, one question is open and one was ruled, and the record of them holds', async () => {
  await loadCases(services, people);

  const rows = await db.selectFrom('case_file').select(['kind', 'title', 'stage']).execute();
  const stages = (kind: string) => rows.filter((row) => row.kind === kind).map(({ stage }) => stage);
  expect(rows).toHaveLength(invented.dossiers.length);
  expect(stages('task-force').toSorted()).toEqual(['closed', 'dissolving', 'forming', 'forming', 'standing']);
  expect(stages('film-viewing').toSorted()).toEqual(['closed', 'closed', 'closed', 'held', 'planned']);
  expect(rows.every((row) => row.title.startsWith('（演示）'))).toBe(true);
  const asked = await db.selectFrom('question').select(['key', 'choice']).orderBy('choice').execute();
  expect(asked).toEqual([
    { key: 'where:forming/forming/order', choice: 'propose' },
    { key: 'where:forming/forming/order', choice: null },
  ]);
  expect((await verifyLedger(services)).findings).toEqual([]);
}, 60_000);

test('liaisons were named in the spring: one unit was late, one was sent its return back, one never filed, and the directory was issued without them', async () => {
  setToday('2027-05-10'); // the plan is published here since November
  await loadReturns(services, people, invented.returns[0]!);

  const lines = await linesOf(services, { duty: 'liaisons', period: '2027-03-31' });
  const states = lines.map((line) => stateOf(filingIn(line), services.today()));
  const count = (state: string) => states.filter((each) => each === state).length;
  expect([lines.length, count('filed'), count('late'), count('returned'), count('missing')]).toEqual([32, 29, 1, 1, 1]);
  const list = await db
    .selectFrom('case_file')
    .select(['stage', 'closed_on'])
    .where('kind', '=', 'liaison-list')
    .execute();
  expect(list).toMatchObject([{ stage: 'closed' }]);
  expect((await verifyLedger(services)).findings).toEqual([]);
}, 60_000);
