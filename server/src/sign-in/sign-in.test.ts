import { expect, test } from 'vitest';
import { cookieOf, PASSWORD, testOffice, visitor } from '../testing/office.ts';

const office = await testOffice();
const { add, app, as, stranger } = office;
const handler = { unit: 'county-push-office', post: 'handler', from: '2026-01-01', until: null } as never;
const signIn = (username: string, password: string) => stranger.post('/session', { username, password });

test('a person signs in by a Chinese name, is greeted with their posts, and signs out', async () => {
  await add({ name: '（演示）甲', username: '演示甲', posts: [handler] });
  const response = await signIn('演示甲', PASSWORD);

  expect(response.statusCode).toBe(200);
  expect(response.json()).toMatchObject({
    person: {
      name: '（演示）甲',
      postings: [{ unit: 'county-push-office', post: 'handler', postName: { zh: '经办人' } }],
    },
    admin: false,
  });
  expect(response.body).not.toContain('token');
  expect(response.cookies[0]).toMatchObject({ name: 'bihuan.session_token', httpOnly: true, sameSite: 'Lax' });

  const somebody = visitor(app, cookieOf(response));
  expect((await somebody.get('/people')).statusCode).toBe(200);
  expect((await somebody.delete('/session')).statusCode).toBe(204);
  expect((await somebody.get('/people')).statusCode).toBe(401);
  expect((await somebody.get('/session')).json()).toMatchObject({ person: null, menu: [] });
});

test('a wrong password and a name that nobody has are answered alike', async () => {
  await add({ name: '（演示）乙', username: 'yi' });
  const [wrong, unknown] = [await signIn('yi', 'not the password'), await signIn('nobody', 'not the password')];

  expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401]);
  expect({ ...wrong.json(), instance: '' }).toEqual({ ...unknown.json(), instance: '' });
  expect(wrong.json()).toMatchObject({ code: 'wrong-password' });
  expect(wrong.cookies).toEqual([]);
});

test('D9 · whoever knows the password of a deactivated account is told so, nobody else, and gets no cookie', async () => {
  const id = await add({ name: '（演示）戊', username: 'wu' });
  await add({ name: '（演示）管理员二', username: 'guanli-2', administrator: true });
  expect((await (await as('guanli-2')).post(`/people/${id}/active`, { active: false })).statusCode).toBe(200);

  expect((await signIn('wu', 'not the password')).json()).toMatchObject({ code: 'wrong-password' });
  const told = await signIn('wu', PASSWORD);
  expect([told.statusCode, told.json().code, told.cookies]).toEqual([403, 'deactivated', []]);
  // however often he tries, and however he writes his name
  for (const name of ['wu', ' WU ', 'wu', 'Wu', 'wu', 'wu', 'wu'])
    expect((await signIn(name, PASSWORD)).json()).toMatchObject({ code: 'deactivated' });

  expect((await (await as('guanli-2')).post(`/people/${id}/active`, { active: true })).statusCode).toBe(200);
  expect((await signIn('wu', PASSWORD)).statusCode).toBe(200);
});

test('signing out clears what the browser kept of the pages', async () => {
  await add({ name: '（演示）己', username: 'ji' });
  expect((await (await as('ji')).delete('/session')).headers['clear-site-data']).toBe('"cache"');
});

test('one’s own password is changed with the old one, by the door of the people too', async () => {
  const id = await add({ name: '（演示）管理员三', username: 'guanli-3', administrator: true });
  const refused = await (await as('guanli-3')).post(`/people/${id}/password`, { password: '另一个-2026-密码' });

  expect([refused.statusCode, refused.json().obstacle]).toEqual([422, { code: 'own-password' }]);
  expect((await signIn('guanli-3', PASSWORD)).statusCode).toBe(200);
});

test('five wrong passwords in a row shut the name out, also for the right one, until an administrator sets another', async () => {
  const id = await add({ name: '（演示）丙', username: 'bing' });
  await add({ name: '（演示）管理员', username: 'guanli', administrator: true });
  const tries = await Promise.all(Array.from({ length: 8 }, () => signIn('bing', 'not the password')));

  expect(tries.filter((response) => response.statusCode === 401)).toHaveLength(5);
  const locked = await signIn('BING', PASSWORD);
  expect(locked.statusCode).toBe(429);
  expect(locked.json()).toMatchObject({ code: 'locked', detail: expect.stringContaining('分钟') });
  expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);

  const administrator = await as('guanli');
  expect((await administrator.post(`/people/${id}/password`, { password: '另一个-2026-密码' })).statusCode).toBe(200);
  expect((await signIn('bing', PASSWORD)).statusCode).toBe(401);
  expect((await signIn('bing', '另一个-2026-密码')).statusCode).toBe(200);
});

test.each([
  ['no cookie', {}],
  ['a cookie made up', { cookie: 'bihuan.session_token=abc.def' }],
  ['a token without its signature', { cookie: 'bihuan.session_token=abc' }],
  ['a cookie that cannot be decoded', { cookie: 'bihuan.session_token=%E0%A4%A' }],
])('%s is nobody', async (_what, headers) => {
  const response = await app.inject({ url: '/api/people', headers });
  expect(response.statusCode).toBe(401);
  expect(response.json()).toMatchObject({ code: 'unauthenticated' });
});

test('a token read from the tables signs nobody in without the key outside them', async () => {
  await add({ name: '（演示）丁', username: 'ding' });
  const cookie = cookieOf(await signIn('ding', PASSWORD));
  const [name, value] = cookie.split('=');
  const token = decodeURIComponent(value!).split('.')[0]!;
  const forged = `${name}=${encodeURIComponent(`${token}.${Buffer.alloc(32, 7).toString('base64')}`)}`;

  expect((await app.inject({ url: '/api/people', headers: { cookie } })).statusCode).toBe(200);
  expect((await app.inject({ url: '/api/people', headers: { cookie: forged } })).statusCode).toBe(401);
});

test.each([[{ origin: 'https://elsewhere.example' }], [{ origin: 'null' }], [{ 'sec-fetch-site': 'cross-site' }]])(
  'a change that another site sends is refused: %j',
  async (headers) => {
    const response = await app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { host: 'bihuan.example', ...headers },
      payload: { username: 'ding', password: PASSWORD },
    });
    expect(response.statusCode).toBe(403);
    expect(response.cookies).toEqual([]);
  },
);

test('the library’s own addresses are not there', async () => {
  for (const url of [
    '/api/auth/sign-up/email',
    '/api/auth/sign-in/username',
    '/sign-in/demonstration',
    '/api/auth/get-session',
  ]) {
    expect((await app.inject({ method: 'POST', url, payload: {} })).statusCode).toBe(404);
  }
});
