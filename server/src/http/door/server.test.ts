import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '../../store/database/database.ts';
import { testOffice } from '../../testing/office.ts';
import { buildServer } from './server.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'page-'));
await mkdir(path.join(folder, 'assets'));
await writeFile(path.join(folder, 'index.html'), '<title>闭环</title>');
await writeFile(path.join(folder, 'assets/a1.js'), '1');

const readiness = { accepting: true };
const { services, app, database } = await testOffice({ page: folder, readiness });
let inside = 0;
let open = (): void => {};
const gate = new Promise<void>((resolve) => (open = resolve));
app.get('/api/slow', async () => {
  inside += 1;
  await gate;
  return {};
});
app.get('/api/bug', async () => {
  throw new Error('张三 was here');
});
app.get('/api/locked', async () => {
  throw Object.assign(new Error('canceling statement'), { code: '55P03' });
});
const name = { type: 'string', minLength: 2 };
const properties = { name, when: { type: 'string', format: 'date' }, in: { type: 'object', properties: { name } } };
app.post('/api/things', { schema: { body: { type: 'object', required: ['name'], properties } } }, async () => ({}));
app.get<{ Querystring: { page: number } }>(
  '/api/things',
  { schema: { querystring: { type: 'object', properties: { page: { type: 'integer' } } } } },
  async ({ query }) => ({ page: query.page }),
);
await app.ready();
afterAll(() => rm(folder, { recursive: true }));

test('alive is not ready: readiness asks the database and says when the doors are closing', async () => {
  expect((await app.inject('/livez')).statusCode).toBe(200);
  expect((await app.inject('/readyz')).statusCode).toBe(200);

  readiness.accepting = false;
  expect((await app.inject('/readyz')).statusCode).toBe(503);
  expect((await app.inject('/livez')).statusCode).toBe(200);
  readiness.accepting = true;
});

test('not ready while nothing can be written', async () => {
  const readOnly = openDatabase({ ...database.app, options: '-c default_transaction_read_only=on' });
  const server = await buildServer({ ...services, db: readOnly });

  expect((await server.inject('/readyz')).json()).toEqual({ status: 'no-database' });
  expect((await server.inject('/livez')).statusCode).toBe(200);

  await server.close();
  await readOnly.destroy();
});

test.each([
  ['a missing field', {}, 'body/name', '缺少必填'],
  ['a field nobody asked for', { name: '滇柏', colour: 1 }, 'body/colour', '没有这一项'],
  ['an unknown field further inside', { name: '滇柏', in: { name: '滇柏', nmae: 'x' } }, 'body/in/nmae', '没有这一项'],
  ['a number where a word belongs', { name: 12 }, 'body/name', '应为文字'],
  ['a day that does not exist', { name: '滇柏', when: '2026-02-30' }, 'body/when', '应为日期'],
])('%s is refused with its place, in Chinese and English', async (_what, payload, at, words) => {
  const response = await app.inject({ method: 'POST', url: '/api/things', payload });

  expect(response.statusCode).toBe(400);
  expect(response.headers['content-type']).toContain('application/problem+json');
  expect(response.json()).toMatchObject({ code: 'invalid-input', title: '提交的内容不符合要求', errors: [{ at }] });
  expect(response.json().errors[0].message).toContain(words);
  expect(response.json().detail).not.toMatch(/[A-Za-z]{3}/);
  expect(response.json().errors[0].messageEn).toMatch(/must/);
});

test('an address is text: its numbers are read, its words are refused', async () => {
  expect((await app.inject('/api/things?page=2')).json()).toEqual({ page: 2 });
  expect((await app.inject('/api/things?page=two')).json()).toMatchObject({
    code: 'invalid-input',
    errors: [{ at: 'querystring/page' }],
  });
  expect((await app.inject('/api/things?pgae=2')).json()).toMatchObject({ code: 'invalid-input' });
});

test.each([
  [
    'ten megabytes',
    { payload: JSON.stringify({ name: 'x'.repeat(10_000_000) }), headers: { 'content-type': 'application/json' } },
    413,
    'too-large',
  ],
  ['half a document', { payload: '{"name":', headers: { 'content-type': 'application/json' } }, 400, 'invalid-input'],
  ['another language', { payload: '<name/>', headers: { 'content-type': 'text/xml' } }, 415, 'wrong-type'],
])('%s is refused with its code', async (_what, sent, status, code) => {
  const response = await app.inject({ method: 'POST', url: '/api/things', ...sent });

  expect([response.statusCode, response.json().code]).toEqual([status, code]);
});

test('a bug is not described to the caller, only numbered', async () => {
  const response = await app.inject('/api/bug');

  expect(response.json()).toMatchObject({
    status: 500,
    code: 'internal',
    instance: expect.stringMatching(/^urn:bihuan:request:[0-9a-f-]{36}$/),
  });
  expect(response.body).not.toContain('张三');
});

test('waiting too long for a lock is not a bug: come again', async () => {
  const response = await app.inject('/api/locked');

  expect([response.statusCode, response.headers['retry-after'], response.json().code]).toEqual([503, '2', 'busy']);
});

test.each(['/api/problems/%', '/api/%zz', '/register/%E4%A', '/%'])(
  'an address with half a sign (%s) is refused in our words',
  async (url) => {
    const answer = await app.inject({ url });

    expect([answer.statusCode, answer.headers['content-type']]).toEqual([400, expect.stringContaining('problem+json')]);
    expect(answer.json()).toMatchObject({ code: 'invalid-input', detail: expect.stringContaining('网址') });
    expect(answer.body).not.toMatch(/FST_|not a valid/);
  },
);

test('every answer says what a browser may do with it, and nothing that the API answers is kept', async () => {
  for (const url of ['/', '/assets/a1.js', '/api/things?page=2', '/api/nothing', '/livez']) {
    const { headers } = await app.inject(url);
    expect(headers, url).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(headers['cache-control'] === 'no-store', url).toBe(url.startsWith('/api/'));
    expect(headers, url).not.toHaveProperty('strict-transport-security'); // this one is not behind TLS
  }
});

test('the page answers for its own addresses, never for an unknown door or a missing file', async () => {
  expect((await app.inject('/register?light=red')).body).toContain('闭环');
  expect((await app.inject('/')).headers['cache-control']).toBe('no-cache');
  expect((await app.inject('/assets/a1.js')).headers['cache-control']).toContain('immutable');
  expect((await app.inject('/assets/a2.js')).statusCode).toBe(404);
  expect((await app.inject('/api/nothing')).json()).toMatchObject({ code: 'not-found' });
  expect((await app.inject({ method: 'POST', url: '/register' })).json()).toMatchObject({ code: 'not-found' });
  expect((await app.inject('/')).headers['content-security-policy']).toContain("default-src 'self'");
});

test('strangers have their own room: when it is full the next is told to come again, and health still answers', async () => {
  const before = inside;
  const waiting = Array.from({ length: 64 }, () => app.inject('/api/slow'));
  while (inside < before + 4) await new Promise(setImmediate);

  const refused = await app.inject('/api/things?page=1');
  expect(refused.json()).toMatchObject({ code: 'busy' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await app.inject('/readyz')).statusCode).toBe(200);

  open();
  await Promise.all(waiting);
  expect((await app.inject('/api/things?page=1')).statusCode).toBe(200);
});

test('a client that never finishes its headers is let go', async () => {
  expect(app.server.headersTimeout).toBe(10_000);
  app.server.headersTimeout = 200; // the same mechanism, sooner
  await app.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1'); // listens on TCP
  socket.write('GET /livez HTTP/1.1\r\nhost: x\r\n');
  const [answer] = (await once(socket, 'data')) as [Buffer];

  expect(answer.toString()).toContain('408');
  socket.destroy();
});

test('the log says which door and how it ended, and nothing of what people wrote', async () => {
  const lines: string[] = [];
  const server = await buildServer(services, { log: { level: 'info', stream: { write: (line) => lines.push(line) } } });
  const querystring = { type: 'object', additionalProperties: true };
  server.post('/api/people/:id', { schema: { querystring } }, async () => {
    throw Object.assign(new Error('Key (name)=(张三) already exists'), {
      code: '23505',
      constraint: 'people_key',
      detail: '张三',
    });
  });
  await server.inject({ method: 'POST', url: '/api/people/53301?name=张三', payload: { name: '张三' } });
  await server.close();

  const [bug, answered] = lines.map((line): unknown => JSON.parse(line));
  expect(bug).toMatchObject({ err: { code: '23505', constraint: 'people_key' } });
  expect(answered).toMatchObject({ method: 'POST', route: '/api/people/:id', status: 500 });
  expect(lines.join('')).not.toMatch(/张三|%E5|53301|127\.0\.0\.1/);
});
