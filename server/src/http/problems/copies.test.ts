import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { db, region } = office.services;
const reader = await office.at('county-push-office', 'handler');
const copies = Array.from({ length: 230 }, (_, no) => ({
  region,
  dossier: randomUUID(),
  id: `copy ${no}`,
  unit: 'county-push-office',
  number: `演示-${no}`,
  subject: '（演示）',
  clause: '二(一).1',
  filed_on: `2026-0${1 + (no % 3)}-11`,
}));
await db
  .insertInto('copy')
  .values([
    ...copies.map((copy) => ({ ...copy, external: false, state: 'read' })),
    ...copies.map((copy) => ({ ...copy, id: `owed ${copy.id}`, external: true, state: 'owed' })),
  ])
  .execute();

type Page = {
  readonly copies: readonly { readonly copy: string; readonly filedOn: string }[];
  readonly next: string | null;
};
async function pages(state: string): Promise<Page['copies'][]> {
  const read = [];
  for (let next: string | null = ''; next !== null;) {
    const page: Page = (await reader.get(`/copies?state=${state}&size=100&after=${next}`)).json<Page>();
    read.push(page.copies);
    ({ next } = page);
  }
  return read;
}

test.each([
  ['read', 'the newest first', -1],
  ['owed', 'the oldest first', 1],
])('copies that are %s are listed to the last one, %s, none twice', async (state, _order, sign) => {
  const read = await pages(state);
  const days = read.flat().map(({ filedOn }) => filedOn);

  expect(read.map(({ length }) => length)).toEqual([100, 100, 30]);
  expect(new Set(read.flat().map(({ copy }) => copy)).size).toBe(230);
  expect(days).toEqual(days.toSorted((a, b) => (a < b ? -sign : a > b ? sign : 0)));
});

test.each(['/problems', '/tasks', '/copies'])(
  '%s asked from a place that nobody was given says so, and does not begin anew',
  async (list) => {
    const from = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url');
    for (const place of [['演示-1', null, 'nowhere'], ['演示-1', 'one day', randomUUID()], 7])
      expect((await reader.get(`${list}?after=${from(place)}`)).statusCode).toBe(400);
    expect((await reader.get(`${list}?after=`)).statusCode).toBe(200);
  },
);
