import { expect, test } from 'vitest';
import { EDITION } from '../../testing/county.ts';
import { testOffice, PASSWORD } from '../../testing/office.ts';
import { freshSetUpCode } from './set-up.ts';

const { services, stranger, as } = await testOffice();
const first = { name: '（演示）管理员', username: 'guanli', password: PASSWORD, unit: 'county-push-office' };

test('an empty installation is set up once, with the newest code from its terminal', async () => {
  expect((await stranger.get('/session')).json().installation).toMatchObject({
    setUp: false,
    policy: EDITION,
  });
  const printedBefore = (await freshSetUpCode(services))!;
  const code = (await freshSetUpCode(services))!;
  expect(code).toMatch(/^([2-9A-Z]{5}-){3}[2-9A-Z]{5}$/);

  expect((await stranger.post('/setup', { ...first, code: 'AAAAA-AAAAA-AAAAA-AAAAA' })).json()).toMatchObject({
    code: 'wrong-code',
  });
  expect((await stranger.post('/setup', { ...first, code: printedBefore })).statusCode).toBe(403);
  expect((await stranger.post('/setup', { ...first, code, username: 'no spaces' })).statusCode).toBe(400);

  const both = await Promise.all([
    stranger.post('/setup', { ...first, code }),
    stranger.post('/setup', { ...first, code: code.toLowerCase(), username: 'second' }),
  ]);
  expect(both.filter((answer) => answer.statusCode === 201)).toHaveLength(1);
  expect((await stranger.post('/setup', { ...first, code, username: 'third' })).statusCode).toBe(403);
  expect(await freshSetUpCode(services)).toBeNull();
});

test('the first administrator signs in and may act on no problem', async () => {
  const name = (await services.db.selectFrom('person').select('username').executeTakeFirstOrThrow()).username;
  const session = (await (await as(name)).get('/session')).json();
  expect(session).toMatchObject({
    admin: true,
    person: { postings: [], unitName: '施甸县推动长江经济带发展领导小组办公室' },
    installation: { setUp: true },
  });
  expect(session.menu).not.toContain('problems');
});

test('only the digest of the code is kept', async () => {
  const { code_digest: digest, used_at: used } = await services.db
    .selectFrom('set_up')
    .select(['code_digest', 'used_at'])
    .executeTakeFirstOrThrow();
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(used).not.toBeNull();
});
