import { expect, test } from 'vitest';
import { found, said, unsettled } from '../../testing/checked.ts';
import { library } from '../../testing/library.ts';
import { step } from '../../testing/library-words.ts';
import { routeOf, ruling, withNewRoute, withPolicy, withRoute, withRulings } from '../../testing/plant.ts';

test('sound rules have no fault but the topics that a ruling leaves off', () => {
  expect(found(library)).toEqual([]);
  expect(found(library, null)).toEqual([]);
});

const both = withRoute(library, 'rebind', { when: { fact: 'harm', oneOf: ['light', 'heavy'] } });

test('two routes at the same facts are an overlap, with the facts and both clauses', () => {
  const [fault, ...more] = unsettled(both);

  expect(fault).toMatchObject({
    kind: 'overlap',
    about: ['mend', 'rebind'],
    clauses: ['§3', '§4'],
    facts: [{ harm: 'light' }],
    path: ['procedures', 3, 'routes', 1],
  });
  expect(more.map(({ kind }) => kind)).toEqual(['example-differs']);
});

test('an overlap is settled by the ruling that ranks the routes, and by no other', () => {
  const about = { kind: 'overlap', about: ['mend', 'rebind'] } as const;
  const ranked = withRulings(both, ruling('R1', [about], { prefers: ['mend', 'rebind'] }));
  const unranked = withRulings(both, ruling('R1', [about]));

  expect(found(ranked)).toMatchObject([{ kind: 'overlap', ruling: 'R1' }]);
  expect(said(unranked)).toContain('overlap mend, rebind');
});

test('facts without a route are a gap', () => {
  const gap = withRoute(library, 'glance', {
    when: {
      all: [
        { fact: 'harm', oneOf: ['light'] },
        { fact: 'finder', oneOf: ['reader'] },
      ],
    },
  });

  expect(unsettled(gap)[0]).toMatchObject({
    kind: 'gap',
    about: ['acceptance'],
    facts: [{ finder: 'branch', harm: 'light' }],
    clauses: ['§5'],
  });
});

test('a route that a ruling supplies fills the gap and still shows it', () => {
  const supplied = withRoute(library, 'rebind', { ruling: 'R1' });
  const settled = withRulings(supplied, ruling('R1', [{ kind: 'gap' }]));

  expect(said(supplied)).toEqual(['gap plan, rebind', 'ruling-missing rebind, R1']);
  expect(found(settled)).toMatchObject([
    { kind: 'gap', about: ['plan', 'rebind'], facts: [{ harm: 'heavy' }], ruling: 'R1' },
  ]);
});

test('no ruling settles a gap that nothing fills', () => {
  const { procedures } = library.policy;
  const without = procedures.map((procedure) => ({
    ...procedure,
    routes: procedure.routes.filter((route) => route.id !== 'inspect'),
  }));

  expect(said(withPolicy(library, { procedures: without, rulings: [ruling('R1', [{ kind: 'gap' }])] }))).toContain(
    'gap acceptance',
  );
});

test('a plan may do without a procedure that others have', () => {
  expect(
    said(withPolicy(library, { procedures: library.policy.procedures.filter(({ id }) => id !== 'edition') })),
  ).toEqual([]);
});

test('a route that no combination of facts leads onto is unreachable', () => {
  const light = { fact: 'harm', oneOf: ['light'] };
  const never = withNewRoute(library, 'plan', {
    ...routeOf(library, 'mend'),
    id: 'never',
    when: { all: [light, { not: light }] },
  });

  expect(said(never)).toEqual(['unreachable-step never']);
});

test('a route that every ranking puts last is unreachable', () => {
  const twin = withNewRoute(library, 'plan', {
    id: 'twin',
    title: routeOf(library, 'mend').title,
    clause: '§3',
    when: { fact: 'harm', oneOf: ['light'] },
    steps: [step('issue', 'issue', 'desk/head', { writes: 'plan' })],
  });
  const ranked = withRulings(twin, ruling('R1', [{ kind: 'overlap' }], { prefers: ['mend', 'twin'] }));

  expect(said(ranked)).toEqual(['unreachable-step twin']);
});

test('more combinations than can be tried are said, not passed over', () => {
  const facts = Array.from({ length: 15 }, (_, n) => ({
    id: `f${n}`,
    label: { zh: `f${n}` },
    values: [
      { id: 'y', label: { zh: '是' } },
      { id: 'n', label: { zh: '否' } },
    ],
    open: false,
  }));
  const when = { any: facts.map(({ id }) => ({ fact: id, oneOf: ['y'] })) };
  const vast = withPolicy(withRoute(library, 'grading', { when }), { facts: [...library.policy.facts, ...facts] });

  expect(said(vast)).toEqual(['gap classification']);
});
