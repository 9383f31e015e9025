import { expect, test } from 'vitest';
import { said } from '../../testing/checked.ts';
import { kindIn, letters, withField, withKind } from '../../testing/letters.ts';
import { seat } from '../../testing/library-words.ts';
import { withStep } from '../../testing/plant.ts';

const letter = kindIn('letter');

test('a field that one step alone writes is filled in by no other step and no act', () => {
  const again = { clause: '§7', by: [seat('desk/head')], title: letter.title, fills: ['verdict'] };

  expect(said(withStep(letters, 'answering-way', 'answer', { fills: ['said', 'verdict'] }))).toContain(
    'shape letter, verdict, answering/answer',
  );
  expect(said(withKind('letter', { acts: { ...letter.acts, again } }))).toContain('shape letter, verdict, again');
});

test('the step that the field names may fill it in in so many words, and a field that names none is filled in anywhere', () => {
  const { by: _one, ...free } = letter.sheet.find(({ id }) => id === 'verdict')!;
  const sheet = letter.sheet.map((field) => (field.id === 'verdict' ? free : field));
  const twice = withStep(withKind('letter', { sheet }), 'answering-way', 'answer', { fills: ['said', 'verdict'] });

  expect(said(twice).filter((fault) => fault.startsWith('shape'))).toEqual([]);
  expect(said(withField('letter', 'verdict', { by: 'looking/look' }))).toEqual([]);
});
