import { expect, test } from 'vitest';
import { cellsOf } from './clipboard.ts';

test('rows and columns of a spreadsheet', () => {
  expect(cellsOf('张三\t科长\r\n李四\t干事\r\n')).toEqual([
    ['张三', '科长'],
    ['李四', '干事'],
  ]);
});

test('empty cells keep their places, also at the end of a row', () => {
  expect(cellsOf('a\t\tb\n\tc\t\n')).toEqual([
    ['a', '', 'b'],
    ['', 'c', ''],
  ]);
});

test('a blank row in between stays a row; the last line end begins none', () => {
  expect(cellsOf('a\n\nb\n')).toEqual([['a'], [''], ['b']]);
  expect(cellsOf('a\n')).toEqual([['a']]);
});

test('a cell of several lines, with tabs and quotes, is one cell', () => {
  expect(cellsOf('"一是清运\n二是绿化"\t"他说""好""\t了"\n下一行\t0')).toEqual([
    ['一是清运\n二是绿化', '他说"好"\t了'],
    ['下一行', '0'],
  ]);
});

test('quotes that do not enclose the whole cell are text', () => {
  expect(cellsOf('"甲"乙\t5" 管')).toEqual([['"甲"乙', '5" 管']]);
});

test('a quote that is never closed loses nothing', () => {
  expect(cellsOf('"未完\t乙')).toEqual([['"未完', '乙']]);
});

test('one word is one cell', () => {
  expect(cellsOf('单位')).toEqual([['单位']]);
  expect(cellsOf('')).toEqual([['']]);
});
