import { expect, test } from 'vitest';
import { text } from '../../testing/library-words.ts';
import { condensed } from './condense.ts';

const values = (...ids: readonly string[]) => ids.map((id) => ({ id, label: text(id) }));
const facts = [
  { id: 'origin', label: text('来源'), values: values('hall', 'kitchen'), open: false },
  { id: 'grade', label: text('轻重'), values: values('light', 'heavy', 'deadly'), open: false },
];
const hall = (...grades: readonly string[]) => grades.map((grade) => ({ origin: 'hall', grade }));
const kitchen = (...grades: readonly string[]) => grades.map((grade) => ({ origin: 'kitchen', grade }));

test.each([
  ['one case stays as it is', hall('light'), hall('light')],
  ['a fact that makes no difference is not named', hall('light', 'heavy', 'deadly'), [{ origin: 'hall' }]],
  [
    'two ways to put it stand side by side',
    [...hall('light', 'heavy', 'deadly'), ...kitchen('deadly')],
    [{ origin: 'hall' }, { grade: 'deadly' }],
  ],
  ['always is one empty case', [...hall('light', 'heavy', 'deadly'), ...kitchen('light', 'heavy', 'deadly')], [{}]],
  ['one fact for both values of the other', [...hall('light'), ...kitchen('light')], [{ grade: 'light' }]],
  ['what always happens needs no cases beside it', [{}, ...hall('light')], [{}]],
  ['a case that is named twice is named once', [...hall('light'), ...hall('light')], hall('light')],
  ['nothing stays nothing', [], []],
])('%s', (_what, cases, fewer) => {
  expect(condensed(cases, facts)).toEqual(fewer);
});
