import ExcelJS from 'exceljs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import { PASSWORD, testOffice, type Visitor } from '../../testing/office.ts';
import { sheetsOf, loadWorkbook } from '../../files/read-sheets.ts';

const office = await testOffice();
const { add, app, as, services } = office;
await add({ name: '（演示）管理员', username: 'guanli', administrator: true });
const administrator = await as('guanli');
const cookie = (
  await app.inject({ method: 'POST', url: '/api/session', payload: { username: 'guanli', password: PASSWORD } })
).cookies
  .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
  .join('; ');

const HEAD = ['序号', '单位', '岗位', '姓名', '联系电话', '性别'];

async function workbook(
  rows: readonly (readonly (string | number)[])[],
  head: readonly string[] = HEAD,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('人员');
  sheet.addRow(['人员名册（演示）']);
  sheet.mergeCells(1, 1, 1, head.length);
  sheet.addRow([...head]);
  for (const row of rows) sheet.addRow([...row]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function read(payload: Buffer, query = '', by: string = cookie) {
  return app.inject({
    method: 'POST',
    url: `/api/people/roster?name=${encodeURIComponent('名册.xlsx')}${query}`,
    headers: { cookie: by, 'content-type': 'application/octet-stream', 'idempotency-key': randomUUID() },
    payload,
  });
}

const seat = { unit: 'county-water', post: 'liaison', from: '2026-11-24' };
const bring = (people: readonly object[], key: string = randomUUID(), by: Visitor = administrator) =>
  by.post('/people/batch', { people }, key);
const fresh = (name: string, username: string, more: object = {}) => ({
  name,
  username,
  password: PASSWORD,
  postings: [seat],
  ...more,
});

test('a telephone list is understood by the county’s own names of units and the plan’s posts; nothing of it stays', async () => {
  const files = async (): Promise<readonly string[]> => {
    const all = await readdir(path.join(services.home, 'files'), { recursive: true, withFileTypes: true });
    return all.filter((entry) => entry.isFile()).map(({ name }) => name);
  };
  const answer = await read(
    await workbook([
      [1, '县水务局', '联络员', '甲一', 13800000000, '女'],
      [2, '施甸县水务局', '局长', '甲二', '0875-8120000', '男'],
      [3, '保山市生态环境局', '联络员', '甲三', '', ''],
    ]),
  );
  expect(answer.statusCode, answer.body).toBe(200);
  const { entries, columns, head } = answer.json();
  expect(head).toEqual({ first: 2, last: 2 });
  expect(entries).toMatchObject([
    { name: '甲一', phone: '13800000000', seats: [{ unit: 'county-water', post: 'liaison' }], doubts: [] },
    { name: '甲二', seats: [{ unit: 'county-water', post: null, posts: ['main-leader'] }], doubts: ['unknown-post'] },
    { name: '甲三', doubts: expect.arrayContaining(['outside']) },
  ]);
  expect(columns.find((column: { head: string }) => column.head === '性别').means).toBeNull();
  expect(await files()).toEqual([]);
  expect((await administrator.get('/people')).json().people).toHaveLength(1);
});

test('a column is taken as somebody says, and a workbook without people says so by having no head', async () => {
  const rows = await workbook([['县水务局', '联络员', '甲一', '668812']], ['单位', '岗位', '姓名', '短号']);
  expect((await read(rows)).json().entries[0].phone).toBeNull();
  expect((await read(rows, '&columns=3:phone')).json().entries[0].phone).toBe('668812');
  expect((await read(await workbook([], ['甲', '乙']))).json()).toMatchObject({ head: null, entries: [] });
});

test('the empty list is one that is understood', async () => {
  const template = (await administrator.get('/people/roster.xlsx')).rawPayload;
  const [sheet] = sheetsOf(await loadWorkbook(template), () => undefined);
  expect(sheet?.name).toBe('人员名册');
  expect((await read(template)).json().columns.map(({ means }: { means: string | null }) => means)).toEqual([
    null,
    'unit',
    'post',
    'name',
    'phone',
    'username',
  ]);
});

test('people come in each with an answer: one whose name is taken holds up no other, and the first password is to be changed', async () => {
  const answer = await bring([
    fresh('（演示）乙一', '乙一', { phone: '0875-8120001' }),
    fresh('（演示）乙二', '乙一'),
    fresh('（演示）乙三', '乙三', { postings: [{ ...seat, post: 'king' }] }),
    fresh('（演示）乙四', '乙四'),
  ]);
  expect(answer.json().results).toMatchObject([
    { id: expect.any(String), refused: null },
    { id: null, refused: { code: 'username-taken' } },
    { id: null, refused: { code: 'bad-input', faults: [{ field: 'postings.0.post' }] } },
    { id: expect.any(String), refused: null },
  ]);
  expect((await (await as('乙四')).get('/people')).json()).toMatchObject({ code: 'password-due' });
  expect((await verifyLedger(services)).findings).toEqual([]);
});

test('a list sent again under its key brings nobody in twice', async () => {
  const [key, people] = [randomUUID(), [fresh('（演示）丙一', '丙一'), fresh('（演示）丙二', '丙二')]];
  const [first, again] = [await bring(people, key), await bring(people, key)];
  expect(again.json()).toEqual(first.json());
});

test('somebody who is in gets the further posts, and one held already is refused by its field', async () => {
  const id = await add({ name: '（演示）丁一', username: 'ding', posts: [{ ...seat, until: null } as never] });
  const given = await bring([{ person: id, postings: [{ ...seat, post: 'handler' }] }]);
  expect(given.json().results).toEqual([{ id, refused: null }]);
  const twice = await bring([{ person: id, postings: [{ ...seat, post: 'handler' }] }]);
  expect(twice.json().results[0].refused).toMatchObject({ code: 'bad-input', faults: [{ field: 'from' }] });
});

test('only whoever keeps accounts looks at a list of people and brings one in', async () => {
  await add({ name: '（演示）戊一', username: 'wu', posts: [{ ...seat, until: null } as never] });
  const clerk = await as('wu');
  const own = (
    await app.inject({ method: 'POST', url: '/api/session', payload: { username: 'wu', password: PASSWORD } })
  ).cookies
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ');
  expect((await read(await workbook([]), '', own)).json()).toMatchObject({ obstacle: { code: 'not-administrator' } });
  expect((await clerk.get('/people/roster.xlsx')).statusCode).toBe(403);
  expect((await bring([fresh('（演示）己一', '己一')], randomUUID(), clerk)).statusCode).toBe(403);
});

test('what is no workbook is refused with what to do', async () => {
  const answer = await read(Buffer.from('甲,乙'));
  expect([answer.statusCode, answer.json().code]).toEqual([415, 'wrong-content']);
});
