import { expect, test } from 'vitest';
import type { CellWords } from '../cell-words.ts';
import { cellsOf } from '../clipboard.ts';
import type { FieldType, SheetField } from '../field.ts';
import { spread } from './spread.ts';

const say: CellWords = {
  text: ({ zh }) => zh,
  unitNamed: () => null,
  unitName: (id) => id,
  unitsKnown: true,
  yes: '是',
  no: '否',
  unknown: '尚不清楚',
  comma: '、',
  personHint: '',
};
const column = (id: string, type: FieldType): SheetField => ({
  id,
  label: { zh: id },
  type,
  required: false,
  personal: false,
});
const columns = [column('name', 'named-person'), column('sum', 'money'), column('scan', 'files'), column('on', 'day')];

test('a block of a spreadsheet fills the table from where it was pasted, and adds the rows it needs', () => {
  const before = [{ name: { name: '甲' } }, { name: { name: '乙' }, sum: 1 }];
  const block = cellsOf('2.50\t\t2026/1/2\r\n3\t\t2026年1月3日\r\n');

  expect(spread(before, columns, { row: 1, column: 1 }, block, say)).toEqual({
    rows: [
      { name: { name: '甲' } },
      { name: { name: '乙' }, sum: 250, on: '2026-01-02' },
      { sum: 300, on: '2026-01-03' },
    ],
    left: 0,
  });
});

test('a file is not overwritten by words', () => {
  const scan = [{ id: 'f', name: '表.pdf', digest: '00', size: 1 }];
  const { rows } = spread([{ scan }], columns, { row: 0, column: 0 }, cellsOf('甲\t1\t某文件\t2026-01-02'), say);

  expect(rows[0]?.['scan']).toBe(scan);
});

test('what does not fit beside the last column is counted and said', () => {
  expect(spread([], columns, { row: 0, column: 3 }, cellsOf('2026-01-02\t多\t\t余'), say).left).toBe(2);
});

test('an empty cell of the block empties the cell below it', () => {
  const { rows } = spread([{ sum: 100, on: '2026-01-01' }], columns, { row: 0, column: 1 }, cellsOf('\t\t\n'), say);

  expect(rows[0]).toEqual({ sum: undefined, on: undefined });
});

test('what cannot be understood stands where it was pasted', () => {
  expect(spread([], columns, { row: 0, column: 1 }, cellsOf('约三百元'), say).rows).toEqual([{ sum: '约三百元' }]);
});
