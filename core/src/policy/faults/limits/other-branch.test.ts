import { expect, test } from 'vitest';
import { said } from '../../testing/checked.ts';
import { kindIn, letters, withKind } from '../../testing/letters.ts';
import { working } from '../../testing/library-words.ts';
import { withStep } from '../../testing/plant.ts';

test('a term that starts with what only another branch brings never starts on this one', () => {
  const from = (event: string) =>
    said(withStep(letters, 'refusing-way', 'say', { earliest: working('floor', 3, event) }));

  expect(from('looked')).toEqual([]);
  expect(from('ended/answering')).toEqual(['limit-without-start refusing-way, say, floor']);
});

test('where both branches come together again, what either of them brings has happened', () => {
  const letter = kindIn('letter');
  const joined = withKind(
    'letter',
    {
      flow: [
        ...letter.flow.filter(({ run }) => run !== 'refusing').map(({ when: _any, ...each }) => each),
        { run: 'refusing', begins: ['answered'], times: 'once' },
      ],
    },
    withStep(withStep(letters, 'answering-way', 'agree', { reaches: 'answered' }), 'refusing-way', 'say', {
      earliest: working('floor', 3, 'ended/answering'),
    }),
  );

  expect(said(joined)).toEqual([]);
});
