import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { OPERATIONS } from '../../testing/doors/contract.ts';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const cookie = await office.cookie(office.cast.holding('county-push-office', 'handler').id);

const DOORS = {
  receiveImport: '/api/imports?name=a.xlsx',
  receiveFile: '/api/files?name=a.pdf',
  readRoster: '/api/people/roster?name=a.xlsx',
  readTable: '/api/kinds/suggestion/tables/books/read?name=a.xlsx',
};

test('every door that takes a file is tried', () => {
  expect(Object.keys(DOORS).toSorted()).toEqual(
    // a file is known by the name that is asked of it
    OPERATIONS.filter(
      ({ json, method, parameters }) => !json && method === 'POST' && parameters.some(({ name }) => name === 'name'),
    )
      .map(({ id }) => id)
      .toSorted(),
  );
});

test.each(Object.values(DOORS))('%s takes bytes and nothing that another parser has read', async (url) => {
  for (const [type, payload] of [
    ['application/json', '{}'],
    ['text/plain', 'PK'],
    ['text/plain', ''],
  ] as const) {
    const headers = { cookie, 'content-type': type, 'idempotency-key': crypto.randomUUID() };
    const answer = await office.app.inject({ method: 'POST', url, payload, headers });

    expect([answer.statusCode, answer.json().code], `${type} ${payload}`).toEqual([415, 'wrong-type']);
  }
});

const base = new URL(await office.app.listen({ port: 0, host: '127.0.0.1' }));

/** What the door answers to a body that was sent so far; the other direction stays open to be read to its end. */
async function answered(url: string, framing: string, body: string): Promise<string> {
  const socket = connect({ port: Number(base.port), host: base.hostname, allowHalfOpen: true });
  await once(socket, 'connect');
  const lines = [
    `POST ${url} HTTP/1.1`,
    `host: ${base.host}`,
    `cookie: ${cookie}`,
    'content-type: application/octet-stream',
    `idempotency-key: ${crypto.randomUUID()}`,
    framing,
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
  return text(socket);
}

test.each(Object.values(DOORS))('%s answers a body that breaks off as no fault of its own', async (url) => {
  for (const [framing, body] of [
    ['content-length: 4096', '%PDF-1.7'],
    ['content-length: 4096', ''],
    ['transfer-encoding: chunked', '8\r\n%PDF-1.7\r\n'],
    ['transfer-encoding: chunked', '8\r\n%PDF-1.7\r\nzz\r\n'],
  ] as const)
    expect(await answered(url, framing, body), `${framing} ${body}`).toMatch(/^HTTP\/1\.1 4\d\d /);
});
