import { expect, test } from 'vitest';
import { holds, lineOf, median, percentile, type Figure } from './figure.ts';

test('a percentile is one of the samples, whatever their order', () => {
  expect(percentile([5, 1, 4, 2, 3], 0.95)).toBe(5);
  expect(percentile([5, 1, 4, 2, 3], 0.2)).toBe(1);
  expect(median([9, 1, 5])).toBe(5);
  expect(median([])).toBeNaN();
});

test('a figure that misses its target says so', () => {
  const ratio: Figure = { part: 'p', what: 'w', value: 0.3, unit: '', target: { at: 'least', value: 0.35 } };

  expect(holds(ratio)).toBe(false);
  expect(lineOf(ratio)).toContain('✗');
  expect(holds({ ...ratio, value: 0.35 })).toBe(true);
  expect(holds({ ...ratio, target: { at: 'most', value: 0.35 } })).toBe(true);
  expect(holds({ ...ratio, target: null })).toBe(true);
});
