import { expect, test } from 'vitest';
import { said } from '../../testing/checked.ts';
import { letters } from '../../testing/letters.ts';
import { seat } from '../../testing/library-words.ts';
import { withStep } from '../../testing/plant.ts';

test('a step may say that what was done there stays; where nothing is ever taken back the word does nothing and is found', () => {
  expect(said(withStep(letters, 'looking-way', 'look', { withdraw: 'never' }))).toEqual([]);
  const received = withStep(letters, 'looking-way', 'look', { withdraw: 'never', do: 'receive' });
  expect(said(received)).toContain('shape looking-way, look');
  const outside = withStep(letters, 'looking-way', 'look', { withdraw: 'never', by: [seat('city.library/expert')] });
  expect(said(outside)).toContain('shape looking-way, look');
});
