import { expect, test } from 'vitest';
import { plainDate } from '@bihuan/core/time';
import { publishPolicy } from '../../operations/law/publish-policy.ts';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import { COUNTY, EDITION, FIRST_READING } from '../../testing/county.ts';
import { testOffice } from '../../testing/office.ts';
import { registration } from '../../testing/staff.ts';

const office = await testOffice({}, FIRST_READING);
const SEATS = { handler: 'county-push-office', 'leader-in-charge': 'county-push-office', ecologist: 'county-ecology' };
for (const [username, unit] of Object.entries(SEATS)) {
  const post = username === 'ecologist' ? 'handler' : username;
  const posts = [{ unit, post, from: plainDate('2026-01-01'), until: null }];
  await office.add({ name: `（演示）${username}`, username, posts });
}
const [clerk, leader, ecologist] = await Promise.all(Object.keys(SEATS).map((name) => office.as(name)));
if (!clerk || !leader || !ecologist) throw new Error('nobody sits there');
const at = (what: string) => `/policies/${encodeURIComponent(EDITION)}${what}`;

test('problems and lists that entered under the reading from before kinds are brought over to the present one', async () => {
  const problem = (await clerk.post('/problems', registration('弃渣'))).json<{ id: string; version: number }>();
  const tasks = (await clerk.get(`/problems/${problem.id}`)).json<{ tasks: { id: string }[]; version: number }>();
  const graded = { type: 'TakeStep', task: tasks.tasks[0]!.id, facts: { grade: 'general' } };
  const document = { number: '施演〔2026〕1号', date: '2026-11-24' };
  await leader.post(`/problems/${problem.id}/commands`, { version: tasks.version, ask: { ...graded, document } });
  const formed = await ecologist.post('/editions', { title: '（演示）', problems: [problem.id] });
  await publishPolicy(office.services, COUNTY);

  const { lines } = (await leader.get(at('/impact'))).json<{
    lines: { kind: string; dossier: string; seen: string }[];
  }>();
  expect(formed.statusCode).toBe(201);
  expect(lines.map(({ kind }) => kind).toSorted()).toEqual(['edition', 'problem']);
  const dossiers = lines.map(({ dossier, seen }) => ({ dossier, seen }));
  const body = { reason: '统一按新解读办理', dossiers };
  const { results } = (await leader.post(at('/adopt'), body)).json<{ results: { outcome: string }[] }>();

  expect(results.map(({ outcome }) => outcome)).toEqual(['brought', 'brought']);
  expect((await leader.get(`/problems/${problem.id}`)).json()).toMatchObject({ policy: EDITION });
  expect((await verifyLedger(office.services)).findings).toEqual([]);
});
