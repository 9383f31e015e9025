import { expect, test } from 'vitest';
import { said } from '../../testing/checked.ts';
import { kindIn, withKind } from '../../testing/letters.ts';

test('two kinds that are numbered alike are found: two dossiers would bear one number', () => {
  expect(said(withKind('round-return', { number: kindIn('letter').number }))).toEqual([
    'shape letter, round-return, number',
  ]);
  expect(said(withKind('round-return', { number: 'L-{year}-{serial:5}' }))).toEqual([
    'shape letter, round-return, number',
  ]);
});

test('numbers that differ in what stands around the count are not taken for one', () => {
  expect(said(withKind('round-return', { number: 'M-{year}-{serial:3}' }))).toEqual([]);
});
