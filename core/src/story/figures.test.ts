import { expect, test } from 'vitest';
import type { Story, StoryAct, StoryExpect } from '../policy/index.ts';
import { calendar } from '../policy/testing/checked.ts';
import { kindIn, letters, withKind } from '../policy/testing/letters.ts';
import { withPolicy } from '../policy/testing/plant.ts';
import { fnv } from '../testing/index.ts';
import { plainDate } from '../time/index.ts';
import { storiesDiffer } from './index.ts';

const field = {
  id: 'n',
  label: { zh: '在册' },
  type: 'figure',
  figure: 'f',
  required: false,
  personal: false,
} as const;
const figure = { id: 'f', title: { zh: '在册' }, count: 'letter', which: 'open', ofUnit: false } as const;
const sheet = [...kindIn('letter').sheet, field];
const pack = withKind('letter', { sheet }, withPolicy(letters, { figures: [figure] }));

const day = (of: number) => plainDate(`2030-06-0${of}`);
const does = (on: number, step: string, fields: object = {}): StoryAct => ({
  what: 'do',
  on: day(on),
  step,
  fields: { ...fields },
  objects: false,
  facts: {},
  parts: {},
});
const look = does(4, 'looking/look', { verdict: 'yes' });
const closing: readonly StoryAct[] = [
  look,
  { what: 'evidence', on: day(5), kind: 'photo' },
  does(6, 'answering/answer', { said: '谢谢' }),
  does(7, 'answering/agree'),
];

/** What a letter with three on the books does not come to as its story says. */
function told(acts: readonly StoryAct[], wanted: StoryExpect): readonly string[] {
  const given: Story['given'] = {
    kind: 'letter',
    on: day(3),
    fields: { what: '缺页', where: '东馆' },
    facts: {},
    parts: { 'case.answerer': ['bindery'] },
    figures: { n: 3 },
    acts,
  };
  const stories = [{ name: '来信', clause: '§7', at: 0, given, expect: wanted }];
  return storiesDiffer({ ...pack, stories }, calendar, fnv).map(({ text: { zh } }) => zh.slice(zh.indexOf('应为')));
}

test('a story says what is counted in it, and which figures stand at its end', () => {
  expect(told(closing, { figures: { n: 3 } })).toEqual([]);
  expect(told(closing, { figures: { n: 4 } })).toEqual(['应为 4，实为 3']);
});

test('what is not at its milestone yet stands for nothing', () => {
  expect(told([look], { figures: { n: 'no' } })).toEqual([]);
  expect(told([look], { figures: { n: 3 } })).toEqual(['应为 3，实为 no']);
});
