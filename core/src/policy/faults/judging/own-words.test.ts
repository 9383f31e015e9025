import { expect, test } from 'vitest';
import { said } from '../../testing/checked.ts';
import { letters, withKind } from '../../testing/letters.ts';
import { seat } from '../../testing/library-words.ts';
import { withStep } from '../../testing/plant.ts';

const agreedBy = (...by: readonly string[]) =>
  withStep(letters, 'answering-way', 'agree', { by: by.map(seat), together: by.length > 1 ? 'any' : 'all' });

test('whoever fills in the sheet at a step and alone may decide on it is found, and so is whoever opens it', () => {
  expect(said(agreedBy('desk/head'))).toEqual(['drafter-reviews answering-way, look, agree, letter']);
  expect(said(agreedBy('desk/clerk'))).toEqual(['drafter-reviews answering-way, letter, agree']);
});

test('where somebody else may decide as well, or all that is written comes later, nobody has to judge his own', () => {
  expect(said(agreedBy('desk/head', 'board/chair'))).toEqual([]);
  expect(said(withStep(letters, 'answering-way', 'answer', { by: [seat('board/chair')], fills: ['said'] }))).toContain(
    'drafter-reviews answering-way, answer, agree, letter',
  );
  expect(said(withStep(letters, 'looking-way', 'look', { do: 'review', asks: ['where'] }))).toEqual([]);
});

test('whoever signs along on his own words is found too', () => {
  expect(said(withStep(letters, 'answering-way', 'agree', { coSign: [seat('desk/head')] }))).toEqual([
    'drafter-reviews answering-way, look, agree, letter',
  ]);
});

test('a decision bound to what such a dossier does not have binds to nothing, and is found', () => {
  const binds = (what: string) => said(withStep(letters, 'answering-way', 'agree', { binds: what }));

  expect(binds('sheet+evidence')).toEqual([]);
  expect(binds('evidence+sheet')).toEqual([]);
  expect(binds('sheet+members')).toEqual(['unknown-name answering-way, agree, members, letter']);
  expect(binds('plan')).toContain('unknown-name answering-way, agree, plan, letter');
  expect(said(withStep(letters, 'refusing-way', 'say', { writes: 'results' }))).toEqual([
    'unknown-name refusing-way, say, results, letter',
  ]);
});

test('a stretch that waits for its own end, and would never begin, is found', () => {
  const circle = withKind('round-return', { flow: [{ run: 'filing', begins: ['closed'], times: 'once' }] });

  expect(said(circle)).toContain('milestone-unreached round-return, filing, closed');
});
