import { expect, test } from 'vitest';
import type { SheetField } from '../../model.ts';
import { said } from '../../testing/checked.ts';
import { kindIn, withField, withKind } from '../../testing/letters.ts';

const letter = kindIn('letter');
const withType = (type: SheetField['type']) => {
  const more: SheetField = { ...letter.sheet[0]!, id: 'more', required: false, type };
  return { sheet: [...letter.sheet, more] };
};
const filtered = (type: SheetField['type']) =>
  said(withKind('letter', { ...withType(type), list: { ...letter.list, filters: ['stage', 'more'] } }));

test('what is filled in beforehand from a field that no sheet has is found; from one that some sheet has it is not', () => {
  expect(said(withField('letter', 'where', { prefilled: 'smell' }))).toEqual(['unknown-field letter, where, smell']);
  expect(said(withField('round-return', 'what', { prefilled: 'what' }))).toEqual([]);
});

test.each(['number', 'text', 'choices', 'unit'] as const)(
  'a field of type %s is no fact that rules could ask for',
  (type) => {
    expect(said(withKind('letter', { ...withType(type), facts: ['verdict', 'more'] }))).toEqual([
      'unknown-field letter, facts, more',
    ]);
  },
);

test('a yes or no is a fact, and a name that nothing has is none', () => {
  expect(said(withKind('letter', { ...withType('yes-no'), facts: ['verdict', 'more'] }))).toEqual([]);
  expect(said(withKind('letter', { facts: ['verdict', 'moon'] }))).toEqual(['unknown-field letter, facts, moon']);
});

test('a list is not filtered by words, sums and places; by a day, a unit or a yes or no it is', () => {
  for (const type of ['text', 'money', 'place', 'number'] as const)
    expect(filtered(type)).toEqual(['unknown-field letter, filters, more']);
  for (const type of ['day', 'unit', 'yes-no'] as const) expect(filtered(type)).toEqual([]);
});

test('a list filters by a channel where one is named, and by a period where a duty is filed as one', () => {
  const by = (kind: string, ...filters: string[]) => {
    const { columns } = kindIn(kind).list;
    return said(withKind(kind, { list: { columns, filters } }));
  };
  const opens = { ...letter.opens!, from: [{ id: 'post', label: { zh: '来信' } }] };

  expect(by('letter', 'step', 'unit', 'opened', 'closed', 'light')).toEqual([]);
  expect(by('letter', 'from')).toEqual(['unknown-field letter, filters, from']);
  expect(said(withKind('letter', { opens, list: { ...letter.list, filters: ['from'] } }))).toEqual([]);
  expect(by('round-return', 'period')).toEqual([]);
  expect(by('letter', 'period')).toEqual(['unknown-field letter, filters, period']);
});

test('a list has no column and no filter that nothing would come of', () => {
  const list = (more: object) => said(withKind('letter', { list: { ...letter.list, ...more } }));
  expect(list({ columns: ['number', 'channel'] })).toEqual(['unknown-field letter / list, channel']);
  expect(list({ columns: ['number', 'from', 'period', 'due-on'] })).toEqual([]);
  expect(list({ filters: ['number'] })).toEqual(['unknown-field letter / list, number']);
});
