import { plainDate } from '@bihuan/core/time';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../config.ts';
import { openCase } from '../../operations/cases/open.ts';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import { readPack } from '../../policies/index.ts';
import { lawOf } from '../../testing/case-file.ts';
import { testOffice, type Visitor } from '../../testing/office.ts';

// the invented town: another place, another matter, nothing of the county's plan in it
const law = lawOf(readPack(path.join(ROOT, 'policies/qingchuan/2026-01-01')).pack!);
const office = await testOffice({}, law);
const { services, setToday } = office;

const SEATS = {
  clerk: ['town-fire', 'clerk'],
  inspector: ['town-fire', 'inspector'],
  director: ['town-fire', 'director'],
  warden: ['bamboo-works', 'warden'],
  village: ['village-laojie', 'director'],
  deputy: ['town-government', 'deputy-mayor'],
  stranger: ['school', 'warden'],
} as const;
for (const [username, [unit, post]] of Object.entries(SEATS))
  await office.add({
    name: `（演示）${username}`,
    username,
    posts: [{ unit, post, from: '2026-01-01' as never, until: null }],
  });
const seat = Object.fromEntries(
  await Promise.all(Object.keys(SEATS).map(async (name) => [name, await office.as(name)] as const)),
) as Record<keyof typeof SEATS, Visitor>;

const view = async (by: Visitor, id: string) => (await by.get(`/cases/${id}`)).json();

/** Asks as the page does: with the version and the digest that were shown. Answers the status. */
async function ask(by: Visitor, id: string, wish: Record<string, unknown>): Promise<number> {
  const { version } = await view(by, id);
  return (await by.post(`/cases/${id}/commands`, { version, ask: wish })).statusCode;
}

async function take(by: Visitor, id: string, step: string, more: object = {}): Promise<number> {
  const { tasks, offers } = await view(by, id);
  const task = tasks.find((open: { step: string }) => open.step === step)?.id;
  const offer = offers.find((one: { type: string; target: string }) => one.type === 'TakeStep' && one.target === task);
  const seen = offer?.seen ? { seen: offer.seen.digest } : {};
  return ask(by, id, { type: 'TakeStep', task, ...seen, ...more });
}

async function prove(by: Visitor, id: string, kind: string): Promise<number> {
  const file = await by.file(`${kind}.png`);
  return ask(by, id, { type: 'AddEvidence', file, kind, takenOn: null, note: '' });
}

test('a hazard goes from the round to the deputy mayor’s signature, through the doors that everybody uses', async () => {
  setToday('2026-09-28');
  const opened = await seat.inspector.post('/cases', {
    kind: 'hazard',
    from: 'round',
    values: {
      what: '（演示）疏散通道堆满竹料',
      where: { words: '竹器厂二车间', township: 'village-laojie' },
      field: 'exits',
      items: [{ item: '成捆竹料', count: 12 }],
    },
  });
  expect(opened.json()).toMatchObject({ id: expect.any(String) });
  const { id } = opened.json();
  expect(await take(seat.inspector, id, 'check', { outcome: 'hazard', values: { finding: '属实' } })).toBe(200);
  expect(await take(seat.inspector, id, 'grade', { values: { severity: 'general' } })).toBe(200);
  const parts = {
    'case.premises': [{ unit: 'bamboo-works', unitName: '', person: { name: '（演示）厂长' } }],
    'case.local': [{ unit: 'village-laojie', unitName: '', person: null }],
  };
  setToday('2026-09-30');
  expect(await take(seat.director, id, 'notice', { parts })).toBe(200);
  setToday('2026-10-12');
  expect(await take(seat.warden, id, 'rectify', { values: { done: '已清理' } })).toBe(422);
  for (const kind of ['before-photo', 'after-photo']) expect(await prove(seat.warden, id, kind)).toBe(200);
  const values = { done: '已清理', 'done-on': '2026-10-12', cost: 120_000 };
  expect(await take(seat.warden, id, 'rectify', { values })).toBe(200);
  setToday('2026-10-13');
  expect(await take(seat.village, id, 'first')).toBe(200);
  const second = (await view(seat.inspector, id)).tasks[0].id;
  const back = { type: 'ReturnStep', task: second, to: '', reason: '后门仍上锁', becauseOf: '第8条' };
  expect(await ask(seat.inspector, id, back)).toBe(200);
  const { questions } = await view(seat.director, id);
  expect(questions).toMatchObject([{ about: 'where', choices: [{ id: 'rectify' }, { id: 'first' }], ruling: null }]);
  const ruling = {
    type: 'RuleQuestion',
    question: questions[0].id,
    choice: 'first',
    reason: '退初验单位',
    scope: 'edition',
  };
  expect(await ask(seat.director, id, ruling)).toBe(200);
  expect(await take(seat.village, id, 'first')).toBe(200);
  expect(await take(seat.inspector, id, 'second')).toBe(200);
  setToday('2026-10-27');
  expect(await take(seat.clerk, id, 'publicity')).toBe(422);
  setToday('2026-10-28');
  expect(await take(seat.clerk, id, 'publicity')).toBe(200);
  expect(await take(seat.deputy, id, 'signature')).toBe(200);

  const { row, stale, copies } = await view(seat.deputy, id);
  expect(row).toMatchObject({ number: '晴消-2026-0001', stage: 'closed', closedOn: '2026-10-28' });
  expect([stale, copies.length]).toEqual([[], 1]);
  expect((await seat.warden.get(`/cases/${id}/events`)).statusCode).toBe(200);
  expect((await seat.stranger.get(`/cases/${id}`)).statusCode).toBe(404);
  expect((await verifyLedger(services)).findings.filter(({ dossier }) => dossier === id)).toEqual([]);
});

test('its list shows the columns and stages that its rules say, to whoever may read it', async () => {
  const list = (await seat.clerk.get('/cases?kind=hazard')).json();
  expect(list).toMatchObject({
    total: 1,
    rows: [{ cells: { what: '（演示）疏散通道堆满竹料', severity: { zh: '一般隐患' } } }],
  });
  expect(list.groups).toContainEqual({ id: 'closed', count: 1 });
  expect((await seat.clerk.get('/cases?kind=hazard&f.severity=major')).json().total).toBe(0);
  expect((await seat.stranger.get('/cases?kind=hazard')).json().total).toBe(0);
  expect((await seat.clerk.get('/kinds')).json().kinds.map(({ id }: { id: string }) => id)).toEqual([
    'hazard',
    'check-return',
    'search-return',
    'month-sheet',
  ]);
});

test('nothing of a problem is offered: no page, no door that would register one', async () => {
  const { menu } = (await seat.clerk.get('/session')).json();
  expect(menu).not.toContain('problems');
  expect(menu).not.toContain('editions');

  const by = { id: 'x', name: 'x', postings: [{ unit: 'town-fire', unitName: '', post: 'clerk' }] };
  const asked = { key: crypto.randomUUID(), fingerprint: 'x', by, kind: 'problem', values: {} };
  expect(await openCase({ ...services, today: () => plainDate('2026-10-28') }, asked)).toMatchObject({
    refused: { faults: [{ field: 'kind', code: 'unknown' }] },
  });
});
