import { expect, test } from 'vitest';
import { findHead } from './head.ts';
import { REGISTER } from './meaning.ts';
import { listName, titleAmong } from './key.ts';
import { sheetOf } from './testing/office.ts';

type Span = { row: number; column: number; rowSpan: number; columnSpan: number };

const over = (row: number, column: number, columnSpan: number, rowSpan = 1): Span => ({
  row,
  column,
  rowSpan,
  columnSpan,
});
const HEAD = ['序号', '问题', '责任单位', '整改时限', '备注'];
const ROW = ['1', '演示：甲沟直排', '甲镇', '2026年底前', ''];
const DAY = '2026年11月20日';

test.each<[string, string[], string | null, Span[]?]>([
  ['left and right', ['填报单位：甲局', '', '', `填报时间：${DAY}`], `截至${DAY}`],
  ['on the right alone', ['', '', '', '', '填报单位：甲局'], null],
  ['merged', ['填报单位：甲局', '填报单位：甲局', '填报单位：甲局', `截至${DAY}`], `截至${DAY}`, [over(0, 0, 3)]],
  ['with blanks between the signs', ['填报单位 ： 甲局', '', '', '填 报 时 间：2026 年 11 月 20 日'], `截至${DAY}`],
  ['label and answer side by side', ['填报单位', '甲局', '', '填报日期', '2026-11-20'], '截至2026-11-20'],
  ['without a colon', ['制表单位 甲局', '', '', '2026.11.20'], '截至2026.11.20'],
  ['without any label', ['甲局', '', '', '2026/11/20'], '截至2026/11/20'],
  ['the day beside the title', ['虚县问题清单', '', '', `截至日期：${DAY}`], `截至${DAY}`],
  ['the day in a cell of its own', ['虚县问题清单', '', '', '截至日期', '2026.11.20'], '截至2026.11.20'],
  ['the day that the figures are of', ['填报单位：甲局', '', '', '数据截至2026.11.20'], '截至2026.11.20'],
  ['in Chinese numerals', ['填报单位：甲局', '', '', '填报时间：二〇二六年十一月二十日'], `截至${DAY}`],
  ['several units of measure', ['单位：万元', '', '单位：个', '', '单位：亩'], null],
  ['people and telephones', ['填表人 李甲', '', '', '联系电话 0875-8120000'], null],
  ['nothing filled in', ['填报单位：', '', '', '填报时间：'], null],
])('D8 · title cells above the head are no group over its columns: %s', (_how, title, asOf, merges = []) => {
  const head = findHead(sheetOf([[...title, '', '', ''].slice(0, 5), HEAD, ROW], merges), REGISTER);

  expect(head).toMatchObject({ first: 1, last: 1, asOf });
  expect(head?.columns.map(({ text, group }) => [text, group])).toEqual(HEAD.map((text) => [text, null]));
});

test('D8 · nor over the columns of a head of two rows', () => {
  const sheet = sheetOf(
    [
      ['填报单位', '甲局', '', '截止时间', DAY],
      ['序号', '问题', '整改落实', '整改落实', '备注'],
      ['序号', '问题', '责任单位', '整改时限', '备注'],
      ROW,
    ],
    [over(1, 0, 1, 2), over(1, 1, 1, 2), over(1, 2, 2), over(1, 4, 1, 2)],
  );
  const head = findHead(sheet, REGISTER);

  expect(head).toMatchObject({ first: 1, last: 2, asOf: `截至${DAY}` });
  expect(head?.columns.map(({ group }) => group)).toEqual([null, null, '整改落实', '整改落实', null]);
});

test.each([
  ['虚县问题清单 截至日期：2026年11月20日', '虚县问题清单 截至日期：2026年12月20日'],
  ['虚县问题清单 截至日期 2026.11.20', '虚县问题清单 截至日期 2026.12.20'],
  ['虚县问题清单 数据截至2026/11/20', '虚县问题清单'],
  ['虚县问题清单 二〇二六年十一月二十日', '虚县问题清单 二〇二六年十二月三十一日'],
])('D8 · a list is called alike whatever day stands beside its title: %s', (one, other) => {
  expect(listName(one)).toBe('虚县问题清单');
  expect(listName(other)).toBe('虚县问题清单');
});

test('D8 · who made the list is not its name', () => {
  expect(titleAmong(['制表单位 甲局 2026.11.20', '虚县问题清单'])).toBe('虚县问题清单');
});
