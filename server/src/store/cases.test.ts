import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { localTime, plainDate } from '@bihuan/core/time';
import { expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { countCases, countStages, countValues } from './case-counts.ts';
import { allNamed, eachCase, listCases, placeIn, type CaseFilter } from './cases.ts';

const { db } = await testDatabase();
const region = '000000';
const day = plainDate;
const days = {
  today: day('2030-03-10'),
  now: localTime('2030-03-10T09:00'),
  amber: day('2030-03-13'),
  blue: day('2030-03-20'),
};

type Row = { readonly no: number } & Readonly<Record<string, unknown>>;
let made = 0;

/** A line as `append` would write it: only what a test speaks of is said. */
async function shelve(...rows: readonly Row[]): Promise<void> {
  const whole = rows.map(({ no, ...said }) => ({
    region,
    id: randomUUID(),
    kind: 'suggestion',
    policy: 'library/2030-01-01',
    number: `建议-2030-${String(no).padStart(2, '0')}`,
    number_key: `建议-000002030-${String(no).padStart(9, '0')}`,
    title: `（演示）${no}`,
    search: `（演示）${no}`,
    stage: 'open',
    paused: false,
    provisional: false,
    facts: {},
    cells: {},
    facets: [],
    units: [],
    nil: false,
    opened_on: '2030-03-01',
    withdrawn: false,
    merged: false,
    ...said,
  }));
  made += rows.length;
  await sql`insert into case_file select * from jsonb_populate_recordset(null::case_file, ${JSON.stringify(whole)}::jsonb)`.execute(
    db,
  );
}

await shelve(
  { no: 9, search: '阅览室灯光太暗', facets: ['room=reading'], due: '2030-03-01', units: ['desk'] },
  { no: 99, search: '书架标签脱落', facets: ['room=stacks', 'kind=repair'], due: '2030-03-12' },
  { no: 100, stage: 'answered', closed_on: '2030-03-09', facets: ['room=reading'], units: ['desk', 'board'] },
  { no: 101, search: '灯管闪烁', stage: 'answered', paused: true },
  { no: 102, stage: 'withdrawn', withdrawn: true, closed_on: '2030-03-02' },
  { no: 103, stage: 'merged', merged: true, search: '一扇窗关不严' },
  { no: 1, kind: 'complaint', readers: ['board/*'], opened_on: '2030-03-05', due: '2030-03-02' },
  { no: 2, kind: 'complaint', readers: ['board/*', 'unit:desk/clerk'], opened_on: '2030-03-04' },
);

const ask = (filter: CaseFilter, seats: readonly string[] = [], named = false) => ({
  region,
  filter,
  eyes: { seats, named },
  days,
});
const numbers = (rows: readonly { readonly number: string }[]) =>
  rows.map(({ number }) => Number(number.split('-')[2]));
const list = async (filter: CaseFilter, seats?: readonly string[], sort: 'number' | 'due' = 'number') =>
  numbers(await listCases(db, ask(filter, seats), { sort, after: null, size: 50 }));

test('a list begins with the newest number, and 100 is newer than 99', async () => {
  expect(await list({ kind: 'suggestion' })).toEqual([101, 100, 99, 9]);
});

test('by due day, what is late comes first and what has no limit last', async () => {
  expect((await list({ kind: 'suggestion' }, [], 'due')).slice(0, 2)).toEqual([9, 99]);
});

test('what was withdrawn shows only to who asks for it', async () => {
  expect(await list({ kind: 'suggestion', stage: ['withdrawn'] })).toEqual([102]);
});

test('what was merged is found by its stage and by searching, and stands in no other list', async () => {
  expect(await list({ kind: 'suggestion', stage: ['merged'] })).toEqual([103]);
  expect(await list({ kind: 'suggestion', q: '窗' })).toEqual([103]);
  expect(await list({ kind: 'suggestion' })).not.toContain(103);
});

test.each([
  [{ q: '灯' }, [101, 9]],
  [{ q: '灯光' }, [9]],
  [{ q: '灯光 没有的' }, []],
  [{ facets: ['room=reading'] }, [100, 9]],
  [{ facets: ['room=stacks', 'kind=repair'] }, [99]],
  [{ facets: ['room=reading', 'kind=repair'] }, []],
  [{ light: 'red' }, [9]],
  [{ light: 'amber' }, [99]],
  [{ light: 'paused' }, [101]],
  [{ units: ['board'] }, [100]],
  [{ stage: ['answered'] }, [101, 100]],
] satisfies [CaseFilter, number[]][])('%j finds %j', async (filter, found) => {
  expect(await list({ kind: 'suggestion', ...filter })).toEqual(found);
  expect(await countCases(db, ask({ kind: 'suggestion', ...filter }))).toEqual({ total: found.length, more: false });
});

test('stages are counted under the same filters, those without anything too', async () => {
  const counted = await countStages(db, ask({ kind: 'suggestion', stage: ['open'] }), ['open', 'answered', 'lost']);

  expect(counted).toEqual([
    { id: 'open', count: 2 },
    { id: 'answered', count: 2 },
    { id: 'lost', count: 0 },
  ]);
});

test('values of a field are counted under the same filters but that field, those without anything too', async () => {
  const rooms = async (...facets: string[]) =>
    Object.fromEntries(
      (await countValues(db, ask({ kind: 'suggestion', facets }), 'room', ['reading', 'stacks', 'attic'])).map(
        ({ id, count }) => [id, count],
      ),
    );

  expect(await rooms('room=stacks')).toEqual({ reading: 2, stacks: 1, attic: 0 });
  expect(await rooms('kind=repair')).toEqual({ reading: 0, stacks: 1, attic: 0 });
});

test.each([
  [['board/*'], [2, 1]],
  [['unit:desk/clerk'], [2]],
  [['desk/clerk'], []],
  [[], []],
])('of dossiers that name their readers, %j sees %j and counts no more', async (seats, seen) => {
  for (const named of [true, false]) {
    const asked = ask({ kind: 'complaint' }, seats, named);
    expect(numbers(await listCases(db, asked, { sort: 'number', after: null, size: 50 }))).toEqual(seen);
    expect((await countCases(db, asked)).total).toBe(seen.length);
    expect(await countStages(db, asked, ['open'])).toEqual([{ id: 'open', count: seen.length }]);
  }
});

test('a kind names its readers when each of its dossiers does', async () => {
  expect(await allNamed(db, region, 'complaint')).toBe(true);
  expect(await allNamed(db, region, 'suggestion')).toBe(false);
});

test('across kinds the newest comes first, and only what these eyes see', async () => {
  expect((await list({}, ['board/*'])).slice(0, 2)).toEqual([1, 2]);
  expect(await list({ q: '灯' })).toHaveLength(2);
});

test.each(['number', 'due'] as const)('pages by %s meet without a gap or a repetition', async (sort) => {
  const whole = await list({ kind: 'suggestion' }, [], sort);
  const read: number[] = [];
  for (let after = null, more = true; more;) {
    const rows = await listCases(db, ask({ kind: 'suggestion' }), { sort, after, size: 1 });
    read.push(...numbers(rows.slice(0, 1)));
    more = rows.length > 1;
    after = placeIn(rows[0]!);
  }

  expect(read).toEqual(whole);
});

test('everything can be read a batch at a time', async () => {
  const read = [];
  for await (const row of eachCase(db, ask({}, ['board/*']), 2)) read.push(row);

  expect(read).toHaveLength(made - 2); // one was withdrawn, one merged
});
