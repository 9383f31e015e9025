import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LARGEST_FILE } from '../../files/vault.ts';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services, app, cast } = office;
const cookie = await office.cookie(cast.holding('county-ecology', 'handler').id);
const base = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));

const MEGABYTE = 1024 * 1024;
const PDF = Buffer.from('%PDF-1.7\n');

/** Drafts and whole files of the vault. */
async function vault(): Promise<{ drafts: number; whole: number }> {
  const names = await readdir(path.join(services.home, 'files'), { recursive: true }).catch(() => []);
  const files = names.filter((name) => path.basename(name).length > 30);
  const drafts = files.filter((name) => name.endsWith('.part')).length;
  return { drafts, whole: files.length - drafts };
}

/** So many bytes that begin like `head`, a megabyte at a time. */
function* bytes(size: number, head = PDF): Generator<Buffer> {
  for (let at = 0; at < size; at += MEGABYTE) {
    const piece = Buffer.alloc(Math.min(MEGABYTE, size - at));
    if (at === 0) head.copy(piece);
    yield piece;
  }
}

type Upload = {
  readonly size: number;
  readonly announced?: boolean;
  readonly cookie?: string;
  readonly head?: Buffer<ArrayBuffer>;
  readonly path?: string;
  readonly type?: string;
};

const SCANS = `/files?name=${encodeURIComponent('扫描件.pdf')}`;
const BYTES = 'application/octet-stream';

/** A connection on which an upload has begun. */
async function begun({
  size,
  announced = true,
  cookie: own = cookie,
  path: at = SCANS,
  type = BYTES,
}: Upload): Promise<Socket> {
  const socket = connect(Number(base.port), base.hostname);
  const lines = [
    `POST /api${at} HTTP/1.1`,
    `host: ${base.host}`,
    `cookie: ${own}`,
    `content-type: ${type}`,
    `idempotency-key: ${randomUUID()}`,
    announced ? `content-length: ${size}` : 'transfer-encoding: chunked',
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  await once(socket, 'connect');
  return socket;
}

const framed = (piece: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);

/** As the slowest of clients does it: everything is sent before anything is read. */
async function sent(upload: Upload): Promise<{ status: number; code: string | null }> {
  const socket = await begun(upload);
  for (const piece of bytes(upload.size, upload.head)) {
    if (!socket.write(upload.announced === false ? framed(piece) : piece)) await once(socket, 'drain');
  }
  if (upload.announced === false) socket.write('0\r\n\r\n');
  let answer = '';
  // the answers of this door are short: a line of status, some headers, one line of JSON
  while (!answer.endsWith('}')) answer += String(((await once(socket, 'data')) as [Buffer])[0]);
  socket.destroy();
  const { code } = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n{'))) as { code?: string };
  return { status: Number(answer.slice(9, 12)), code: code ?? null };
}

test('a file of exactly the largest size is kept whole', async () => {
  expect(await sent({ size: LARGEST_FILE })).toEqual({ status: 201, code: null });
  expect(await services.db.selectFrom('file').select('size').execute()).toEqual([{ size: LARGEST_FILE }]);
  expect(await vault()).toEqual({ drafts: 0, whole: 1 });
});

test.each<[string, Upload, number, string]>([
  ['one byte more', { size: LARGEST_FILE + 1 }, 413, 'file-too-large'],
  ['one byte more, not announced', { size: LARGEST_FILE + 1, announced: false }, 413, 'file-too-large'],
  ['much more', { size: 80 * MEGABYTE }, 413, 'file-too-large'],
  ['much more, not announced', { size: 80 * MEGABYTE, announced: false }, 413, 'file-too-large'],
  ['nothing at all', { size: 0 }, 422, 'empty-file'],
  ['a file from nobody', { size: 5 * MEGABYTE, cookie: '' }, 401, 'unauthenticated'],
  ['a program that calls itself a scan', { size: MEGABYTE, head: Buffer.from('MZ') }, 415, 'file-type'],
])('%s is refused in words that arrive, and nothing of it stays', async (_what, upload, status, code) => {
  const before = await vault();

  expect(await sent(upload)).toEqual({ status, code });
  expect(await vault()).toEqual(before);
});

test('an upload that breaks off leaves no draft and no row, and the next one is taken', async () => {
  const [before, rows] = [await vault(), await services.db.selectFrom('file').select('id').execute()];
  const socket = await begun({ size: 20 * MEGABYTE });
  for (const piece of bytes(3 * MEGABYTE)) socket.write(piece);
  while ((await vault()).drafts === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  socket.destroy();
  while ((await vault()).drafts > 0) await new Promise((resolve) => setTimeout(resolve, 10));

  expect(await vault()).toEqual(before);
  expect(await services.db.selectFrom('file').select('id').execute()).toEqual(rows);
  expect(await sent({ size: MEGABYTE })).toEqual({ status: 201, code: null });
});

test('ten megabytes of JSON are refused in words that arrive', async () => {
  const json = { path: '/problems', type: 'application/json', size: 10 * MEGABYTE };

  expect(await sent(json)).toEqual({ status: 413, code: 'too-large' });
  expect(await sent({ ...json, announced: false })).toEqual({ status: 413, code: 'too-large' });
});

test('a file that is given back may do nothing, even if a browser were to show it', async () => {
  const url = '/api/files?name=scan.pdf';
  const type = 'application/octet-stream';
  const taken = await app.inject({ method: 'POST', url, headers: { cookie, 'content-type': type }, payload: PDF });
  const { headers } = await app.inject({ url: `/api/files/${taken.json<{ id: string }>().id}`, headers: { cookie } });

  expect(headers).toMatchObject({
    'content-security-policy': "sandbox; default-src 'none'",
    'content-disposition': "attachment; filename*=UTF-8''scan.pdf",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
});
