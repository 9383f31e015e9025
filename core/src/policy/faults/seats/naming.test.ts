import { expect, test } from 'vitest';
import type { SheetField } from '../../model.ts';
import { said } from '../../testing/checked.ts';
import { kindIn, withKind } from '../../testing/letters.ts';
import { text } from '../../testing/library-words.ts';

const reader: SheetField = { id: 'reader', label: text('谁'), type: 'person', required: false, personal: false };
const withReader = (change: Partial<SheetField>) =>
  said(withKind('letter', { sheet: [...kindIn('letter').sheet, { ...reader, ...change }] }));

test('people are named among offices that there are', () => {
  expect(withReader({ among: ['desk', 'board'] })).toEqual([]);
  expect(withReader({ among: ['desk', 'moon'] })).toEqual(['unknown-role moon']);
});

test('a field that names somebody among units that do not sign in here is found, in a table too', () => {
  const outside = { ...reader, among: ['city.library'] };

  expect(withReader(outside)).toEqual(['post-unheld letter / reader, city.library']);
  expect(withReader({ among: ['city.library', 'desk'] })).toEqual([]);
  expect(withReader({ type: 'rows', id: 'readers', columns: [outside] })).toEqual([
    'post-unheld letter / reader, city.library',
  ]);
});
