import { expect, test } from 'vitest';
import type { SheetField } from '../policy/index.ts';
import { plainDate } from '../time/index.ts';
import { text } from '../testing/words.ts';
import { numberFor, seriesOf, titleFrom } from './index.ts';

const field = (id: string, type: SheetField['type'], more: Partial<SheetField> = {}): SheetField => ({
  id,
  label: text(id),
  type,
  required: false,
  personal: false,
  ...more,
});
const sheet: readonly SheetField[] = [
  field('what', 'text'),
  field('size', 'choice', { values: [{ id: 'major', label: text('大损') }] }),
  field('cost', 'money'),
  field('sure', 'yes-no'),
  field('where', 'place'),
  field('who', 'named-person'),
  field('writer', 'named-person', { personal: true }),
  field('sides', 'choices', {
    values: [
      { id: 'left', label: text('左') },
      { id: 'right', label: text('右') },
    ],
  }),
  field('pictures', 'files'),
];
const titled = (titleOf: string, values: object): string =>
  titleFrom({ titleOf, title: text('损坏'), sheet }, { ...values });
const on = (year: number) => plainDate(`${year}-03-04`);

test('a title is cut to its signs with a mark that something is missing, and not where all of it fits', () => {
  expect(titled('{what:4}', { what: '桨柄裂了' })).toBe('桨柄裂了');
  expect(titled('{what:4}', { what: '桨柄裂了缝' })).toBe('桨柄裂了…');
  expect(titled('{what}', { what: '桨柄裂了缝' })).toBe('桨柄裂了缝');
});

test('in a title a choice stands by its label, money in yuan, yes and no in words, places and people by name', () => {
  expect(titled('{size}：{cost}元，{sure}', { size: 'major', cost: 12_345, sure: true })).toBe('大损：123.45元，是');
  expect(titled('{where} {who}', { where: { words: '东湾' }, who: { name: '某人' } })).toBe('东湾 某人');
  expect(titled('{sides} {pictures}', { sides: ['left', 'right'], pictures: [{ id: 'f', name: 'x' }] })).toBe(
    '左、右 1',
  );
});

test('what is personal or empty stands in no title; with nothing to say it is called as its kind is', () => {
  expect(titled('{writer}{what}', { writer: { personal: 'p1' }, what: '桨' })).toBe('桨');
  expect(titled('{writer}', { writer: { personal: 'p1' } })).toBe('损坏');
  expect(titled('{what}', {})).toBe('损坏');
});

test('numbers of a year begin anew each year, with so many digits as the plan says; others never do', () => {
  const yearly = { id: 'damage', number: '损-{year}-{serial:3}' };
  const ever = { id: 'locker', number: '柜-{serial}' };

  expect(numberFor(yearly, on(2030), 7)).toBe('损-2030-007');
  expect(numberFor(yearly, on(2030), 1234)).toBe('损-2030-1234');
  expect(numberFor(ever, on(2030), 7)).toBe('柜-7');
  expect(seriesOf(yearly, on(2030))).not.toBe(seriesOf(yearly, on(2031)));
  expect(seriesOf(ever, on(2030))).toBe(seriesOf(ever, on(2031)));
  expect(seriesOf(yearly, on(2030))).not.toBe(seriesOf(ever, on(2030)));
});
