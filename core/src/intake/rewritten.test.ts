import { expect, test } from 'vitest';
import { contentOf } from './repeats.ts';
import { decide, OFFICE, sheetOf } from './testing/office.ts';
import { applyDecisions, understand } from './understand.ts';
import type { KnownProblem } from './understood.ts';

const HEAD = ['序号', '问题', '地点', '责任单位', '整改时限'];
const FIRST = [
  ['1', '演示：甲沟三处排口直排', '甲沟', '发改局', '2026年底前'],
  ['2', '演示：乙塘堆放矿渣', '乙塘', '虚县水务局', '2026年底前'],
];
const list = (rows: readonly (readonly string[])[], title = '虚构清单') => sheetOf([[title], HEAD, ...rows]);
const imported = (title?: string): readonly KnownProblem[] =>
  understand(list(FIRST, title), OFFICE).rows.map((row, at) => ({
    id: `p${at}`,
    key: row.key,
    content: contentOf(row),
    number: null,
    problem: row.problem,
    township: null,
    place: row.place,
    serial: row.serial,
  }));
const again = (rows: readonly (readonly string[])[], title?: string) =>
  understand(list(rows, title), { ...OFFICE, known: imported(title) }).rows.map(({ pile, questions }) => [
    pile,
    ...questions.map(({ code, zh }) => `${code} ${/“(.+?)”/.exec(zh)?.[1]}`),
  ]);
const ASKED = ['needs-decision', 'same-problem 演示：甲沟三处排口直排'];

test.each([
  ['number in line and unit', ['1', '演示：沿岸生活污水未接管网', '', '发改局', '2026年底前']],
  ['number in line and place', ['1', '演示：沿岸生活污水未接管网', '甲沟', '甲镇', '2026年底前']],
  [
    'place and unit, its number in line having moved',
    ['9', '演示：沿岸生活污水未接管网', '甲沟', '发改局', '2026年底前'],
  ],
])('without numbers, a row written anew is asked about: it has the %s of one that is gone', (_what, row) => {
  expect(again([row, FIRST[1]!])).toEqual([ASKED]);
});

test('a new row beside those that stand as they were is new, and so is one that shares only its unit', () => {
  expect(again([...FIRST, ['3', '演示：沿岸生活污水', '甲沟', '发改局', '2026年底前']])).toEqual([['ready']]);
  expect(again([['7', '演示：沿岸生活污水', '丙坝', '发改局', '2026年底前'], FIRST[1]!])).toEqual([['ready']]);
});

test('one row that is gone is asked about once, beside the row that is most like it', () => {
  const rows = [
    ['1', '演示：沿岸生活污水', '丙坝', '发改局', '2026年底前'],
    ['5', '演示：甲沟排口仍有污水', '甲沟', '发改局', '2026年底前'],
    FIRST[1]!,
  ];
  expect(again(rows)).toEqual([['ready'], ASKED]);
});

test('two sheets without a title are not one list', () => {
  expect(again([['1', '演示：沿岸生活污水', '甲沟', '发改局', '2026年底前']], '')).toEqual([['ready']]);
});

test('the answer brings the register up to date, or lets both stand', () => {
  const sheet = list([['1', '演示：沿岸生活污水', '甲沟', '发改局', '2026年底前'], FIRST[1]!]);
  const office = { ...OFFICE, known: imported() };
  const [question] = understand(sheet, office).rows[0]!.questions;
  const told = (choose: string) => applyDecisions(sheet, office, [decide(question!.id, choose)]).rows;

  expect(told('update')).toMatchObject([{ pile: 'ready', updates: 'p0' }]);
  expect(told('different')).toMatchObject([{ pile: 'ready', updates: null, sameAs: null }]);
});
