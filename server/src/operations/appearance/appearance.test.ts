import { expect, test } from 'vitest';
import { testOffice } from '../../testing/office.ts';
import { unzipped } from '../../testing/unzipped.ts';
import { verifyLedger } from '../record/verify-ledger.ts';

const office = await testOffice();
const { add, as, services, stranger } = office;
await add({ name: '（演示）管理员', username: 'guanli', administrator: true });
const seat = { unit: 'county-push-office', post: 'handler', from: '2026-01-01', until: null } as never;
await add({ name: '（演示）甲', username: 'jia', posts: [seat] });
const [administrator, clerk] = [await as('guanli'), await as('jia')];
const chosen = { name: '（演示）整改平台', main: '#0b4f6c', second: '#2f7d5b' };
const installation = async () => (await stranger.get('/session')).json().installation;

test('before anybody has chosen, the plan’s title and the program’s own colours stand', async () => {
  const { name, appearance } = await installation();
  expect(appearance).toEqual({ name: null, main: null, second: null });
  expect(name).toBe(services.law().policy.title.zh);
});

test('a colour that nobody can read is refused with its contrast, and nothing changes', async () => {
  const refused = await administrator.post('/appearance', { ...chosen, main: '#ffcc00' });
  expect(refused.statusCode).toBe(422);
  expect(refused.json()).toMatchObject({ faults: [{ field: 'main', code: 'too-pale', bound: '1.4' }] });
  expect((await installation()).appearance.main).toBeNull();
});

test('only an administrator chooses; from then on everybody sees it, before signing in too, and the record proves it', async () => {
  expect((await clerk.post('/appearance', chosen)).json()).toMatchObject({ obstacle: { code: 'not-administrator' } });
  expect((await administrator.post('/appearance', chosen)).json()).toEqual(chosen);
  expect(await installation()).toMatchObject({ name: '（演示）整改平台', appearance: chosen });
  expect((await verifyLedger(services)).findings).toEqual([]);
});

test('a list that goes out bears the name in its head', async () => {
  const sheet = await unzipped((await clerk.get('/problems.xlsx')).rawPayload);
  expect(sheet).toContain('（演示）整改平台 生态环境问题台账');
});

test('asked again under its key it is done once, and the last choice holds', async () => {
  const key = '0e0d0c0b-0a09-4000-8000-000000000001';
  const plain = { name: null, main: null, second: null };
  const answers = [
    await administrator.post('/appearance', plain, key),
    await administrator.post('/appearance', plain, key),
  ];
  expect(answers.map((answer) => answer.json())).toEqual([plain, plain]);
  expect((await installation()).appearance).toEqual(plain);
});
