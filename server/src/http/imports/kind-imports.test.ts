import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { finishImports } from '../../operations/imports/finish.ts';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import { importer, workbook } from '../../testing/imports.ts';
import { libraryLaw } from '../../testing/library.ts';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice(libraryLaw());
const { services, cast } = office;
const at = async (unit: string, post: string) => importer(office, await office.cookie(cast.holding(unit, post).id));
const [clerk, deskHead, officeHead, chair] = await Promise.all([
  at('desk', 'clerk'),
  at('desk', 'head'),
  at('office', 'head'),
  at('board', 'chair'),
]);

const HEAD = ['建议', '地点', '区域', '页数', '费用（万元）', '建议交由', '有关建议', '照片'];
const list = (...rows: readonly (readonly (string | number)[])[]) => workbook([['读者建议（虚构）'], HEAD, ...rows]);
const GOOD = ['添两张长椅', '一楼窗边', '阅览室', '12', '0.05', '修书室', '', ''];
type Page = { readonly values: object; readonly row: { readonly number: string; readonly title: string } };

test('good rows become dossiers, doubtful ones are questions, bad ones come back with their reasons', async () => {
  const id = await clerk.receive(
    '建议.xlsx',
    await list(
      GOOD,
      ['修补旧书', '书库', '库房', '约三十', '', '修书室', '', ''],
      ['', '', '书库', 'x', '', '档案馆', '建议-2026-999', ''],
    ),
    'suggestion',
  );
  const view = await clerk.view(id);
  expect(view).toMatchObject({
    brings: { id: 'suggestion', title: { zh: '读者建议' } },
    state: 'mapped',
    counts: { ready: 1, ask: 2 },
    once: [{ id: 'channel', chosen: null, lacking: 3, options: [{ id: 'box' }, { id: 'letter' }] }],
  });
  expect(view.mapping.map(({ field }) => field)).toEqual([
    ...['what', 'where', 'room', 'pages', 'price', 'workshop', 'about'].map((field) => `sheet:${field}`),
    null,
  ]);
  expect(view.mapping.at(-1)!.why.zh).toContain('附件');
  const [ready] = await clerk.lines(id, 'ready');
  expect(ready!.understood.map(({ text }) => text)).toEqual([
    '添两张长椅',
    '一楼窗边',
    '阅览室',
    '12',
    '500.00 元',
    '修书室',
  ]);
  const [doubtful, bad] = await clerk.lines(id, 'ask');
  expect(doubtful!.questions.map(({ code }) => code)).toEqual(['word-unknown', 'value-unclear']);
  expect(bad!.questions).toHaveLength(4);

  expect((await clerk.post(`/imports/${id}/apply`, { skipOpen: true })).json<{ code: string }>().code).toBe(
    'import-fact-missing',
  );
  await clerk.post(`/imports/${id}/mapping`, { chosen: { channel: 'letter' } });
  const decisions = doubtful!.questions.map(({ id: on, code }) => ({
    on,
    ...(code === 'word-unknown' ? { choose: 'stacks' } : { choose: 'set', value: '30' }),
    reason: '问过读者（演示）',
  }));
  expect((await clerk.post(`/imports/${id}/decisions`, { decisions })).json()).toMatchObject({
    counts: { ready: 2, ask: 1 },
  });
  const started = await clerk.post(`/imports/${id}/apply`, { skipOpen: true });
  expect(started.statusCode, started.body).toBe(200);
  await finishImports(services);

  expect(await clerk.view(id)).toMatchObject({ state: 'done', counts: { in: 2, failed: 1 } });
  const opened = await clerk.lines(id, 'in');
  const pages = await Promise.all(
    opened.map(async ({ dossier }) => (await clerk.get(`/cases/${dossier!.id}`)).json<Page>()),
  );
  expect(pages.map(({ row }) => row.title)).toEqual(['添两张长椅', '修补旧书']);
  expect(pages[1]!.values).toEqual({
    what: '修补旧书',
    where: { words: '书库' },
    room: 'stacks',
    pages: 30,
    workshop: 'bindery',
  });
  const timeline = (await clerk.get(`/cases/${opened[1]!.dossier!.id}/events`)).json<{
    entries: { type: string; detail: object }[];
  }>();
  expect(timeline.entries.find(({ type }) => type === 'CaseOpened')).toMatchObject({
    detail: {
      from: 'letter',
      imported: {
        import: id,
        workbook: '建议.xlsx',
        sheet: '清单',
        rows: [4],
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    },
  });
  expect((await verifyLedger(services)).findings).toEqual([]);

  const marked = await clerk.get(`/imports/${id}/errors.xlsx`);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(marked.rawPayload as unknown as ExcelJS.Buffer); // exceljs declares a Buffer type of its own
  const reason = book.worksheets[0]!.getCell(5, HEAD.length + 1).text;
  expect(reason.split('；')).toHaveLength(4);
  expect(reason).toContain('没有写“建议”');
});

test('the same workbook again finds every row; a changed one is asked about; a list that was taken out brings in nothing twice', async () => {
  const again = await clerk.receive('建议-再.xlsx', await list(GOOD, GOOD.with(1, '二楼')), 'suggestion');
  const [changed] = await clerk.lines(again, 'ask');
  expect(await clerk.view(again)).toMatchObject({ counts: { ready: 0, ask: 1, skip: 1 } });
  expect(changed!.questions).toMatchObject([{ code: 'number-twice' }]);

  const out = (await clerk.get('/cases/export?kind=suggestion')).rawPayload;
  const back = await clerk.receive('导出.xlsx', out, 'suggestion');
  expect(await clerk.view(back)).toMatchObject({ counts: { ready: 0, ask: 0, skip: 2 } });
  const left = await clerk.lines(back, 'skip');
  expect(left.map(({ reason }) => reason?.zh)).toEqual(left.map(() => '已经在台账里，内容没有变化'));
});

test('a list that was taken out and changed is told with both values, and changes nothing', async () => {
  const out = (await clerk.get('/cases/export?kind=suggestion')).rawPayload;
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(out as unknown as ExcelJS.Buffer); // exceljs declares a Buffer type of its own
  let cell: ExcelJS.Cell | null = null;
  book.worksheets[0]!.eachRow((row) => row.eachCell((each) => (cell = each.text === '阅览室' ? each : cell)));
  cell!.value = '书库';
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  const id = await clerk.receive('导出-改.xlsx', bytes, 'suggestion');

  expect(await clerk.view(id)).toMatchObject({ counts: { ready: 0, ask: 1 } });
  const [changed] = await clerk.lines(id, 'ask');
  expect(changed!.questions).toMatchObject([{ code: 'already-known-changed' }]);
  expect(changed!.questions[0]!.zh).toContain('没有更新：“区域”现为“阅览室”，表里是“书库”');
});

test('who may not open the kind is refused; a kind that no workbook brings in refuses everybody', async () => {
  const bytes = await list(GOOD);
  const kinds = ['suggestion', 'repair', 'nothing'] as const;
  const refused = await Promise.all(kinds.map((kind) => officeHead.upload('建议.xlsx', bytes, { kind })));
  expect(refused.map((answer) => [answer.statusCode, answer.json<{ code: string }>().code])).toEqual(
    [403, 422, 422].map((status) => [status, 'not-allowed']),
  );
  expect(
    await services.db
      .selectFrom('import')
      .select('id')
      .where('person', '=', cast.holding('office', 'head').id)
      .execute(),
  ).toEqual([]);
});

test('what only a few may read is no business of the rest of the unit either', async () => {
  const complaints = await workbook([
    ['事由', '希望改进'],
    ['太吵', '铺地毯'],
  ]);
  const id = await deskHead.receive('投诉.xlsx', complaints, 'complaint');

  expect((await chair.get(`/imports/${id}`)).statusCode).toBe(404);
  for (const door of ['', '/rows?pile=ready', '/errors.xlsx'])
    expect((await clerk.get(`/imports/${id}${door}`)).statusCode).toBe(404);
  expect((await clerk.get('/imports')).body).not.toContain(id);
  expect((await deskHead.get('/imports')).body).toContain(id);
});

test('an import of dossiers is taken back as a whole, until somebody took a step in one of them', async () => {
  const rows = [
    ['借阅台加一盏灯', '', '', '', '', '', '', ''],
    ['还书箱加高', '', '', '', '', '', '', ''],
  ];
  const bring = async (): Promise<string> => {
    const id = await clerk.receive('灯.xlsx', await list(...rows), 'suggestion');
    await clerk.post(`/imports/${id}/mapping`, { chosen: { channel: 'box' } });
    await clerk.post(`/imports/${id}/apply`, {});
    await finishImports(services);
    return id;
  };
  const first = await bring();
  expect((await clerk.view(first)).undo).toMatchObject({ allowed: true, dossiers: 2 });
  await clerk.post(`/imports/${first}/undo`, { reason: '发错了（演示）' });
  await finishImports(services);
  expect(await clerk.view(first)).toMatchObject({ state: 'undone' });

  const second = await bring();
  const [{ dossier }] = (await clerk.lines(second, 'in')) as [{ dossier: { id: string } }, ...unknown[]]; // two came in
  const { version, tasks } = (await officeHead.get(`/cases/${dossier.id}`)).json<{
    version: number;
    tasks: { id: string }[];
  }>();
  const took = await officeHead.post(`/cases/${dossier.id}/commands`, {
    version,
    ask: { type: 'Urge', task: tasks[0]!.id, text: '请尽快（演示）' },
  });
  expect(took.statusCode, took.body).toBe(200);
  expect(
    (await clerk.post(`/imports/${second}/undo`, { reason: '发错了（演示）' })).json<{ code: string }>().code,
  ).toBe('import-used');
});

test('a table of a form comes from a workbook and goes out as one, and nothing of it is stored', async () => {
  const bytes = await workbook([
    ['书名', '年份', '架位'],
    ['甲书', 1999, 'A'],
    ['乙书', '约2001', 'B'],
  ]);
  const table = '/api/kinds/suggestion/tables/books';
  const headers = {
    cookie: await office.cookie(cast.holding('desk', 'clerk').id),
    'content-type': 'application/octet-stream',
  };
  const read = await office.app.inject({ method: 'POST', url: `${table}/read?name=b.xlsx`, payload: bytes, headers });

  expect(read.json()).toEqual({
    sheet: '清单',
    rows: [{ title: '甲书', year: 1999 }, { title: '乙书' }],
    wrong: [{ row: 3, zh: expect.stringContaining('约2001'), en: expect.stringContaining('约2001') }],
    left: ['架位'],
    skipped: 0,
  });
  const out = await clerk.post('/kinds/suggestion/tables/books/workbook', { values: [{ title: '甲书', year: 1999 }] });
  const again = await office.app.inject({
    method: 'POST',
    url: `${table}/read?name=b.xlsx`,
    payload: out.rawPayload,
    headers,
  });
  expect(again.json()).toMatchObject({ rows: [{ title: '甲书', year: 1999 }], wrong: [] });
  expect((await clerk.post('/kinds/complaint/tables/books/workbook', { values: [] })).statusCode).toBe(404);
  const stored = await services.db.selectFrom('file').select('name').where('name', '=', 'b.xlsx').execute();
  expect(stored).toEqual([]);
});
