import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { plainDate } from '@bihuan/core/time';
import { verifyLedger } from '../operations/verify-ledger.ts';
import type { Services } from '../services.ts';
import { testDatabase } from '../testing/database.ts';
import { everybody, shidianLaw } from '../testing/law.ts';
import { loadDemonstration } from './load.ts';
import { COHORTS } from './problems.ts';

const { db } = await testDatabase();
const home = await mkdtemp(path.join(os.tmpdir(), 'bihuan-demonstration-'));
afterAll(() => rm(home, { recursive: true }));

const law = shidianLaw();
const today = plainDate('2026-11-24');
const services: Services = { db, home, region: law.policy.region, today: () => today, now: () => `${today}T02:00:00.000Z`, law: () => law };

test('the demonstration walks every problem to its stage through the doors that everybody uses', async () => {
  await loadDemonstration(services, everybody(law.units));

  const rows = await db.selectFrom('problem').select(['title', 'stage', 'closed_on']).execute();
  const invented = COHORTS.flatMap((cohort) => cohort.problems);
  expect(rows).toHaveLength(invented.length);
  expect(rows.filter((row) => row.stage === 'closed')).toHaveLength(invented.filter((problem) => problem.until === 'closed').length);
  expect(rows.every((row) => row.title.startsWith('（演示）'))).toBe(true);
  expect((await verifyLedger(services)).findings).toEqual([]);
}, 60_000);
