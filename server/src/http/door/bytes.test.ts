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
