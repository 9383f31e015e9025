import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { applyDecisions, understand } from '@bihuan/core/intake';
import { expect, test } from 'vitest';
import { loadWorkbook, sheetsOf } from './read-sheets.ts';
import { because, OFFICE, row, sampleBytes, sampleSheet } from './testing/office.ts';

test('7: two problems in a row are separated only when a person says so; one problem over merged rows is joined', async () => {
  const sheet = await sampleSheet('07-problems-and-rows.xlsx');
  const before = understand(sheet, OFFICE);
  const after = applyDecisions(sheet, OFFICE, [
    because('3:problem:two-problems', 'split'),
    because('7:problem:continues-above:7', 'join'),
  ]);

  expect(before.rows.filter(({ rows }) => rows.includes(3))).toHaveLength(1);
  expect(after.rows.filter(({ rows }) => rows.includes(3)).map(({ number, problem }) => [number, problem])).toEqual([
    ['7', '演示：甲沟排口直排'],
    ['8', '演示：乙沟垃圾堆积。'],
  ]);
  expect(row(before, 5)).toMatchObject({
    rows: [4, 5],
    number: '9',
    measures: { items: [{ deadline: { date: '2024-06-30' } }, { deadline: { date: '2024-12-31' } }] },
  });
  expect(row(after, 7)).toMatchObject({ rows: [6, 7], number: '10', pile: 'ready' });
});

test('8: units are found by name, short name and old name; 各乡镇 and unknown names are asked about', async () => {
  const sheet = await sampleSheet('08-units-inline.xlsx');
  const before = understand(sheet, OFFICE);
  const after = applyDecisions(sheet, OFFICE, [
    because('unit-group:unit:各乡镇', 'all'),
    because('unit-unknown:unit:发展改革局', 'development'),
  ]);

  expect(row(before, 3).units.map(({ part, unit }) => [part, unit])).toEqual([
    ['lead', 'water'],
    ['holder', 'youwang'],
    ['holder', 'yaoguan'],
  ]);
  expect(row(before, 4).units.map(({ unit, how }) => [unit, how])).toEqual([
    ['development', 'short'],
    ['ecology', 'short'],
    ['youwang', 'short'],
  ]);
  expect(row(before, 5).units[0]).toMatchObject({ unit: 'ecology', how: 'old' });
  expect(row(before, 6).units[0]).toMatchObject({ unit: null, how: 'group', members: ['youwang', 'yaoguan'] });
  expect(row(before, 7).units[0]).toMatchObject({ unit: null, suggestions: [{ unit: 'development' }] });
  expect(row(after, 6).units.map(({ unit }) => unit)).toEqual(['youwang', 'yaoguan']);
  expect(row(after, 7)).toMatchObject({ pile: 'ready', units: [{ unit: 'development', how: 'decided' }] });
});

test('9: what a blank means is asked per column and then holds for all its rows', async () => {
  const sheet = await sampleSheet('09-two-meanings-of-blank.xlsx', '同上');
  const before = understand(sheet, OFFICE);
  const after = applyDecisions(
    sheet,
    OFFICE,
    before.questions.map(({ id }) => because(id, 'same-as-above')),
  );
  const none = understand(await sampleSheet('09-two-meanings-of-blank.xlsx', '没有'), OFFICE);

  expect(before.questions.map(({ field, suggested }) => [field, suggested])).toEqual([
    ['source', 'same-as-above'],
    ['township', 'same-as-above'],
    ['unit', 'same-as-above'],
  ]);
  expect(before.rows.map(({ pile }) => pile)).toEqual(['ready', 'needs-decision', 'needs-decision', 'needs-decision']);
  expect(after.rows.map(({ township, source }) => [township?.unit, source?.raw])).toEqual([
    ['youwang', '省级移交（演示）'],
    ['youwang', '省级移交（演示）'],
    ['youwang', '省级移交（演示）'],
    ['yaoguan', '省级移交（演示）'],
  ]);
  expect(none.questions.map(({ field, suggested }) => [field, suggested])).toEqual([['lead', 'none']]);
});

test('2 and 9: figures are read as figures, and a blank among them is 0 only when a person says so', async () => {
  const sheet = await sampleSheet('02-two-row-head.xlsx', '统计');
  const before = understand(sheet, OFFICE);
  const after = applyDecisions(sheet, OFFICE, [because('sheet:-:blank-meaning', 'zero')]);

  expect(before).toMatchObject({
    kind: 'statistics',
    rows: [],
    figures: { columns: ['交办件数', '污染类型·水', '污染类型·大气', '污染类型·土壤', '污染类型·其他'] },
  });
  expect(before.figures?.lines[0]).toMatchObject({ name: '由旺镇', values: [5, 3, 2, null, 1] });
  expect(after.figures?.lines[0]).toMatchObject({ values: [5, 3, 2, 0, 1] });
});

test('10: full-width digits, mixed brackets and spaces in heads are read; what people see stays as they wrote it', async () => {
  const list = understand(await sampleSheet('10-full-width.xlsx'), OFFICE);

  expect(list.columns.map(({ field, confidence }) => [field, confidence])).toEqual(
    ['serial', 'number', 'problem', 'deadline', 'unit', 'person'].map((field) => [field, 'sure']),
  );
  expect(row(list, 3)).toMatchObject({
    pile: 'ready',
    problem: '演示：〔甲〕沟（上段]排口直排',
    deadline: { date: '2024-12-31' },
    units: [{ unit: 'youwang', part: 'lead' }],
  });
  expect(row(list, 4).units).toMatchObject([{ unit: 'yaoguan' }]);
});

test('11: one problem under two numbers is pointed out and merged only by a person; a number used twice too', async () => {
  const sheet = await sampleSheet('11-two-numbers.xlsx');
  const before = understand(sheet, OFFICE);
  const question = row(before, 4).questions.find(({ code }) => code === 'same-problem');
  const after = applyDecisions(sheet, OFFICE, [
    because(question?.id ?? '', 'same'),
    because('6:number:number-twice:6', 'each'),
    because('5:verdict:word-unknown:大部分属实', 'partly'),
  ]);

  expect(row(before, 4)).toMatchObject({ pile: 'needs-decision', sameAs: null });
  expect(row(after, 4)).toMatchObject({ pile: 'ready', sameAs: row(before, 3).key });
  expect(row(before, 6).questions.map(({ code }) => code)).toEqual(['closed-row', 'found-untrue', 'number-twice']);
  expect(after.rows.map(({ pile, verdict, finish }) => [pile, verdict?.id, finish?.id])).toEqual([
    ['ready', 'true', 'stage'],
    ['ready', 'mostly', 'open'],
    // finished, or found untrue: whether it is an open problem is asked
    ['needs-decision', 'partly', 'done'],
    ['needs-decision', 'untrue', 'done'],
  ]);
});

test('12: name, post and telephone in one cell come apart, or are asked about', async () => {
  const list = understand(await sampleSheet('12-name-post-telephone.xlsx'), OFFICE);

  expect(row(list, 3).people).toEqual([{ name: '赵甲', note: '演示', post: '副镇长', phone: '13900000001' }]);
  expect(row(list, 4).people).toEqual([{ name: '钱乙', post: '镇长', phone: '0875-8120000' }]);
  expect(row(list, 5).people.map(({ name }) => name)).toEqual(['孙丙', '李丁']);
  expect(row(list, 6).questions.map(({ code }) => code)).toEqual(['person-unclear']);
});

test.each([
  ['13-libreoffice.xlsx', 300, 2],
  ['13-wps-blank-tail.xlsx', 800, 1],
])('13: in %s the %i formatted rows at the end are no problems', async (file, tail, problems) => {
  const list = understand(await sampleSheet(file), OFFICE);

  expect(list.tail).toBe(tail);
  expect(list.rows.map(({ pile }) => pile)).toEqual(Array.from({ length: problems }, () => 'ready'));
  expect(row(list, 3)).toMatchObject({
    problem: '演示：甲沟排口直排',
    number: 'W-1',
    deadline: { date: '2024-12-31' },
    units: [{ unit: 'youwang' }],
  });
});

test('14: text that begins like a formula is text, and a formula counts by its last result', async () => {
  const list = understand(await sampleSheet('14-formula-like-text.xlsx'), OFFICE);

  expect(row(list, 3)).toMatchObject({ problem: '=HYPERLINK("http://example.invalid","演示")', goal: '+清理' });
  expect(row(list, 5).units).toMatchObject([{ unit: 'youwang' }]);
});

test('a list written as paragraphs gives the same kind of rows as a grid', async () => {
  const list = understand(await sampleSheet('15-paragraphs.xlsx'), OFFICE);

  expect(list.kind).toBe('paragraphs');
  expect(list.rows).toMatchObject([
    {
      pile: 'ready',
      problem: '演示：甲沟沿线生活污水直排入河。',
      units: [{ unit: 'youwang' }],
      people: [{ name: '赵甲' }],
      deadline: { date: '2024-12-31' },
    },
    {
      pile: 'ready',
      problem: '演示：乙坪历史遗留矿渣未治理。',
      units: [
        { part: 'holder', unit: 'yaoguan' },
        { part: 'lead', unit: 'land' },
      ],
      deadline: { kind: 'long-term' },
    },
  ]);
  expect(list.rows[0]?.measures.items.map(({ deadline }) => deadline?.date ?? null)).toEqual(['2024-06-30', null]);
});

test('the committed samples are what their script makes', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'bihuan-samples-'));
  const sheets = async (bytes: Buffer): Promise<unknown> => sheetsOf(await loadWorkbook(bytes), () => undefined);
  await promisify(execFile)(process.execPath, [path.resolve(import.meta.dirname, '../../../samples/make.ts'), folder]);

  const files = await readdir(folder);
  for (const file of files)
    expect(await sheets(await sampleBytes(file)), file).toEqual(await sheets(await readFile(path.join(folder, file))));

  expect(files).toHaveLength(17);
  await rm(folder, { recursive: true });
});
