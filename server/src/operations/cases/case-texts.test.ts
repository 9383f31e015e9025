import type { CaseEvent } from '@bihuan/core/case';
import type { Kind } from '@bihuan/core/policy';
import { expect, test } from 'vitest';
import { caseTexts } from './case-texts.ts';

const named = (id: string, more: object = {}) => ({ id, label: { zh: `“${id}”`, en: id }, ...more });
// only the sheet of a kind is looked at
const kind = {
  sheet: [
    named('words'),
    named('places'),
    named('result', { values: [{ id: 'clean', label: { zh: '已消除', en: 'clean' } }] }),
    named('found'),
    named('who', { personal: true }),
  ],
} as unknown as Kind;
const filled = (values: object) => ({ type: 'SheetFilled', values }) as unknown as CaseEvent; // nothing else is looked at
const first = filled({ words: '已查', places: 12, result: 'clean', found: [{ what: '甲' }], who: { kept: 'v1' } });

test('words and figures are compared as they are read; of tables and people only whether they are the same', () => {
  expect(caseTexts([first], kind).map(({ text, words }) => [text, words])).toEqual([
    ['已查', undefined],
    ['12', undefined],
    ['已消除', undefined],
    ['[{"what":"甲"}]', false],
    ['{"kept":"v1"}', false],
  ]);
});

test.each([{ words: '再查' }, { places: 13 }, { result: 'found' }, { found: [] }, { who: { kept: 'v2' } }])(
  'a change of %j is one',
  (change) => {
    expect(caseTexts([first, filled(change)], kind)).not.toEqual(caseTexts([first], kind));
  },
);
