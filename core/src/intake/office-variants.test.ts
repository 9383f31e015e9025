import { expect, test } from 'vitest';
import { findDoubles } from './duplicates.ts';
import { readPeople } from './people.ts';
import { decide, listOf, OFFICE, sheetOf, UNITS } from './testing/office.ts';
import { plainDate } from '../time/index.ts';
import { applyDecisions, understand } from './understand.ts';
import { resolveUnits } from './units.ts';

const read = (raw: string) =>
  resolveUnits(raw, UNITS, 'holder').map(({ part, unit, how }) => `${part}:${how === 'suggested' ? '?' : unit}`);

test.each([
  ['甲镇\n人民政府', ['holder:jia']],
  ['虚市生态环境局\n虚县分局\n甲镇人民政府', ['holder:ecology', 'holder:jia']],
  ['虚县发展和\n改革局\n乙乡', ['holder:development', 'holder:yi']],
  ['甲镇\n乙乡', ['holder:jia', 'holder:yi']],
  ['甲镇人民政府牵头，县发改局配合', ['lead:jia', 'cooperating:development']],
  ['由县发改局牵头负责，甲镇、乙乡配合', ['lead:development', 'cooperating:jia', 'cooperating:yi']],
  ['甲镇，县发改局督导', ['holder:jia', 'supervising:development']],
  ['丙镇牵头，县发改局配合', ['holder:?', 'holder:?']],
  ['甲镇党委、政府', ['holder:jia']],
  ['甲镇党委政府，乙乡党委、人民政府', ['holder:jia', 'holder:yi']],
  ['乙乡、政府', ['holder:yi', 'holder:?']],
  ['—', []],
  ['/', []],
  ['无', []],
])('units in “%s”', (raw, units) => {
  expect(read(raw)).toEqual(units);
});

test.each(['暂无', '待定', '待明确', '空缺'])('“%s” is nobody’s name', (raw) => {
  expect(readPeople(raw)).toMatchObject({ people: [], needsPerson: {} });
});

test.each([
  ['甲镇12家砂石厂未落实扬尘管控', '甲镇15家砂石厂未落实扬尘管控', 1],
  ['甲镇3口机井未封填到位', '甲镇5口机井未封填到位', 1],
  ['甲镇排口氨氮120mg/L超标排放', '甲镇排口氨氮95mg/L超标排放', 1],
  ['甲河K3+200处排口污水直排', '甲河K5+700处排口污水直排', 0],
  ['甲镇3号砂石厂未落实扬尘管控', '甲镇5号砂石厂未落实扬尘管控', 0],
])('“%s” and “%s” are asked about as one: %i', (one, two, count) => {
  const row = (id: string, problem: string) => ({ id, number: id, problem, township: 'jia', place: null });
  expect(findDoubles([row('1', one), row('2', two)], [])).toHaveLength(count);
});

const HEAD = ['序号', '问题', '牵头单位', '责任单位', '整改时限', '进度'];
const rowsOf = (...rows: readonly (readonly string[])[]) => understand(sheetOf([HEAD, ...rows]), OFFICE);

test('rows that were prefilled with a unit, a day and a share are left out, as many as there are', () => {
  const filled = ['1', '演示：甲镇沟渠污水直排', '', '甲镇', '2026年12月底前', '30%'];
  const blank = Array.from({ length: 40 }, (_, at) => [`${at + 2}`, '', '', '虚县', '2026年12月31日', '0%']);
  const few = blank.slice(0, 3);

  expect(rowsOf(filled, ...blank)).toMatchObject({ rows: [{ rows: [2], pile: 'ready' }] });
  expect(rowsOf(filled, ...blank).skipped).toHaveLength(40);
  // a few such rows may be problems whose words were forgotten
  expect(rowsOf(filled, ...few).rows).toHaveLength(4);
});

test('“the same as left” means the column of the same sort, or is asked about without an offer', () => {
  const list = rowsOf(
    ['1', '演示：甲镇沟渠污水直排', '甲镇', '同左', '2026年12月底前', ''],
    ['2', '演示：乙乡垃圾乱堆', '同左', '乙乡', '2026年12月底前', ''],
    ['3', '演示：乙乡矿坑积水', '同上', '乙乡', '2026年12月底前', ''],
  );
  const asked = list.rows.map(({ questions }) => questions.find(({ code }) => code === 'ditto'));

  expect(asked.map((question) => question?.suggested)).toEqual(['fill', null, null]);
  expect(asked[0]?.zh).toContain('“甲镇”');
});

test('shares of work are no words to be asked about, and a day may be written with long dashes', () => {
  const list = rowsOf(['1', '演示：甲镇沟渠污水直排', '', '甲镇', '2026—12—31', '完成90%']);

  expect(list.rows[0]).toMatchObject({ pile: 'ready', deadline: { date: '2026-12-31' } });
  expect(list.rows[0]?.remarks).toContain('完成90%');
});

test.each([
  ['正在整改', 'ready', []],
  ['未销号', 'ready', []],
  ['√', 'needs-decision', ['closed-row']],
])('“%s” under 是否办结', (finish, pile, codes) => {
  const list = understand(
    sheetOf([
      ['序号', '问题', '责任单位', '是否办结'],
      ['1', '演示：甲镇沟渠污水直排', '甲镇', finish],
    ]),
    OFFICE,
  );

  expect(list.rows[0]?.pile).toBe(pile);
  expect(list.rows[0]?.questions.map(({ code }) => code)).toEqual(codes);
});

test('a number that a spreadsheet made a day of is asked about', () => {
  const { rows } = listOf(['1', '', '演示：甲镇沟渠污水直排', '甲镇', '甲镇', '2026年底前', '']);
  const dated = rows.map((row, at) =>
    at === 2
      ? row.map((cell, column) => (column === 1 ? { text: '1月2日', date: plainDate('2026-01-02') } : cell))
      : row,
  );
  const sheet = { ...listOf(), rows: dated };

  expect(understand(sheet, OFFICE).rows[0]?.questions.map(({ code }) => code)).toEqual(['digits-lost']);
  const kept = applyDecisions(sheet, OFFICE, [decide('3:number:digits-lost', 'set', '1-2')]);
  expect(kept.rows[0]).toMatchObject({ pile: 'ready', number: '1-2' });
});

test.each([
  ['验收时间', '2025年12月3日', 'needs-decision'],
  ['销号文号', '虚推长办〔2025〕12号', 'needs-decision'],
  ['实际完成时间', '2025.11.20', 'needs-decision'],
  ['计划验收时间', '2026年12月3日', 'ready'],
  ['验收时间', '', 'ready'],
  ['验收时间', '计划2026年12月', 'ready'],
  ['验收单位', '县发改局', 'ready'],
])('a row with “%s” %s is %s', (head, written, pile) => {
  const list = understand(
    sheetOf([
      ['序号', '问题', '责任单位', '整改时限', head],
      ['1', '演示：甲镇沟渠污水直排', '甲镇', '2026年底前', written],
    ]),
    OFFICE,
  );

  expect(list.rows[0]?.pile).toBe(pile);
});

test('what several rows of one problem say of their progress does not run together', () => {
  const head = ['序号', '问题', '整改措施', '责任单位', '整改进展'];
  const rows = [
    ['1', '演示：甲镇沟渠污水直排', '封堵排口', '甲镇', '已启动'],
    ['', '', '建设管网', '', '正在推进'],
  ];
  const merges = [0, 1, 3].map((column) => ({ row: 1, column, rowSpan: 2, columnSpan: 1 }));
  const [only] = understand(sheetOf([head, ...rows], merges), OFFICE).rows;

  expect(only?.rows).toEqual([2, 3]);
  expect(only?.remarks).toContain('已启动\n正在推进');
});

test.each([
  ['责任人及电话', 'person'],
  ['责任人及联系方式', 'person'],
  ['点位名称', 'place'],
])('a column “%s” is read as %s', (head, field) => {
  const rows = [['1', '演示：甲镇沟渠污水直排', '甲镇', '李甲 13812345678']];
  const { columns, questions } = understand(sheetOf([['序号', '问题', '责任单位', head], ...rows]), OFFICE);

  expect([columns[3]?.field, questions.filter(({ optional }) => optional !== true)]).toEqual([field, []]);
});
