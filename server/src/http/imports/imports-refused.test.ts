import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importOffice, sample, workbook } from '../../testing/imports.ts';

const office = await importOffice();
const { clerk, other, bystander, services } = office;
const some = () =>
  workbook([
    ['编号', '问题', '责任单位'],
    ['1', '演示：子沟垃圾', '由旺镇'],
  ]);
const filesKept = async () =>
  (await readdir(path.join(services.home, 'files'), { recursive: true }).catch(() => [])).filter(
    (name) => name.length > 30,
  );

const xlsx = await some();
const reports = await sample('received/list-of-reports.xlsx');
const hostile: readonly [what: string, name: string, bytes: Buffer, status: number, code: string][] = [
  ['an empty file', '空.xlsx', Buffer.alloc(0), 422, 'empty'],
  ['a text that calls itself a workbook', '假.xlsx', Buffer.from('编号,问题'), 415, 'wrong-content'],
  ['a document of another kind', '通知.pdf', Buffer.from('%PDF-1.7'), 415, 'wrong-type'],
  ['a workbook with macros by its name', '宏.xlsm', xlsx, 415, 'macros'],
  ['a workbook that did not arrive whole', '半.xlsx', xlsx.subarray(0, Math.floor(xlsx.length / 2)), 422, 'truncated'],
  ['a list of what the public reported', '举报.xlsx', reports, 422, 'list-of-reports'],
  [
    'a file above the limit',
    '大.xlsx',
    Buffer.concat([xlsx.subarray(0, 4), Buffer.alloc(20 * 1024 * 1024)]),
    413,
    'too-large',
  ],
];

test.each(hostile)(
  '%s is refused with its code and a sentence, and nothing of it stays',
  async (_what, name, bytes, status, code) => {
    const answer = await clerk.upload(name, bytes);
    const document = answer.json<{ code: string; title: string; titleEn: string }>();

    expect([answer.statusCode, document.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(document.title).toMatch(/\p{Script=Han}/u);
    expect(document.titleEn).not.toBe('');
    expect(document.title).toContain(`“${name}”`);
    expect(await filesKept()).toEqual([]);
  },
);

test('who sent which file when, and why it was refused, is kept and shown to the unit; the file is not', async () => {
  const { refused } = (await clerk.get('/imports')).json<{ refused: object[] }>();

  expect(refused).toHaveLength(hostile.length);
  expect(refused.find((row) => 'name' in row && row.name === '举报.xlsx')).toMatchObject({
    code: 'list-of-reports',
    person: '（演示）clerk',
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    reason: { zh: expect.stringContaining('“举报.xlsx”') },
  });
});

test('somebody whose seat registers nothing brings nothing in; a stranger is asked to sign in', async () => {
  const refused = await bystander.upload('清单.xlsx', await some());
  expect([refused.statusCode, refused.json<{ obstacle: { code: string } }>().obstacle.code]).toEqual([
    403,
    'wrong-seat',
  ]);
  expect((await office.stranger.get('/imports')).statusCode).toBe(401);
  expect(await filesKept()).toEqual([]);
});

test('another unit’s import is not there, for looking and for every verb', async () => {
  const id = await clerk.receive('本单位.xlsx', await some());
  expect((await clerk.get('/imports')).json<{ imports: { id: string }[] }>().imports.map((row) => row.id)).toContain(
    id,
  );

  const tries = [
    other.get(`/imports/${id}`),
    other.get(`/imports/${id}/rows?pile=ready`),
    other.get(`/imports/${id}/errors.xlsx`),
    other.post(`/imports/${id}/sheet`, { sheet: '清单' }),
    other.post(`/imports/${id}/mapping`, { chosen: { origin: 'city' } }),
    other.post(`/imports/${id}/decisions`, { decisions: [{ on: 'x', choose: 'y' }] }),
    other.post(`/imports/${id}/apply`, {}),
    other.post(`/imports/${id}/undo`, { reason: '无' }),
    other.get(`/imports/${randomUUID()}`),
  ];
  const statuses = (await Promise.all(tries)).map(({ statusCode }) => statusCode);
  expect(statuses).toEqual(statuses.map(() => 404));
  expect((await other.get('/imports')).json()).toEqual({ imports: [], refused: [], next: null });
});

test('an upload sent again under its key is received once', async () => {
  const [key, bytes] = [randomUUID(), await some()];
  const [first, again] = [
    await clerk.upload('重发.xlsx', bytes, { key }),
    await clerk.upload('重发.xlsx', bytes, { key }),
  ];
  expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
  expect(again.json()).toEqual(first.json());
});

test('sheet and columns are chosen by people; what does not exist is refused, what is answered can be taken back', async () => {
  const id = await clerk.receive('01.xlsx', await sample('01-titles-and-months.xlsx'));
  const { sheets, sheet } = await clerk.view(id);
  expect(sheets.filter(({ hidden }) => hidden)).toHaveLength(1);
  expect(sheets.find(({ suggested }) => suggested)!.name).toBe(sheet);
  const hidden = sheets.find((each) => each.hidden)!.name;

  expect((await clerk.post(`/imports/${id}/sheet`, { sheet: '没有' })).json<{ code: string }>().code).toBe(
    'unknown-sheet',
  );
  expect((await clerk.post(`/imports/${id}/sheet`, { sheet: hidden })).json()).toMatchObject({
    sheet: hidden,
    state: 'read',
    questions: [{ code: 'hidden-sheet' }],
  });
  await clerk.post(`/imports/${id}/sheet`, { sheet });
  const fieldOf = async (field: string | null) => {
    const answer = await clerk.post(`/imports/${id}/mapping`, { columns: [{ column: 1, field }] });
    return answer
      .json<{ mapping: { column: number; field: string | null; decided: boolean }[] }>()
      .mapping.find(({ column }) => column === 1)!;
  };
  const before = (await clerk.view(id)).mapping.find(({ column }) => column === 1)!;
  expect(await fieldOf('remarks')).toMatchObject({ field: 'remarks', decided: true });
  expect(await fieldOf(null)).toMatchObject({ field: null, decided: true });
  expect(await fieldOf('')).toMatchObject({ field: before.field, decided: false });
  expect(
    (await clerk.post(`/imports/${id}/mapping`, { chosen: { origin: 'moon' } })).json<{ code: string }>().code,
  ).toBe('bad-input');
  expect(
    (await clerk.post(`/imports/${id}/mapping`, { columns: [{ column: 99, field: 'title' }] })).json(),
  ).toMatchObject({
    code: 'bad-input',
    faults: [{ field: 'columns.0.column', code: 'unknown' }],
  });
  expect(
    (await clerk.post(`/imports/${id}/mapping`, { columns: [{ column: 1, field: 'nonsense' }] })).json(),
  ).toMatchObject({ code: 'bad-input', faults: [{ field: 'columns.0.field', code: 'unknown' }] });
});

test('an answer that is none is refused with the field it is in; nothing that came along is kept, and nothing is counted', async () => {
  const list = [
    ['编号', '问题', '责任单位', '整改时限'],
    ['1', '演示：子沟垃圾', '查无此局', '20269月底前'],
    ['2', '演示：丑沟垃圾', '由旺镇', '2026年9月底前'],
  ];
  const id = await clerk.receive('答复.xlsx', await workbook(list));
  const [line] = await clerk.lines(id, 'ask');
  const [unit, deadline] = ['unit-unknown', 'deadline-unclear'].map((code) =>
    line!.questions.find((question) => question.code === code)!,
  );
  const sound = { on: deadline!.id, choose: '2026-09-30' };
  const faultsOf = async (decision: object) => {
    const answer = await clerk.post(`/imports/${id}/decisions`, { decisions: [sound, decision] });
    const document = answer.json<{ code: string; faults: { field: string; code: string }[] }>();
    return [answer.statusCode, document.code, ...document.faults.map(({ field, code }) => `${field} ${code}`)];
  };

  expect(await faultsOf({ on: unit!.id, choose: 'nobody' })).toEqual([422, 'bad-input', 'decisions.1.choose unknown']);
  expect(await faultsOf({ on: unit!.group, choose: 'other' })).toEqual([
    422,
    'bad-input',
    'decisions.1.value required',
  ]);
  expect(await faultsOf({ on: unit!.id, choose: 'other', value: '不存在' })).toEqual([
    422,
    'bad-input',
    'decisions.1.value malformed',
  ]);
  expect(await faultsOf({ on: 'column:0', choose: 'field' })).toEqual([422, 'bad-input', 'decisions.1.value required']);
  expect(await faultsOf({ on: 'row:77', choose: 'skip' })).toEqual([422, 'bad-input', 'decisions.1.on unknown']);
  expect(await faultsOf({ on: '没有这个问题', choose: 'yes' })).toEqual([422, 'bad-input', 'decisions.1.on unknown']);
  expect(await clerk.view(id)).toMatchObject({ decisions: 0, counts: { ready: 1, ask: 1 } });

  const taken = await clerk.post(`/imports/${id}/decisions`, {
    decisions: [sound, { on: unit!.group, choose: 'leave-out' }, { on: 'row:3', choose: 'skip' }],
  });
  expect(taken.json()).toMatchObject({ decisions: 3, counts: { ready: 1, ask: 0, skip: 1 } });
  const again = await clerk.post(`/imports/${id}/decisions`, { decisions: [{ on: unit!.group, choose: 'nobody' }] });
  expect([again.statusCode, (await clerk.view(id)).decisions]).toEqual([422, 3]);
});

test('an import that nobody brings in is discarded with a reason: it stays in the list, and nothing of it comes in', async () => {
  const id = await clerk.receive('不要了.xlsx', await some());
  expect((await other.post(`/imports/${id}/discard`, {})).statusCode).toBe(404);
  const discarded = await clerk.post(`/imports/${id}/discard`, { reason: '（演示）传错了' });

  expect(discarded.json()).toMatchObject({
    state: 'discarded',
    discarded: { name: '（演示）clerk', reason: '（演示）传错了' },
  });
  expect((await clerk.post(`/imports/${id}/discard`, {})).statusCode).toBe(200);
  expect((await clerk.post(`/imports/${id}/apply`, {})).json()).toMatchObject({
    code: 'import-discarded',
    title: expect.stringContaining('已经作废'),
  });
  expect((await clerk.post(`/imports/${id}/apply`, {})).statusCode).toBe(409);
  expect(
    (await clerk.post(`/imports/${id}/decisions`, { decisions: [{ on: 'row:2', choose: 'skip' }] })).statusCode,
  ).toBe(409);
});
