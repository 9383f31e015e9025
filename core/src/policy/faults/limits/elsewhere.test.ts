import { expect, test } from 'vitest';
import { explain } from '../../explain/index.ts';
import type { Limit, Pack } from '../../model.ts';
import { said, unsettled } from '../../testing/checked.ts';
import { library } from '../../testing/library.ts';
import { working } from '../../testing/library-words.ts';
import { withLimit, withRoute, withStep } from '../../testing/plant.ts';

/** The look of the city library within so many days of a step elsewhere. */
const from = (event: Limit['from'], pack: Pack = library): Pack =>
  withLimit(pack, 'inspect', 'on-site', { from: event });

test('a limit may start from a step of an earlier procedure that every road here has taken', () => {
  expect(said(from('step:plan/issue'))).toEqual([]);
  expect(said(from('step:handover/receive'))).toEqual([]);
  expect(said(from('step:classification/grade'))).toEqual([]);
});

test('the step is said with its procedure', () => {
  expect(explain(from('step:plan/issue'), { harm: 'heavy' }).acceptance).toMatchObject({
    limits: [
      {
        words: {
          zh: '自修书方案中的“issue”起20个工作日（当日不计）',
          en: '20 working days (start day not counted) from "(issue)" of (修书方案)',
        },
      },
    ],
  });
});

test.each<[string, Limit['from'], string]>([
  ['a step that no route has', 'step:plan/bind', '没有一条路径会走到这一步'],
  ['a step that only routes of other facts have', 'step:plan/review', '这些情形所走的路径没有这一步'],
  ['a step of the edition', 'step:edition/consent', '另一份档案'],
])('%s starts no clock', (_what, event, words) => {
  expect(unsettled(from(event))).toMatchObject([
    {
      kind: 'limit-without-start',
      about: ['inspect', 'on-site', 'inspect-on-site'],
      facts: [{ harm: 'heavy' }],
      text: { zh: expect.stringContaining(words) },
    },
  ]);
});

test('a step of a later procedure starts no clock of an earlier one', () => {
  const early = withLimit(library, 'mend', 'review', { from: 'step:acceptance/self-check' });

  expect(unsettled({ ...early, examples: [] }).map(({ text }) => text.zh)).toEqual([
    expect.stringContaining('这一步不在此前的程序中'),
  ]);
});

test('where only some of the facts on a road lead past the step, they are named', () => {
  const always = withRoute(withRoute(library, 'glance', { when: { fact: 'finder', oneOf: ['reader'] } }), 'inspect', {
    when: { fact: 'finder', oneOf: ['branch'] },
  });

  expect(unsettled({ ...from('step:plan/review', always), examples: [] })).toMatchObject([
    { kind: 'limit-without-start', facts: [{ finder: 'branch', harm: 'heavy' }] },
  ]);
});

test('a step of its own procedure may be named in full', () => {
  expect(said(withLimit(library, 'rebind', 'meeting', { from: 'step:plan/draft' }))).toEqual([]);
  expect(said(withLimit(library, 'rebind', 'meeting', { from: 'step:plan/issue' }))).toEqual([
    'limit-without-start rebind, meeting, rebind-meeting',
  ]);
});

test('nested limits from two steps of one other procedure are not known to end in order', () => {
  const two = withStep(library, 'inspect', 'on-site', {
    limits: [
      working('inspect-on-site', 5, 'step:plan/draft', { within: 'outer' }),
      working('outer', 30, 'step:plan/meeting'),
    ],
  });

  expect(said(two)).toEqual(['inner-limit-later inspect, on-site, inspect-on-site, outer']);
});
