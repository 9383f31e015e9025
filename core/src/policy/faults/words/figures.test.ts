import { expect, test } from 'vitest';
import type { Figure, Kind, Pack, SheetField } from '../../model.ts';
import { said } from '../../testing/checked.ts';
import { kindIn, letters, withKind } from '../../testing/letters.ts';
import { seat, text } from '../../testing/library-words.ts';
import { withPolicy } from '../../testing/plant.ts';

const field: SheetField = { id: 'n', label: text('n'), type: 'figure', figure: 'f', required: false, personal: false };
const named = { id: 'f', title: text('计数') };
const shown = (kind: string, figure: Figure, more: Partial<SheetField> = {}, change: Partial<Kind> = {}): Pack =>
  withKind(
    kind,
    { sheet: [...kindIn(kind).sheet, { ...field, ...more }], ...change },
    withPolicy(letters, { figures: [figure] }),
  );
const rounds: Figure = { ...named, count: 'round-return', which: 'opened', ofUnit: false };
const holes: SheetField = { id: 'holes', label: text('坑'), type: 'number', required: false, personal: false };
const counting = withKind('round-return', { sheet: [...kindIn('round-return').sheet, holes] });

test('figures that can be counted are sound: dossiers of a period, of a unit, and what members say added up', () => {
  expect(said(shown('round-list', rounds))).toEqual([]);
  expect(said(shown('round-return', { ...rounds, ofUnit: true }))).toEqual([]);
  const summed = withPolicy(counting, { figures: [{ ...named, sum: 'holes' }] });
  expect(said(withKind('round-list', { sheet: [field] }, summed))).toEqual([]);
});

test.each<[string, Pack, string]>([
  ['a figure that is not there', shown('round-list', { ...rounds, id: 'g' }), 'unknown-name round-list, n, f'],
  ['a kind that is not there', shown('round-list', { ...rounds, count: 'ghost' }), 'unknown-name f, ghost'],
  [
    'a fact that its kind lacks',
    shown('round-list', { ...rounds, when: { fact: 'smell', oneOf: ['bad'] } }),
    'unknown-fact f, smell',
  ],
  [
    'a field that its members lack',
    shown('round-list', { ...named, sum: 'ghost' }),
    'unknown-field round-list, f, ghost',
  ],
  ['members where nothing is gathered', shown('letter', { ...named, sum: 'what' }), 'unknown-field letter, f, what'],
  ['a period where no duty opens it', shown('letter', rounds), 'unknown-name letter, f'],
  ['the unit that owes a list', shown('round-list', { ...rounds, ofUnit: true }), 'unknown-name round-list, f'],
  [
    'a point that nothing reaches',
    shown('round-list', rounds, { fixedAt: 'ghost' }),
    'milestone-unreached round-list, n, ghost',
  ],
  [
    'a kind that its readers may not read',
    shown('round-list', { ...named, count: 'letter', which: 'open', ofUnit: false }),
    'readers-narrow round-list, f, letter',
  ],
])('a figure of %s is found', (_what, pack, fault) => {
  expect(said(pack)).toContain(fault);
});

test('who may read all that is counted may be told how many there are', () => {
  const figure: Figure = { ...named, count: 'letter', which: 'open', ofUnit: false };
  const desk = shown('round-list', figure, {}, { reads: [seat('desk')] });
  expect(said(desk)).not.toContain('readers-narrow round-list, f, letter');
});
