import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import { libraryDesk } from '../../testing/library-desk.ts';

const library = await libraryDesk();
const { services, clerk, officeHead, binder, read, ask, take, suggest } = library;

type Page = {
  rows: { id: string; number: string; stage: string; holderName: string | null; cells: Record<string, unknown> }[];
  total: number;
  groups: { id: string; count: number }[];
};
const list = async (query: string) => (await clerk.get(`/cases?${query}`)).json<Page>();

test('a kind that the plan declares is opened, listed and found, and says who has it', async () => {
  const id = await suggest('（演示）阅览室灯光太暗', { room: 'reading', price: 1250 });

  const { rows } = await list('kind=suggestion&f.room=reading');
  expect(rows.map((row) => row.id)).toEqual([id]);
  expect(rows[0]).toMatchObject({
    number: '建议-2026-001',
    stage: 'open',
    cells: { room: { zh: '阅览室' }, price: 1250 },
  });
  expect((await list('q=灯光')).rows.map((row) => row.id)).toEqual([id]);
  expect((await list('kind=suggestion&f.room=stacks')).rows).toEqual([]);
  expect((await officeHead.get('/tasks')).json()).toMatchObject({ tasks: [{ dossier: id, kind: 'suggestion' }] });
});

test('what a step settles decides the way on; its tell opens a dossier, and that one tells back', async () => {
  const id = await suggest('（演示）书架标签脱落', { room: 'stacks' });
  const taken = await take(officeHead, id, { values: { verdict: 'taken' } });
  expect(taken.json()).toMatchObject({ happened: expect.arrayContaining(['StepTaken', 'MilestoneReached']) });

  const [repair] = (await list('kind=repair')).rows;
  expect(repair).toMatchObject({ number: '修-01', cells: { what: '（演示）书架标签脱落' } });
  expect((await read(clerk, repair!.id)).links).toMatchObject([{ how: 'source', dossier: id, kind: 'suggestion' }]);

  await take(binder, repair!.id);
  expect((await read(clerk, id)).row.stage).toBe('mended');
  expect((await read(clerk, id)).links).toMatchObject([{ how: 'source', dossier: repair!.id }]);
});

test('the same intent sent twice opens once and is answered as the first time', async () => {
  const key = randomUUID();
  const body = { kind: 'suggestion', from: 'box', values: { what: '（演示）两次' } };
  const [one, two] = await Promise.all([clerk.post('/cases', body, key), clerk.post('/cases', body, key)]);

  expect([one.statusCode, two.statusCode]).toEqual([201, 201]);
  expect(one.json()).toEqual(two.json());
  expect((await list('q=两次')).total).toBe(1);
});

test('whoever open dossiers at once get numbers one after the other', async () => {
  const ids = await Promise.all(['甲', '乙', '丙', '丁'].map((what) => suggest(`（演示）同时${what}`)));
  const numbers = await Promise.all(ids.map(async (id) => Number((await read(clerk, id)).row.number.slice(-3))));

  const sorted = numbers.toSorted((a, b) => a - b);
  expect(sorted).toEqual([0, 1, 2, 3].map((step) => sorted[0]! + step));
});

test('who was slower is told who was faster', async () => {
  const id = await suggest('（演示）先后');
  const { version } = await read(clerk, id);
  await ask(officeHead, id, { type: 'DoAct', act: 'note', text: '（演示）已看' });

  const late = await clerk.post(`/cases/${id}/commands`, { version, ask: { type: 'DoAct', act: 'note', text: '晚' } });

  expect([late.statusCode, late.json<{ faster: object }>().faster]).toMatchObject([409, { what: { type: 'ActDone' } }]);
});

test('what cannot be so is refused field by field, in the words of the sheet', async () => {
  const wrong = { what: '', room: 'cellar', pages: 1.5, workshop: 'board', verdict: 'taken' };
  const answer = await clerk.post('/cases', { kind: 'suggestion', from: 'box', values: wrong });

  expect(answer.statusCode).toBe(422);
  expect(answer.json<{ faults: object[] }>().faults).toEqual(
    expect.arrayContaining(
      ['what', 'room', 'pages', 'workshop', 'verdict'].map((field) =>
        expect.objectContaining({ field: `values.${field}` }),
      ),
    ),
  );
});

test('another dossier is named by its id, and everything else about it is taken from here', async () => {
  const first = await suggest('（演示）原来的');
  const about = { dossier: first, number: '伪造', title: '伪造' };
  const second = await suggest('（演示）后来的', { about });
  const { values } = await read(clerk, second);

  expect(values['about']).toEqual({ dossier: first, number: expect.stringMatching(/^建议-/), title: '（演示）原来的' });
  const strange = { dossier: randomUUID() };
  const lost = await clerk.post('/cases', { kind: 'suggestion', from: 'box', values: { what: '无', about: strange } });
  expect(lost.json()).toMatchObject({ code: 'bad-input', faults: [{ field: 'values.about', code: 'unknown' }] });
});

test('copies of any kind are read in one go, and a dossier that is not there is said so', async () => {
  const id = await suggest('（演示）抄送');
  await take(officeHead, id, { values: { verdict: 'no' } });
  type Copies = { copies: { dossier: string; kind: string; copy: string }[] };
  const filed = (await clerk.get('/copies')).json<Copies>().copies.find(({ dossier }) => dossier === id)!;
  expect(filed.kind).toBe('suggestion');
  const items = [
    { id, version: null, copy: filed.copy },
    { id: randomUUID(), version: null, copy: filed.copy },
  ];

  const answer = await clerk.post('/problems/commands', { items, ask: { type: 'AcknowledgeCopy' } });

  expect(answer.json()).toMatchObject({
    results: [{ done: { happened: ['CopyRead'] } }, { number: '', refused: { code: 'not-allowed' } }],
  });
});

test('a list as a workbook and an empty one to fill in carry the heads of the sheet', async () => {
  for (const url of ['/cases/export?kind=suggestion', '/kinds/suggestion/template']) {
    const answer = await clerk.get(url);
    expect([answer.statusCode, answer.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  }
  expect((await clerk.get('/cases/export')).statusCode).toBe(404);
});

test('a problem’s doors know no case, and a case’s no problem', async () => {
  const id = await suggest('（演示）门');

  for (const url of [`/problems/${id}`, `/problems/${id}/events`, `/editions/${id}`])
    expect([url, (await clerk.get(url)).statusCode]).toEqual([url, 404]);
});

test('after all that the ledger holds', async () => {
  expect((await verifyLedger(services)).findings).toEqual([]);
});
