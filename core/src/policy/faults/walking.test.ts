import { expect, test } from 'vitest';
import { said, unsettled } from '../testing/checked.ts';
import { library } from '../testing/library.ts';
import { step } from '../testing/library-words.ts';
import { routeOf, withRoute, withStep } from '../testing/plant.ts';

test('a step that the one before jumps over is unreachable', () => {
  const jump = withRoute(library, 'list', {
    steps: [
      step('form', 'form', 'desk/clerk', { next: 'consent' }),
      step('lost', 'submit', 'desk/head'),
      step('consent', 'consent', 'board/chair'),
    ],
  });

  expect(said(jump)).toEqual(['unreachable-step list, lost']);
  expect(unsettled(jump)[0]?.path).toEqual(['procedures', 1, 'routes', 0, 'steps', 1]);
});

test('a step that is only returned to can be reached', () => {
  const back = withRoute(library, 'list', {
    steps: [
      step('form', 'form', 'desk/clerk', { next: 'consent' }),
      step('again', 'submit', 'desk/head'),
      step('consent', 'consent', 'board/chair', { returnsTo: ['again'] }),
    ],
  });

  expect(said(back)).toEqual([]);
});

test('steps that lead round in a circle never end', () => {
  expect(said(withStep(library, 'rebind', 'issue', { next: 'draft' }))).toEqual(['dead-end rebind, issue']);
});

test('acceptance that ends without closing is a dead end, a plan that does is not', () => {
  expect(said(withStep(library, 'inspect', 'signature', { closes: false }))).toEqual(['dead-end inspect, signature']);
  expect(routeOf(library, 'rebind').steps.some((each) => each.closes)).toBe(false);
});

test('acceptance that stops before its closing step is a dead end', () => {
  expect(said(withStep(library, 'inspect', 'on-site', { next: 'end' }))).toEqual([
    'unreachable-step inspect, signature',
    'dead-end inspect, on-site',
  ]);
});

test.each([
  ['a next step that does not exist', { next: 'nowhere' }],
  ['a return to a step that does not exist', { returnsTo: ['nowhere'] }],
  ['a return to the step itself', { returnsTo: ['issue'] }],
])('%s is unknown', (_what, change) => {
  expect(said(withStep(library, 'rebind', 'issue', change))).toEqual(['unknown-step rebind, issue']);
});

test('a return to a later step is no return', () => {
  expect(said(withStep(library, 'rebind', 'draft', { returnsTo: ['issue'] }))).toEqual(['unknown-step rebind, draft']);
});
