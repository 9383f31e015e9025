import { expect, test } from 'vitest';
import { freshIds } from './fresh-ids.ts';

test.each([
  [
    [undefined, undefined],
    ['m1', 'm2'],
  ],
  [
    ['m1', undefined, 'm3', undefined],
    ['m1', 'm2', 'm3', 'm4'],
  ],
  [
    ['m2', undefined, undefined],
    ['m2', 'm1', 'm3'],
  ],
  [[], []],
])('%j becomes %j: a measure keeps its id, a new one gets one that is free', (before, after) => {
  expect(freshIds(before)).toEqual(after);
});
