import { expect, test } from 'vitest';
import { registrationOf } from './registration.ts';
import { contentOf } from './repeats.ts';
import { decide, OFFICE, sheetOf } from './testing/office.ts';
import type { Decision } from './question.ts';
import type { Sheet } from './sheet.ts';
import { applyDecisions } from './understand.ts';
import type { Understanding } from './understood.ts';

const HEAD = ['序号', '问题', '责任单位', '村', '经度', '处罚金额', 'NO', '空列', '备注', ''];
const LINE = ['1', '演示：甲沟直排', '发改局', '甲村', '99.18', '2万元', '1', '', '已约谈', '无头'];
const SECOND = ['2', '演示：乙塘弃土', '发改局', '', '99.20', '', '2', '', '', ''];
const sheet = sheetOf([HEAD, LINE, SECOND]);
// most of these heads are known to nobody: a person says that they are one
const read = (list: Sheet, ...given: readonly Decision[]): Understanding =>
  applyDecisions(list, OFFICE, [decide('head', 'rows', '1'), ...given]);
const remarks = ({ rows }: Understanding, at = 0): string => registrationOf(rows[at]!, '清单', {}).basics.remarks;
const kept = ({ columns }: Understanding): readonly string[] =>
  columns.filter(({ intoRemarks }) => intoRemarks).map(({ text }) => text);

test('what an office wrote in columns of its own stands in the remarks, each under its head', () => {
  const list = read(sheet);

  expect(kept(list)).toEqual(['村', '经度', '处罚金额', '']);
  expect(remarks(list)).toBe('已约谈\n村：甲村\n经度：99.18\n处罚金额：2万元\n第10列：无头');
  expect(remarks(list, 1)).toBe('经度：99.20');
  expect(list.rows.map(({ pile }) => pile)).toEqual(['ready', 'ready']);
});

test('a column that counts rows, an empty one and our own reasons are not proposed', () => {
  const head = ['问题', '责任单位', '村', '行', '错误原因'];
  const lines = ['甲', '乙', '丙'].map((name, at) => [`演示：${name}沟`, '发改局', name, String(at + 7), '对不上单位']);
  expect(kept(read(sheetOf([head, ...lines])))).toEqual(['村']);
});

test('a column may be left out of the remarks, or any other put into them', () => {
  const list = read(
    sheet,
    decide('column:3', 'ignore'),
    decide('column:9', 'ignore'),
    decide('column:6', 'into-remarks'),
  );
  expect(remarks(list)).toBe('已约谈\n经度：99.18\n处罚金额：2万元\nNO：1');
});

test('of two columns that claim one field, the one not taken stands in the remarks', () => {
  const twice = sheetOf([
    ['问题', '责任单位', '整改时限', '完成时限'],
    ['演示：甲沟', '发改局', '2026年12月底前', '2027年6月底前'],
  ]);
  const list = read(twice, decide('column-doubled:deadline:“整改时限”、“完成时限”', '2'));

  expect(list.questions).toEqual([]);
  expect(remarks(list)).toBe('完成时限：2027年6月底前');
});

test('a changed cell of such a column is a change of the row', () => {
  const other = sheetOf([HEAD, LINE.with(3, '乙村'), SECOND]);
  expect(contentOf(read(sheet).rows[0]!)).not.toBe(contentOf(read(other).rows[0]!));
});

test('too many words for the remarks are asked about, and nothing is cut', () => {
  const long = sheetOf([HEAD, LINE.with(3, '长'.repeat(2001)), SECOND]);
  const asked = read(long).rows[0]!;
  const [only] = asked.questions;

  expect([asked.pile, only?.code, only?.options.map(({ id }) => id)]).toEqual([
    'needs-decision',
    'remarks-too-long',
    ['without', 'set'],
  ]);
  expect(remarks(read(long, decide(only!.id, 'without')))).toBe('已约谈');
  expect(remarks(read(long, decide(only!.id, 'set', '见原表')))).toBe('见原表');
  const still = read(long, decide(only!.id, 'set', '长'.repeat(2001)));
  expect(still.rows[0]!.pile).toBe('needs-decision');
});
