import { expect, test } from 'vitest';
import { fenOf, yuanOf } from './money.ts';

test.each([
  ['0', 0],
  ['12', 1200],
  ['0.1', 10],
  ['1234.56', 123456],
  ['1,234.50', 123450],
  ['１，２３４．５', 123450],
  ['¥ 88', 8800],
  ['3.50元', 350],
  ['-2.05', -205],
  ['19.9900', 1999],
  ['70000000000000', 7000000000000000],
])('%s yuan are %i fen', (text, fen) => {
  expect(fenOf(text)).toBe(fen);
});

test.each(['', '约20', '1.234', '1e3', '二十', '1.2.3', '--1', '99999999999999999'])(
  '“%s” is no sum of money, and is not made one',
  (text) => {
    expect(fenOf(text)).toBeNull();
  },
);

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [123450, '1,234.50'],
  [-205, '-2.05'],
  [100000000000, '1,000,000,000.00'],
])('%i fen are shown as %s yuan', (fen, text) => {
  expect(yuanOf(fen)).toBe(text);
  expect(fenOf(text)).toBe(fen);
});

test('what binary fractions would lose stays', () => {
  expect(fenOf('1.15')).toBe(115);
  expect(fenOf('8.07')).toBe(807);
});
