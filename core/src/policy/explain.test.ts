import { expect, test } from 'vitest';
import { explain } from './explain.ts';
import { library } from './testing/library.ts';
import { ruling, withPolicy, withRoute, withRulings } from './testing/plant.ts';

test('the routes, who signs, by when and where copies go', () => {
  const { plan, acceptance } = explain(library, { harm: 'light' });

  expect(plan).toMatchObject({
    id: 'mend',
    clause: '§3',
    ruling: null,
    limits: [{ id: 'mend-review', words: { zh: '自移交起10个工作日（当日不计）' } }, { id: 'mend-issue' }],
    copies: [{ to: 'archive', step: 'issue' }],
  });
  expect(acceptance).toMatchObject({ id: 'glance', signers: [], limits: [{ id: 'glance-accept' }] });
  expect(explain(library, { harm: 'heavy' }).acceptance).toMatchObject({
    signers: [{ seat: { role: 'board', post: 'chair' }, who: { zh: '馆务会·主席' }, step: 'signature' }],
  });
});

test('the condition that was met, and what would have led elsewhere', () => {
  const explained = explain(library, { harm: 'light', finder: 'reader' });

  expect(explained.plan).toMatchObject({
    matched: { condition: { zh: '损坏程度为light' }, facts: [{ fact: 'harm', value: 'light' }] },
  });
  expect(explained.plan).toMatchObject({
    others: [{ id: 'rebind', why: { zh: '适用于：损坏程度为heavy；现为 损坏程度：light' } }],
  });
  expect(explained.wouldChange).toMatchObject([
    { fact: 'harm', value: 'heavy', plan: 'rebind', acceptance: 'inspect' },
  ]);
});

test('a fact that is not known yet is asked for, and each of its values shown', () => {
  const explained = explain(library, { finder: 'reader' });

  expect(explained).toMatchObject({
    missing: ['harm'],
    plan: { id: null, missing: ['harm'] },
    acceptance: { id: null },
  });
  expect(explained.wouldChange.map(({ value, plan }) => [value, plan])).toEqual([
    ['light', 'mend'],
    ['heavy', 'rebind'],
  ]);
});

test('the ruling that decided is named with its standing, and the routes that gave way', () => {
  const both = withRoute(library, 'rebind', { when: { fact: 'harm', oneOf: ['light', 'heavy'] } });
  const ranked = withRulings(both, ruling('R1', [{ kind: 'overlap' }], { prefers: ['mend', 'rebind'] }));

  expect(explain(ranked, { harm: 'light' }).plan).toMatchObject({
    id: 'mend',
    ruling: { id: 'R1', status: 'pending' },
    losing: [{ id: 'rebind' }],
    others: [],
  });
  expect(explain(both, { harm: 'light' }).plan).toMatchObject({ id: null, routes: ['mend', 'rebind'] });
});

test('a route that a ruling supplied says so', () => {
  const supplied = withPolicy(withRoute(library, 'mend', { ruling: 'R1' }), {
    rulings: [ruling('R1', [{ kind: 'gap' }])],
  });

  expect(explain(supplied, { harm: 'light' }).plan).toMatchObject({ id: 'mend', ruling: { id: 'R1' } });
});

test('facts without a route have none, and the words say so', () => {
  const gap = withRoute(library, 'mend', {
    when: {
      all: [
        { fact: 'harm', oneOf: ['light'] },
        { fact: 'finder', oneOf: ['reader'] },
      ],
    },
  });

  expect(explain(gap, { harm: 'light', finder: 'branch' }).plan).toMatchObject({
    id: null,
    why: { zh: '方案没有规定这种情形' },
  });
});

test('an explanation is plain data', () => {
  const explained = explain(library, { harm: 'heavy' });

  expect(JSON.parse(JSON.stringify(explained))).toEqual(explained);
});
