import { expect, test } from 'vitest';
import { grouped, type Task } from './grouping.ts';

const task = (number: string, zh: string, unitName: string | null): Task =>
  ({ number, title: { zh }, unitName }) as Task; // grouping reads no more
const tasks = [task('1', '签收', '甲镇'), task('2', '审核', '乙局'), task('3', '签收', null)];
const numbers = (by: 'none' | 'step' | 'unit') =>
  grouped(tasks, by).map((group) => [group.name, group.tasks.map(({ number }) => number).join()]);

test.each([
  ['none', [[null, '1,2,3']]],
  [
    'step',
    [
      ['签收', '1,3'],
      ['审核', '2'],
    ],
  ],
  [
    'unit',
    [
      ['甲镇', '1'],
      ['乙局', '2'],
      ['—', '3'],
    ],
  ],
] as const)('by %s what hurts first stays first', (by, expected) => {
  expect(numbers(by)).toEqual(expected);
});
