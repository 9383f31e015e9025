import { expect, test } from 'vitest';
import { inDigits, shownNumber } from './number-format.ts';

test.each([
  [7, '"SD-"0000', 'SD-0007'],
  [7, String.raw`\S\D\-0000`, 'SD-0007'],
  [8750000021, '0000-0000000', '0875-0000021'],
  [8750000021, '00000000000', '08750000021'],
  [20260007, String.raw`0000\-0000`, '2026-0007'],
  [7, '"第"0"项"', '第7项'],
  [7, '"〔2026〕"0"号"', '〔2026〕7号'],
  [5, 'General"号"', '5号'],
  [-3, '0;(0)', '(3)'],
  [0, '0;-0;"无"', '无'],
  [5305210001, '[<=9999999]###-####;(###) ###-####', '(530) 521-0001'],
  [1234567, '#,##0', '1,234,567'],
  [1234.5, '¥#,##0.00', '¥1,234.50'],
  [0.125, '0.0%', '12.5%'],
  [2026.1, '0.00', '2026.10'],
  [53052120260531000, '0_ ', '53052120260531000'],
  [12, '[红色]0', '12'],
])('%d under %s is shown as %s', (value, format, text) => {
  expect(shownNumber(value, format)).toBe(text);
});

test('digits that a format hides, and exponents, are written out', () => {
  expect(shownNumber(5.25, '0')).toBe('5.25');
  expect(shownNumber(3, '0.00E+00')).toBe('3');
  expect(shownNumber(12.5, '# ?/?')).toBe('12.5');
  expect(inDigits(2.02605310012026e21)).toBe('2026053100120260000000');
  expect(inDigits(1e-7)).toBe('0.0000001');
});
