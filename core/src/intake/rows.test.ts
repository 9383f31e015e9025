import { expect, test } from 'vitest';
import { gather } from './entries.ts';
import { findHead } from './head.ts';
import { REGISTER } from './meaning.ts';
import { answers } from './question.ts';
import { registrationOf } from './registration.ts';
import { decide, listOf, OFFICE, sheetOf } from './testing/office.ts';
import { applyDecisions, understand } from './understand.ts';

const ROW = ['1', 'X-1', '演示：甲沟直排', '甲镇', '甲镇', '2024年底前', '封堵'];

test('every row that is no problem is left out with its reason', () => {
  const list = understand(
    listOf(
      ['一、演示部分', '', '', '', '', '', ''],
      ROW,
      ['', '', '', '', '', '', ''],
      ['序号', '编号', '问题', '乡镇', '责任单位', '整改时限', '整改措施'],
      ['1', '2', '3', '4', '5', '6', '7'],
      ['', '合　计', '1', '', '', '', ''],
      ['注：演示。', '', '', '', '', '', ''],
      ['填表人：演示', '', '', '审核：演示', '', '', ''],
    ),
    OFFICE,
  );

  expect(list.rows.map(({ rows }) => rows)).toEqual([[4]]);
  expect(list.skipped.map(({ row, reason }) => [row, reason.code])).toEqual([
    [3, 'section-row'],
    [5, 'blank-row'],
    [6, 'repeated-head'],
    [7, 'column-numbers'],
    [8, 'total-row'],
    [9, 'note-row'],
    [10, 'note-row'],
  ]);
});

test('a problem whose text mentions a total or a note is no total and no note', () => {
  const list = understand(
    listOf(
      ['1', 'X-1', '演示：合计三处排口直排', '甲镇', '甲镇', '2024年底前', '注意安全'],
      ['2', 'X-2', '演示：备注栏未公开', '甲镇', '甲镇', '2024年底前', '公开'],
    ),
    OFFICE,
  );
  expect(list.rows).toHaveLength(2);
});

test('2026.1 stored as a number may be October or January, and is asked about; written as text it is January', () => {
  const numbers = listOf(ROW.with(5, '2026.1'));
  const typed = { ...numbers, rows: numbers.rows.map((row) => row.map((cell) => ({ ...cell }))) };
  typed.rows[2]![5] = { text: '2026.1', number: 2026.1 };

  expect(understand(numbers, OFFICE).rows[0]?.deadline.date).toBe('2026-01-31');
  expect(understand(typed, OFFICE).rows[0]).toMatchObject({
    pile: 'needs-decision',
    deadline: { kind: 'unreadable', suggestions: ['2026-10-31', '2026-01-31'] },
  });
});

test('a person may leave out any row, and it is listed as left out', () => {
  const list = applyDecisions(listOf(ROW), OFFICE, [decide('row:3', 'skip')]);
  expect(list).toMatchObject({ rows: [], skipped: [{ row: 3, reason: { code: 'decided' } }] });
});

test('a unit merged over several problems belongs to each; a problem merged over several rows is one', () => {
  const rows = [
    ['序号', '编号', '问题', '责任单位'],
    ['1', 'X-1', '演示：甲沟直排', '甲镇'],
    ['2', 'X-2', '演示：乙坪矿渣', ''],
    ['3', 'X-3', '演示：丙塘水华', '乙乡'],
    ['', '', '', '甲镇'],
  ];
  const list = understand(
    sheetOf(rows, [
      { row: 1, column: 3, rowSpan: 2, columnSpan: 1 },
      ...[0, 1, 2].map((column) => ({ row: 3, column, rowSpan: 2, columnSpan: 1 })),
    ]),
    OFFICE,
  );

  expect(list.rows.map(({ rows: at, units }) => [at, units.map(({ unit }) => unit)])).toEqual([
    [[2], ['jia']],
    [[3], ['jia']],
    [
      [4, 5],
      ['yi', 'jia'],
    ],
  ]);
});

test('rows of one merged problem that carry numbers of their own are asked about', () => {
  const rows = [
    ['序号', '编号', '问题', '责任单位'],
    ['1', 'X-1', '演示：甲沟直排', '甲镇'],
    ['2', 'X-2', '', '乙乡'],
  ];
  const list = understand(sheetOf(rows, [{ row: 1, column: 2, rowSpan: 2, columnSpan: 1 }]), OFFICE);

  expect(list.rows.map(({ rows: at, pile }) => [at, pile])).toEqual([
    [[2], 'ready'],
    [[3], 'needs-decision'],
  ]);
  expect(list.rows[1]?.questions.map(({ code }) => code)).toContain('continues-above');
});

test('a row with a number and no problem text is asked for its text', () => {
  const sheet = listOf(ROW, ['2', 'X-2', '', '甲镇', '甲镇', '2024年底前', '清运']);
  const before = understand(sheet, OFFICE);
  const after = applyDecisions(sheet, OFFICE, [decide('4:problem:problem-missing:4', 'set', '演示：乙坪矿渣')]);

  expect(before.rows[1]?.questions.map(({ code }) => code)).toEqual(['problem-missing']);
  expect(after.rows[1]).toMatchObject({ pile: 'ready', problem: '演示：乙坪矿渣' });
});

test('empty formatted rows at the end are counted and not listed', () => {
  const sheet = listOf(ROW, ...Array.from({ length: 50 }, () => ['', ' ', '']));
  const head = findHead(sheet, REGISTER);
  if (head === null) throw new Error('no head');
  expect(gather(sheet, head, new Map([['problem', 2]]), answers([]))).toMatchObject({ tail: 50, skipped: [] });
});

test('hidden rows are read or left out only when somebody says so', () => {
  const list = { ...listOf(ROW, ROW.with(1, 'X-2').with(2, '演示：乙坪矿渣')), hiddenRows: [1, 4] };
  const open = understand(list, OFFICE);
  const asked = open.questions[0]!;

  expect(open.rows.map(({ pile }) => pile)).toEqual(['needs-decision', 'needs-decision']);
  expect(asked).toMatchObject({ code: 'hidden-rows', zh: expect.stringContaining('有1行') });
  expect(applyDecisions(list, OFFICE, [decide(asked.id, 'read')]).rows.map(({ pile }) => pile)).toEqual([
    'ready',
    'ready',
  ]);
  expect(applyDecisions(list, OFFICE, [decide(asked.id, 'skip')])).toMatchObject({
    rows: [{ rows: [3], pile: 'ready' }],
    skipped: [{ row: 4, reason: { code: 'decided' } }],
  });
});

test('同上 says what the row above says, and a first row that says so has nothing above it', () => {
  const rows = understand(
    listOf(ROW.with(6, '同上'), ROW, ['2', 'X-2', '演示：乙坪矿渣', '〃', '乙乡', '同上', '同上']),
    OFFICE,
  ).rows;
  expect(rows[0]?.measures.items.map(({ text }) => text)).toEqual(['同上']);
  expect(rows.at(-1)).toMatchObject({
    township: { unit: 'jia' },
    units: [{ unit: 'yi' }],
    deadline: { date: '2024-12-31' },
    measures: { items: [{ text: '封堵' }] },
  });
});

test('the line that is signed at the foot is a note, one label to a cell', () => {
  const signed = ['填表人：演示', '', '审核人：演示', '', '联系电话：8120000', '填报日期：2024.6.1', ''];
  expect(understand(listOf(ROW, signed), OFFICE).skipped).toMatchObject([{ row: 4, reason: { code: 'note-row' } }]);
});

test('a blank left in the measures is asked about, and what a person writes there comes in', () => {
  const list = listOf(ROW.with(6, '1.封堵XX处排口；2.补植'));
  const asked = understand(list, OFFICE).rows[0]!.questions;
  const row = applyDecisions(list, OFFICE, [decide(asked[0]!.id, 'set', '1.封堵3处排口；2.补植')]).rows[0]!;

  expect(asked).toMatchObject([{ code: 'placeholder', field: 'measures' }]);
  expect(row).toMatchObject({ pile: 'ready', measures: { items: [{ text: '封堵3处排口' }, { text: '补植' }] } });
  expect(registrationOf(row, '清单', {}).basics.description).toContain('封堵3处排口');
  expect(row.texts.measures).toContain('XX');
});

test('a formula that failed is asked about and does not become a problem by itself', () => {
  const [row] = understand(listOf(ROW.with(2, '#REF!')), OFFICE).rows;
  expect(row).toMatchObject({ pile: 'needs-decision', questions: [{ code: 'placeholder' }] });
});

test('several rows without a problem go on with the same one, and none is taken for another', () => {
  const more = (measure: string): string[] => ['', '', '', '', '', '', measure];
  const list = listOf(ROW, more('补植'), more('管护'));
  const open = understand(list, OFFICE).rows;
  const joined = applyDecisions(
    list,
    OFFICE,
    open.slice(1).map(({ questions }) => decide(questions[0]!.id, 'join')),
  );

  expect(open.slice(1).flatMap(({ questions }) => questions)).toMatchObject([
    { code: 'continues-above', zh: expect.stringContaining('第3行的问题') },
    { code: 'continues-above', zh: expect.stringContaining('第3行的问题') },
  ]);
  expect(joined.rows).toMatchObject([{ rows: [3, 4, 5], measures: { items: [{}, {}, { text: '管护' }] } }]);
});
