import { randomUUID } from 'node:crypto';
import { plainDate } from '@bihuan/core/time';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { openDatabase } from './database/database.ts';
import { claimBook, correctionsOf, countReturns, eachReturn, returnsOfUnits, standingAmong } from './duties.ts';
import { takeNumbers } from './number-series.ts';

const { db, app } = await testDatabase();
const region = '000000';
const march = { region, duty: 'rounds', period: '2030-03' };

/** A return as `append` would write it: only what a test speaks of is said. */
async function owe(number: string, said: object = {}): Promise<string> {
  const id = randomUUID();
  const row = {
    ...march,
    id,
    number,
    number_key: number,
    title: number,
    unit: 'nets',
    unit_name: '球网队',
    what: '',
    what_name: '',
    due: '2030-04-05',
    ...standing,
    ...said,
  };
  await sql`insert into duty_return select * from jsonb_populate_recordset(null::duty_return, ${JSON.stringify([row])}::jsonb)`.execute(
    db,
  );
  return id;
}
const standing = { confirmed: true, nil: false, returned: false, withdrawn: false, sheet: 'd' };
const numbers = async (seats?: readonly string[], batch?: number) => {
  const found: string[] = [];
  for await (const { number } of eachReturn(db, { ...march, ...(seats ? { seats } : {}) }, batch)) found.push(number);
  return found;
};

const first = await owe('01', { filed_on: '2030-04-01' });
await owe('02', { filed_on: '2030-04-05', nil: true });
await owe('03', { filed_on: '2030-04-06', unit: 'greens' });
await owe('04', { unit: 'greens', returned: true });
await owe('05', { unit: 'lights', readers: ['office/*'] });
await owe('06', { withdrawn: true });
const correction = await owe('07', { corrects: first, filed_on: '2030-04-20' });
await owe('08', { period: '2030-04', due: '2030-05-06' });

test('the returns of a period come in the order of their numbers, whatever a batch holds', async () => {
  const all = ['01', '02', '03', '04', '05', '06', '07'];

  expect(await numbers()).toEqual(all);
  expect(await numbers(undefined, 1)).toEqual(all);
  expect(await numbers(undefined, 7)).toEqual(all);
});

test('a return that is not for everybody is on nobody else’s wall, and in nobody else’s figures', async () => {
  const count = async (...seats: readonly string[]) =>
    (await countReturns(db, { region, today: plainDate('2030-04-10'), seats }, [march]))[0];

  expect(await numbers(['nets/clerk'])).not.toContain('05');
  expect(await numbers(['office/*'])).toContain('05');
  expect(await count('nets/clerk')).toMatchObject({ owed: 4, filed: 3, nil: 1, late: 1, returned: 1, missing: 0 });
  expect(await count('office/*')).toMatchObject({ owed: 5, filed: 3, missing: 1 });
});

test('what a unit owes is found over several periods', async () => {
  const periods = [march, { duty: 'rounds', period: '2030-04' }];

  expect((await returnsOfUnits(db, region, ['nets'], periods, [])).map(({ number }) => number)).toEqual([
    '01',
    '02',
    '07',
    '08',
  ]);
  expect(await returnsOfUnits(db, region, ['press'], periods, [])).toEqual([]);
});

test('a correction is found by what it corrects', async () => {
  expect((await correctionsOf(db, region, [first])).map(({ id }) => id)).toEqual([correction]);
});

test('numbers taken together follow each other, and nobody else gets one of them', async () => {
  expect(await takeNumbers(db, region, 'rounds/2030', 3)).toBe(1);
  expect(await takeNumbers(db, region, 'rounds/2030', 5)).toBe(4);
  expect(await takeNumbers(db, region, 'rounds/2031', 1)).toBe(1);
});

test('a book that one process works on is nobody else’s until it is done', async () => {
  const book = randomUUID();
  await sql`insert into dossier (region, id, kind, version, digest, state) values (${region}, ${book}, 'duty', 1, decode(repeat('00', 32), 'hex'), '{}')`.execute(
    db,
  );
  const other = openDatabase(app);
  try {
    await db.transaction().execute(async (transaction) => {
      expect(await claimBook(transaction, region, book)).toBe(true);
      expect(await claimBook(other, region, book)).toBe(false);
    });
    expect(await claimBook(other, region, book)).toBe(true);
    expect(await standingAmong(db, region, [book, randomUUID()])).toEqual(new Set([book]));
  } finally {
    await other.destroy();
  }
});
