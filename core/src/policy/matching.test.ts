import { expect, test } from 'vitest';
import { compile } from './compile/pack.ts';
import { explain } from './explain/index.ts';
import { faults } from './faults/index.ts';
import { factsAsked, matchable } from './matching.ts';
import type { Field, Pack } from './model.ts';
import { said, unsettled } from './testing/checked.ts';
import { library, light, maps } from './testing/library.ts';
import { text } from './testing/library-words.ts';
import { withPolicy, withRoute } from './testing/plant.ts';

const prints: Field = { ...maps, id: 'prints', label: text('版画') };
const printed = { fact: 'field', oneOf: ['prints'] };
const two = withPolicy(library, { fields: [maps, prints] });

/** Light harm is looked at by the branch, but prints are looked at by the city whatever their harm. */
const byField: Pack = withRoute(
  withRoute(two, 'glance', { when: { all: [{ fact: 'harm', oneOf: ['light'] }, { not: printed }] } }),
  'inspect',
  { when: { any: [{ fact: 'harm', oneOf: ['heavy'] }, printed] } },
);
const example = (field: string, acceptance: string): Pack => ({
  ...byField,
  examples: [{ name: field, clause: '§3', facts: { harm: 'light', field }, expect: { acceptance } }],
});

test('a rule may match on the field; its values are the fields, with no second declaration', () => {
  expect(said({ ...byField, examples: [] })).toEqual([]);
  expect(factsAsked(byField.policy)).toContain('field');
  expect(factsAsked(library.policy)).not.toContain('field');
});

test('a field that the pack does not have is found in a rule and in an example', () => {
  const misspelt = withRoute(two, 'glance', { when: { fact: 'field', oneOf: ['charts'] } });

  expect(said({ ...misspelt, examples: [] })).toContain('unknown-fact glance, field, charts');
  expect(said(example('charts', 'inspect'))).toEqual(['unknown-fact charts, field, charts']);
});

test('a gap that opens in one field is told with that field', () => {
  const gap = withRoute(byField, 'inspect', { when: { fact: 'harm', oneOf: ['heavy'] } });

  expect(unsettled({ ...gap, examples: [] })).toMatchObject([
    { kind: 'gap', about: ['acceptance'], facts: [{ harm: 'light', field: 'prints' }] },
  ]);
});

test('examples may give the field', () => {
  expect(said(example('prints', 'inspect'))).toEqual([]);
  expect(said(example('maps', 'inspect'))).toEqual(['example-differs maps, acceptance']);
  expect(said({ ...byField, examples: [{ ...light, expect: { acceptance: 'glance' } }] })).toEqual([
    'example-differs 轻微损坏由分馆自己修, acceptance',
  ]); // unknown is not no
});

test('the field is said in its own words, and what another field would change', () => {
  const explained = explain(byField, { harm: 'light', field: 'maps' });

  expect(explained.acceptance).toMatchObject({
    id: 'glance',
    matched: {
      condition: { zh: '损坏程度为light，且并非（领域为版画）' },
      facts: [{}, { words: { zh: '领域：地图' } }],
    },
  });
  expect(explained.wouldChange).toContainEqual(
    expect.objectContaining({
      fact: 'field',
      value: 'prints',
      words: { zh: '领域：版画', en: 'Field: (版画)' },
      plan: 'mend',
      acceptance: 'inspect',
    }),
  );
  expect(explain(byField, { harm: 'light' }).missing).toEqual(['field']);
});

test('fields multiply the cases that are tried only where a rule asks about them', () => {
  const fields = Array.from({ length: 1000 }, (_, n) => ({ ...maps, id: `f${n}` }));
  const bits = Array.from({ length: 7 }, (_, n) => ({
    id: `b${n}`,
    label: text(`b${n}`),
    values: ['y', 'n'].map((id) => ({ id, label: text(id) })),
    open: false,
  }));
  const facts = [...library.policy.facts, ...bits];
  const all = { any: bits.map(({ id }) => ({ fact: id, oneOf: ['y', 'n'] })) };
  const wide = withPolicy(withRoute(library, 'handing', { when: all }), { fields, facts });
  const vast = withRoute(wide, 'handing', { when: { all: [all, { not: { fact: 'field', oneOf: [] } }] } });

  expect(said(wide)).toEqual([]);
  expect(said(vast)).toContain('gap handover');
});

test('a pack does not declare the field among its facts', () => {
  const fact = { id: 'field', label: '领域', values: [{ id: 'maps', label: '地图' }] };
  const { faults: found } = compile({ policy: { facts: [fact] }, units: {}, examples: {} });

  expect(found).toContainEqual(expect.objectContaining({ kind: 'shape', path: ['facts', 0, 'id'], about: ['field'] }));
  expect(matchable(two.policy).at(-1)).toMatchObject({ id: 'field', values: [{ id: 'maps' }, { id: 'prints' }] });
  expect(faults(two, null).filter(({ ruling }) => ruling === null)).toEqual([]);
});
