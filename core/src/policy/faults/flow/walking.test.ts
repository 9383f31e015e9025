import { expect, test } from 'vitest';
import { said, unsettled } from '../../testing/checked.ts';
import { library, unit } from '../../testing/library.ts';
import type { Step } from '../../model.ts';
import { seat, step } from '../../testing/library-words.ts';
import { routeOf, stepOf, withNewRoute, withRoute, withStep } from '../../testing/plant.ts';

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
  expect(said(withStep(library, 'inspect', 'signature', { closes: false }))).toEqual([
    'dead-end inspect, signature, problem',
  ]);
  expect(routeOf(library, 'rebind').steps.some((each) => each.closes)).toBe(false);
});

test('acceptance that stops before its closing step is a dead end', () => {
  expect(said(withStep(library, 'inspect', 'on-site', { next: 'end' }))).toEqual([
    'unreachable-step inspect, signature',
    'dead-end inspect, on-site, problem',
  ]);
});

test('a way of handing over without the step that hands over is a dead end', () => {
  const by = (finder: string) => ({ fact: 'finder', oneOf: [finder] });
  const kept = withNewRoute(withRoute(library, 'handing', { when: by('reader') }), 'handover', {
    ...routeOf(library, 'handing'),
    id: 'kept',
    when: by('branch'),
    steps: [step('claim', 'claim', 'case.holder/clerk')],
  });

  expect(said({ ...kept, examples: [] })).toContain('dead-end kept, claim');
});

test('without any step that hands over, what runs from the hand-over never starts', () => {
  const kept = withRoute(library, 'handing', { steps: [step('claim', 'claim', 'case.holder/clerk')] });

  expect(said({ ...kept, examples: [] })).toContain('limit-without-start mend, review, mend-review');
});

test('closing before the last step, or anywhere but in acceptance, is a dead end', () => {
  const early = withStep(library, 'inspect', 'on-site', { closes: true });

  expect(said({ ...early, examples: [] })).toEqual(['dead-end inspect, on-site']);
  expect(unsettled(early)[0]?.path).toEqual(['procedures', 4, 'routes', 1, 'steps', 1, 'closes']);
  expect(said(withStep(library, 'mend', 'issue', { closes: true }))).toContain('dead-end mend, issue, problem');
});

const jointly = (change: Partial<Step>) => ({
  ...withStep(library, 'inspect', 'signature', change),
  examples: [],
});

test.each<[string, Partial<Step>, readonly string[]]>([
  ['two of two seats', { by: [seat('board/chair'), seat('archive/head')], together: { quorum: 2 } }, []],
  ['two of one seat', { together: { quorum: 2 } }, ['dead-end inspect, signature']],
  [
    'three of two seats',
    { by: [seat('board/chair'), seat('archive/head')], together: { quorum: 3 } },
    ['dead-end inspect, signature'],
  ],
  ['a veto with a step to send it back to', { together: 'veto' }, []],
  ['a veto that leads nowhere', { together: 'veto', returnsTo: [] }, ['dead-end inspect, signature']],
])('a joint decision of %s', (_what, change, found) => {
  expect(said(jointly(change))).toEqual(found);
});

test('every unit of an office has a vote, a part that one unit plays has one', () => {
  const receiving = (role: string, quorum: number) =>
    said(withStep(library, 'handing', 'receive', { by: [seat(`${role}/clerk`)], together: { quorum } }));

  expect(receiving('branch', 2)).toEqual([]);
  expect(receiving('branch', 3)).toEqual(['dead-end handing, receive']);
  expect(receiving('case.holder', 2)).toEqual(['dead-end handing, receive']);
});

test.each<[string, Partial<Step>]>([
  ['that no step writes', { writes: undefined }],
  ['that only a unit outside writes', { by: [seat('county.library/expert')] }],
])('a plan %s is a dead end', (_what, change) => {
  const { writes: _written, ...draft } = { ...stepOf(library, 'rebind', 'draft'), ...change };
  const unwritten = 'writes' in change ? draft : { ...draft, writes: 'plan' as const };
  const steps = [
    unwritten,
    { ...stepOf(library, 'rebind', 'meeting'), binds: 'plan' as const },
    stepOf(library, 'rebind', 'issue'),
  ];

  const neighbour = unit('county', '邻县图书馆', ['county.library'], { external: true, posts: ['expert'] });
  const pack = { ...withRoute(library, 'rebind', { steps }), units: [...library.units, neighbour] };

  expect(said(pack)).toEqual(['dead-end rebind, meeting, writes']);
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
