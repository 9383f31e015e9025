import { expect, test } from 'vitest';
import type { SheetField } from '../../sheet/field.ts';
import type { Kind } from '../../kinds/kind.ts';
import { firstFilters, moreFilters, partOf } from './filter-words.ts';

const field = (id: string): SheetField => ({ id, label: { zh: id }, type: 'choice', required: false, personal: false });
const kind = (filters: readonly string[], more: Partial<Kind> = {}): Kind =>
  // of a kind its filters look at these parts alone
  ({
    sheet: ['size', 'sort', 'step'].map(field),
    list: { columns: [], filters },
    from: [],
    byPeriod: false,
    ...more,
  }) as unknown as Kind;

test('three filters of the plan stand in the first line, the rest and every other word of the program in the second', () => {
  const list = kind(['stage', 'size', 'sort', 'opened']);

  expect(firstFilters(list)).toEqual(['stage', 'size', 'sort', 'light']);
  expect(moreFilters(list)).toEqual(['opened', 'holder', 'unit', 'step', 'closed']);
});

test('channel and period are offered where there are any', () => {
  const all = moreFilters(kind([], { from: [{ id: 'letter', label: { zh: '来信' } }], byPeriod: true }));
  expect(all).toEqual(expect.arrayContaining(['from', 'period']));
  expect(moreFilters(kind([]))).not.toEqual(expect.arrayContaining(['from']));
});

test('a field that bears the name of a word is asked for as a field; what nothing is by is left out', () => {
  expect(partOf('step', kind([]))).toBe('f.step');
  expect(partOf('unit', kind([]))).toBe('unit');
  expect(firstFilters(kind(['gone']))).toEqual(['light']);
});
