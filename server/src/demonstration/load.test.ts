import { expect, test } from 'vitest';
import { verifyLedger } from '../operations/verify-ledger.ts';
import { testOffice } from '../testing/office.ts';
import { loadDemonstration } from './load.ts';
import { addDemonstrationPeople } from './people.ts';
import { COHORTS } from './problems.ts';

const { services } = await testOffice();
const { db } = services;

test('the demonstration walks every problem to its stage through the doors that everybody uses', async () => {
  await loadDemonstration(services, await addDemonstrationPeople(services));

  const rows = await db.selectFrom('problem').select(['title', 'stage', 'closed_on']).execute();
  const invented = COHORTS.flatMap((cohort) => cohort.problems);
  expect(rows).toHaveLength(invented.length);
  expect(rows.filter((row) => row.stage === 'closed')).toHaveLength(
    invented.filter((problem) => problem.until === 'closed').length,
  );
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
