import { expect, test } from 'vitest';
import { compile } from './pack.ts';
import { club, mend, slips } from '../testing/club.ts';

const lived = (acts: readonly object[], wanted: object = {}, given: object = {}) => ({
  ...club([mend]),
  examples: {
    examples: [
      { name: '红土', clause: '§1', facts: {}, expect: {} },
      { name: '雨后', clause: '§1', given: { kind: 'visit', on: '2030-06-03', acts, ...given }, expect: wanted },
    ],
  },
});
const act = { on: '2030-06-04', do: 'mending/mend' };

test('a story stands beside sentences, and both know which of the examples they are', () => {
  const { pack, faults } = compile(
    lived([{ ...act, parts: { 'case.holder': 'greens' } }], {
      'closed-on': 'no',
      'no-limit': 'mending/mend',
      late: [],
    }),
  );

  expect(faults).toEqual([]);
  expect(pack?.examples).toMatchObject([{ name: '红土', at: 0 }]);
  expect(pack?.stories).toMatchObject([
    {
      name: '雨后',
      at: 1,
      given: { acts: [{ what: 'do', step: 'mending/mend', objects: false, parts: { 'case.holder': ['greens'] } }] },
      expect: { closedOn: 'no', noLimit: ['mending/mend'], late: [] },
    },
  ]);
});

test('a pack without stories compiles to what it compiled to before there were any', () => {
  const { pack } = compile({
    ...club([mend]),
    examples: { examples: [{ name: '红土', clause: '§1', facts: {}, expect: {} }] },
  });

  expect(pack).not.toHaveProperty('stories');
  expect(pack?.examples[0]).not.toHaveProperty('at');
});

test.each<[string, object, string]>([
  ['no verb', { on: '2030-06-04' }, 'examples.1.given.acts.0: '],
  ['two verbs', { ...act, act: 'ask' }, 'examples.1.given.acts.0: do act'],
  ['a ruling without its choice', { on: '2030-06-04', rule: 'who:' }, 'examples.1.given.acts.0: choice'],
  ['a longer term by nobody knows how much', { on: '2030-06-04', extend: 'soon' }, 'examples.1.given.acts.0: units'],
  ['a day before the one above', { ...act, on: '2030-06-02' }, 'examples.1.given.acts.0.on: 2030-06-02'],
  ['a step without its procedure', { ...act, do: 'mend' }, 'examples.1.given.acts.0.do: mend'],
  ['a person without a post', { ...act, by: 'greens' }, 'examples.1.given.acts.0.by: greens'],
  ['a word that is not known', { ...act, why: 'rain' }, 'examples.1.given.acts.0.why: why'],
])('a deed with %s is not understood', (_what, deed, slip) => {
  expect(slips(lived([deed]))).toEqual([slip]);
});

test('a story says what is counted, in whole numbers, and which figures stand or do not', () => {
  const figures = { holes: 7, bumps: 'no' };
  expect(compile(lived([act], { figures }, { figures: { holes: 7 } })).pack?.stories?.[0]).toMatchObject({
    given: { figures: { holes: 7 } },
    expect: { figures },
  });
  expect(slips(lived([act], {}, { figures: { holes: -1 } }))).toEqual(['examples.1.given.figures.holes: -1']);
});

test('what a story expects in a word that is not known is not understood', () => {
  expect(slips(lived([act], { closed: '2030-06-04' }))).toEqual(['examples.1.expect.closed: closed']);
  expect(slips(lived([act], { refused: { act: 'mending/mend' } }))).toEqual(['examples.1.expect.refused: obstacle']);
});
