import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { finishImports } from '../../operations/imports/finish.ts';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import { importOffice, sample, workbook } from '../../testing/imports.ts';

const office = await importOffice();
const { clerk, services } = office;
const problems = (id: string) => services.db.selectFrom('problem').selectAll().where('import', '=', id).execute();

test('a messy list goes from the office’s file into the register, and every problem waits to be classified', async () => {
  const id = await clerk.receive('07-problems-and-rows.xlsx', await sample('07-problems-and-rows.xlsx'));
  const first = await clerk.view(id);
  expect(first).toMatchObject({
    state: 'mapped',
    sheet: 'Sheet1',
    mayAct: true,
    head: { first: 2, last: 2 },
    once: [{ id: 'origin', chosen: null }],
  });
  expect(first.mapping.find(({ header }) => header === '责任单位')).toMatchObject({
    field: 'unit',
    sample: ['由旺镇', '姚关镇'],
  });
  expect(first.counts.ask).toBeGreaterThan(0);

  const early = await clerk.post(`/imports/${id}/apply`, {});
  expect([early.statusCode, early.json<{ code: string }>().code]).toEqual([422, 'import-questions-open']);
  await clerk.answerAll(id);
  const asking = await clerk.post(`/imports/${id}/apply`, {});
  expect(asking.json<{ code: string }>().code).toBe('import-fact-missing');
  await clerk.post(`/imports/${id}/mapping`, { chosen: { origin: 'city' } });
  expect(await clerk.view(id)).toMatchObject({ state: 'checked', counts: { ask: 0 } });
  const started = await clerk.post(`/imports/${id}/apply`, {});
  expect(started.json()).toMatchObject({ state: 'importing' });

  await finishImports(services);
  const done = await clerk.view(id);
  const rows = await problems(id);
  expect(done).toMatchObject({
    state: 'done',
    progress: { done: done.progress.of },
    undo: { allowed: true, dossiers: rows.length },
  });
  expect(rows.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['演示：甲沟排口直排', '演示：丙坪矿渣占用林地']),
  );
  expect(
    rows.every(
      ({ stage, step_zh: step, facts }) =>
        stage === 'registered' && step !== null && JSON.stringify(facts) === '{"origin":"city"}',
    ),
  ).toBe(true);
  expect((await clerk.lines(id, 'in')).map(({ dossier }) => dossier?.number)).toHaveLength(rows.length);
  expect((await verifyLedger(services)).findings).toEqual([]);
});

test('the same file again finds every row in the register already', async () => {
  const id = await clerk.receive('07-again.xlsx', await sample('07-problems-and-rows.xlsx'));
  await clerk.answerAll(id);

  const { counts } = await clerk.view(id);
  const left = await clerk.lines(id, 'skip');

  expect(counts).toMatchObject({ ready: 0, ask: 0 });
  expect(left.filter(({ reason }) => reason?.zh === '已经在台账里，内容没有变化').length).toBeGreaterThan(2);
  expect((await clerk.post(`/imports/${id}/apply`, {})).json<{ code: string }>().code).toBe('import-nothing-ready');
});

const HEAD = ['编号', '问题', '乡镇', '责任单位', '整改目标', '整改时限'];
const list = (rows: readonly (readonly string[])[]) => workbook([['演示问题清单（虚构）'], HEAD, ...rows]);
const LINES = [
  ['1', '演示：戊村粪污流入沟渠', '由旺镇', '由旺镇', '达标排放', '2026年12月底前'],
  ['2', '演示：己寨旧矿洞涌水', '姚关镇', '姚关镇', '收集处理', '2026-12-31'],
];

async function bringIn(name: string, bytes: Buffer): Promise<string> {
  const id = await clerk.receive(name, bytes);
  await clerk.post(`/imports/${id}/mapping`, { chosen: { origin: 'county' } });
  await clerk.answerAll(id);
  const started = await clerk.post(`/imports/${id}/apply`, {});
  if (started.statusCode !== 200) throw new Error(started.body);
  await finishImports(services);
  return id;
}

test('a changed row asks, and updates the problem only when a person says so', async () => {
  const before = await bringIn('甲.xlsx', await list(LINES));
  const changed = LINES.map((line) => line.with(4, line[0] === '2' ? '完成封堵' : line[4]!));
  const id = await clerk.receive('甲-改.xlsx', await list(changed));

  const [line, ...more] = await clerk.lines(id, 'ask');
  expect(more).toEqual([]);
  expect(line).toMatchObject({ raw: [changed[1]], questions: [{ code: 'already-known-changed' }] });
  const answered = await clerk.post(`/imports/${id}/decisions`, {
    decisions: [{ on: line!.questions[0]!.id, choose: 'update', reason: '县里重新核定（演示）' }],
  });
  expect(answered.json()).toMatchObject({ counts: { ready: 1, ask: 0 } });
  expect((await clerk.lines(id, 'ready'))[0]!.decisions).toMatchObject([
    { reason: '县里重新核定（演示）', person: '（演示）clerk' },
  ]);
  await clerk.post(`/imports/${id}/apply`, {});
  await finishImports(services);
  expect((await clerk.lines(id, 'in'))[0]!.decisions).toMatchObject([
    { zh: expect.stringMatching(/有变化——按这次的内容更新$/), reason: '县里重新核定（演示）', person: '（演示）clerk' },
  ]);

  const row = (await problems(before)).find(({ title }) => title.includes('己寨'))!;
  const { basics } = (await clerk.get(`/problems/${row.id}`)).json<{
    basics: { target: string; deadline: { raw: string } };
  }>();
  expect(basics).toMatchObject({ target: '完成封堵', deadline: { raw: '2026-12-31', date: '2026-12-31' } });
});

test('an import is undone as a whole until somebody works on one of its problems', async () => {
  const lines = [
    ['B1', '演示：壬沟屠宰废水直排', '由旺镇', '由旺镇', '达标', '2026年底前'],
    ['B2', '演示：癸林场界桩缺失', '姚关镇', '姚关镇', '补齐', '2026年底前'],
  ];
  const first = await bringIn('乙.xlsx', await list(lines));
  expect((await clerk.post(`/imports/${first}/undo`, { reason: '发错了文件（演示）' })).json()).toMatchObject({
    state: 'undoing',
  });
  await finishImports(services);

  const withdrawn = await problems(first);
  expect(withdrawn.map(({ stage }) => stage)).toEqual(['withdrawn', 'withdrawn']);
  expect(
    await services.db
      .selectFrom('task')
      .select('id')
      .where(
        'dossier',
        'in',
        withdrawn.map(({ id }) => id),
      )
      .execute(),
  ).toEqual([]);
  const shown = (await clerk.get(`/problems?import=${first}`)).json<{ rows: unknown[] }>();
  expect(shown.rows).toEqual([]);

  const second = await bringIn('乙.xlsx', await list(lines));
  const [used] = await problems(second);
  expect(withdrawn.map(({ number }) => number)).not.toContain(used!.number);
  const corrected = await clerk.post(`/problems/${used!.id}/commands`, {
    version: (await clerk.get(`/problems/${used!.id}`)).json<{ version: number }>().version,
    ask: { type: 'CorrectProblem', basics: { remarks: '已核对（演示）' }, facts: {}, reason: '核对（演示）' },
  });
  expect(corrected.statusCode, corrected.body).toBe(200);
  const refused = await clerk.post(`/imports/${second}/undo`, { reason: '发错了文件（演示）' });
  expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([409, 'import-used']);
  expect((await clerk.view(second)).undo).toEqual({ allowed: false, dossiers: 2, used: 1, stays: 0 });
  expect((await verifyLedger(services)).findings).toEqual([]);
});

test('rows left open do not come in; the office’s own file says why, and comes in once corrected', async () => {
  const lines = [
    ['C1', '演示：庚坝农膜残留', '由旺镇', '查无此局', '清理', '2026年底前'],
    ['C2', '演示：辛湾乱倒渣土', '姚关镇', '姚关镇', '清运', '2026年底前'],
  ];
  const id = await clerk.receive('丙.xlsx', await list(lines));
  await clerk.post(`/imports/${id}/mapping`, { chosen: { origin: 'county' } });
  await clerk.post(`/imports/${id}/apply`, { skipOpen: true });
  await finishImports(services);
  expect(await clerk.view(id)).toMatchObject({ state: 'done', counts: { in: 1, failed: 1 } });

  const marked = await clerk.get(`/imports/${id}/errors.xlsx`);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(marked.rawPayload as unknown as ExcelJS.Buffer);
  const reasons = book.worksheets[0]!.getColumn(HEAD.length + 1).values;
  expect(reasons).toEqual(expect.arrayContaining(['错误原因', expect.stringContaining('查无此局')]));
  expect(reasons.filter(Boolean)).toHaveLength(2);

  book.worksheets[0]!.getCell(3, 4).value = '由旺镇';
  const again = await bringIn('丙.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
  expect((await problems(again)).map(({ title }) => title)).toEqual(['演示：庚坝农膜残留']);
});
