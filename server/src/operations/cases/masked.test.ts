import { expect, test } from 'vitest';
import { masked } from './masked.ts';

test.each([
  ['named-person', { name: '张三丰', phone: '138 0000 1234', post: '店主' }, '张＊＊＊　138****1234'],
  ['named-person', { name: '张三', phone: '0875-8121234' }, '张＊＊＊　＊＊＊'],
  ['text', '13800001234', '138****1234'],
  ['text', '53052120000101123X', '＊＊＊'],
  ['text', '某某街道', '＊＊＊'],
  ['number', 47, '＊＊＊'],
  ['place', { words: '某某巷3号', point: [99, 24] }, '＊＊＊'],
] as const)('of a %s only so much is shown', (type, value, shown) => {
  expect(masked({ type }, value)).toBe(shown);
});
