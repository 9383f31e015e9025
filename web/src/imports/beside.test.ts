import { expect, test } from 'vitest';
import { rawBeside } from './beside.ts';

test.each([
  ['a date that was read from prose', '截止 2024-12-31', '2024年底前', '2024年底前'],
  ['a short name of a unit', '施甸县自然资源局', '县自然资源局', null],
  ['an old name of a unit', '施甸县自然资源局', '县国土局', '县国土局'],
  ['the same words', '由旺镇', '由旺镇', null],
  ['a measure without its number', '一是清运矿渣', '清运矿渣', null],
  ['units that stood on two lines', '由旺镇、姚关镇', '由旺镇\n姚关镇', null],
  ['nothing in the cell', '由旺镇', ' ', null],
])('%s', (_what, text, raw, shown) => {
  expect(rawBeside({ text, raw })).toBe(shown);
});
