import { expect, test } from 'vitest';
import { rawBeside } from './beside.ts';

test.each([
  ['a day that was read from prose', 'deadline', '截止 2024-12-31', '2024年底前', '2024年底前'],
  ['a month that was read as its last day', 'deadline', '截止 2024-12-31', '2024-12', '2024-12'],
  ['a short name of a unit', 'lead', '施甸县自然资源局', '县自然资源局', '县自然资源局'],
  ['a measure without its number', 'measures', '一是清运矿渣', '清运矿渣', null],
  ['the same words', 'unit', '由旺镇', '由旺镇', null],
  ['units that stood on two lines', 'unit', '由旺镇、姚关镇', '由旺镇\n姚关镇', null],
  ['nothing in the cell', 'unit', '由旺镇', ' ', null],
])('%s', (_what, field, text, raw, shown) => {
  expect(rawBeside({ field, text, raw })).toBe(shown);
});
