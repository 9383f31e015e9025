import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { staffedOffice } from '../../testing/staff.ts';
import { compressAnswers, encodingFor } from './compress.ts';

const page = mkdtempSync(path.join(os.tmpdir(), 'bihuan-page-'));
mkdirSync(path.join(page, 'assets'));
for (const [name, text] of [
  ['index.html', 'page'],
  ['assets/a.js', 'plain'],
  ['assets/a.js.br', 'brotli'],
  ['assets/a.js.gz', 'gzip'],
  ['assets/b.js', 'only plain'],
] as const)
  writeFileSync(path.join(page, name), text);
const office = await staffedOffice(undefined, { page });
const person = office.cast.holding('county-ecology', 'handler').id;
const cookie = await office.cookie(person);

const get = (url: string, headers: Record<string, string> = {}) =>
  office.app.inject({ method: 'GET', url, headers: { cookie, ...headers } });

test('a long answer travels compressed as the client takes it, and is the same answer', async () => {
  const plain = await get('/api/plan');
  const br = await get('/api/plan', { 'accept-encoding': 'gzip, deflate, br' });
  const gz = await get('/api/plan', { 'accept-encoding': 'gzip' });

  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(br.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'application/json; charset=utf-8' });
  expect(Number(br.headers['content-length'])).toBe(br.rawPayload.length);
  expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain.body);
  expect(gunzipSync(gz.rawPayload).toString()).toBe(plain.body);
  expect(br.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
  for (const answer of [plain, br, gz]) expect(answer.headers['vary']).toMatch(/accept-encoding/i);
});

test('what another site has asked for, what is short and what changes something is not compressed', async () => {
  const bare = Fastify();
  compressAnswers(bare);
  const said = { words: '压缩'.repeat(2_000) };
  bare.get('/long', () => said);
  bare.post('/long', () => said);
  bare.get('/short', () => ({ words: '短' }));
  const ask = async (method: 'GET' | 'POST', url: string, headers = {}): Promise<unknown> =>
    (await bare.inject({ method, url, headers: { 'accept-encoding': 'br', ...headers } })).headers['content-encoding'];

  expect(await ask('GET', '/long')).toBe('br');
  expect(await ask('GET', '/long', { 'sec-fetch-site': 'same-origin' })).toBe('br');
  expect(await ask('GET', '/long', { 'sec-fetch-site': 'cross-site' })).toBeUndefined();
  expect(await ask('POST', '/long')).toBeUndefined();
  expect(await ask('GET', '/short')).toBeUndefined();
});

test('the page’s files are sent as the build compressed them, each way kept apart by caches', async () => {
  const [br, gz, plain, bare] = await Promise.all([
    get('/assets/a.js', { 'accept-encoding': 'br, gzip' }),
    get('/assets/a.js', { 'accept-encoding': 'gzip' }),
    get('/assets/a.js'),
    get('/assets/b.js', { 'accept-encoding': 'br' }),
  ]);

  expect([br, gz, plain, bare].map(({ body }) => body)).toEqual(['brotli', 'gzip', 'plain', 'only plain']);
  expect([br, gz, plain, bare].map(({ headers }) => headers['content-encoding'])).toEqual([
    'br',
    'gzip',
    undefined,
    undefined,
  ]);
  for (const answer of [br, gz, plain, bare])
    expect(answer.headers).toMatchObject({
      vary: expect.stringMatching(/accept-encoding/i),
      'content-type': expect.stringContaining('javascript'),
      'cache-control': expect.stringContaining('immutable'),
    });
  expect(new Set([br, gz, plain].map(({ headers }) => headers['etag'])).size).toBe(3);
  const again = await get('/assets/a.js', { 'accept-encoding': 'br', 'if-none-match': String(br.headers['etag']) });
  expect(again.statusCode).toBe(304);
});

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip;q=1, br;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['identity', null],
  ['*', 'br'],
  ['*;q=0', null],
  ['', null],
  [undefined, null],
])('%s is answered with %s', (accepted, how) => {
  expect(encodingFor(accepted)).toBe(how);
});
