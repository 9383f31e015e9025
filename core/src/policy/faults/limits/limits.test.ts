import { expect, test } from 'vitest';
import { plainDate } from '../../../time/index.ts';
import type { Limit, Policy } from '../../model.ts';
import { found, said, unsettled } from '../../testing/checked.ts';
import { library } from '../../testing/library.ts';
import { text, working } from '../../testing/library-words.ts';
import { routeOf, ruling, withLimit, withPolicy, withRoute, withRulings, withStep } from '../../testing/plant.ts';

const term = (change: Limit['term']) => ({ term: change });

test('an inner limit longer than its outer one is found by the numbers alone', () => {
  const long = withLimit(library, 'mend', 'review', {
    term: { count: 'working', days: 16, startCounted: false, roll: 'none' },
  });

  expect(found({ ...long, examples: [] }, null)).toMatchObject([
    {
      kind: 'inner-limit-later',
      about: ['mend', 'review', 'mend-review', 'mend-issue'],
      facts: [{ harm: 'light' }],
      ruling: null,
    },
  ]);
});

test('the same length fits', () => {
  const same = withLimit(library, 'mend', 'review', {
    term: { count: 'working', days: 15, startCounted: false, roll: 'none' },
  });

  expect(said({ ...same, examples: [] })).toEqual([]);
});

test.each([
  [
    '14 natural days always end before 15 working days',
    { count: 'natural', days: 14, startCounted: false, roll: 'none' },
    [],
  ],
  [
    '22 natural days end later where no holiday stands between',
    { count: 'natural', days: 22, startCounted: false, roll: 'none' },
    ['inner-limit-later mend, review, mend-review, mend-issue'],
  ],
  [
    'one month ends later than 15 working days',
    { count: 'months', months: 1, startCounted: false, roll: 'none' },
    ['inner-limit-later mend, review, mend-review, mend-issue'],
  ],
  ['48 hours end sooner', { count: 'hours', hours: 48 }, []],
  [
    'a day of the calendar ends later from some start',
    { count: 'fixed', date: plainDate('2030-06-30'), roll: 'none' },
    ['inner-limit-later mend, review, mend-review, mend-issue'],
  ],
] as const)('days counted differently are tried from every day of the calendar: %s', (_what, inner, late) => {
  const pack = { ...withLimit(library, 'mend', 'review', term(inner)), examples: [] };

  expect(said(pack)).toEqual(late);
});

test('an earlier step’s limit that falls due after a later step’s is found without being told', () => {
  const steps = withStep(library, 'rebind', 'draft', { limits: [working('rebind-draft', 9, 'handed-over')] });
  const late = withStep(steps, 'rebind', 'issue', { limits: [working('rebind-issue', 8, 'handed-over')] });

  expect(said(late)).toEqual([
    'inner-limit-later rebind, draft, rebind-draft, rebind-issue',
    'inner-limit-later rebind, meeting, rebind-meeting, rebind-issue',
  ]);
});

test('an outer limit that is not there is found', () => {
  expect(said(withLimit(library, 'mend', 'review', { within: 'nowhere' }))).toEqual([
    'inner-limit-later mend, review, mend-review',
  ]);
});

/** Review within five days of the draft, nested in ten days from the hand-over. */
const chained = (draft: number | null) =>
  withRoute(library, 'rebind', {
    steps: routeOf(library, 'rebind').steps.map((step) => {
      if (step.id === 'draft') return { ...step, limits: draft ? [working('first', draft, 'handed-over')] : [] };
      if (step.id === 'issue') return { ...step, limits: [working('outer', 10, 'handed-over')] };
      return { ...step, limits: [working('inner', 5, 'step:draft', { within: 'outer' })] };
    }),
  });

test.each([
  ['nothing says when the inner one starts', null, ['inner-limit-later rebind, meeting, inner, outer']],
  ['both limits one after another fit', 5, []],
  ['both limits one after another do not fit', 6, ['inner-limit-later rebind, meeting, inner, outer']],
])('a limit nested in one with another start: %s', (_what, draft, late) => {
  expect(said(chained(draft))).toEqual(late);
});

test('a limit from an earlier event than its outer one is nested when it is no longer', () => {
  const earlier = (days: number) =>
    withStep(
      withStep(library, 'rebind', 'meeting', { limits: [working('inner', days, 'handed-over', { within: 'outer' })] }),
      'rebind',
      'issue',
      { limits: [working('outer', 5, 'step:draft')] },
    );

  expect(said(earlier(5))).toEqual([]);
  expect(said(earlier(6))).toEqual(['inner-limit-later rebind, meeting, inner, outer']);
});

test('a longer limit that starts after a later step’s is found without being told', () => {
  const late = withStep(
    withStep(library, 'rebind', 'meeting', { limits: [working('long', 9, 'step:draft')] }),
    'rebind',
    'issue',
    { limits: [working('short', 8, 'handed-over')] },
  );

  expect(said(late)).toEqual(['inner-limit-later rebind, meeting, long, short']);
});

test('a limit that does not say what starts it is found, and its nesting is not spoken of', () => {
  const never = { ...withLimit(library, 'mend', 'review', { from: null }), examples: [] };

  expect(said(never)).toEqual(['limit-without-start mend, review, mend-review']);
});

test.each([
  ['a step that is not in the route', 'mend', 'review', 'step:nowhere'],
  ['the step itself', 'mend', 'review', 'step:review'],
  ['a later step', 'mend', 'review', 'step:issue'],
  ['the end of the work, while the plan is being made', 'mend', 'review', 'finished'],
  ['the issue of the plan, before it is issued', 'mend', 'review', 'plan-issued'],
  ['closure', 'glance', 'accept', 'closed'],
  ['the new year, though the days are counted', 'glance', 'accept', 'new-year'],
] as const)('a limit that runs from %s never starts', (_what, route, step, from) => {
  const never = { ...withLimit(library, route, step, { from }), examples: [] };

  expect(unsettled(never).map(({ kind, about }) => [kind, about[2]])).toEqual([
    ['limit-without-start', route === 'mend' ? 'mend-review' : 'glance-accept'],
  ]);
});

test('a limit from a step that no way leads to never starts; one on such a step is not spoken of', () => {
  const [draft, review, issue] = routeOf(library, 'mend').steps;
  const jump = (limits: readonly Limit[]) => ({
    ...withRoute(library, 'mend', {
      steps: [
        { ...draft!, next: 'issue' },
        { ...review!, limits },
        { ...issue!, limits: [working('late', 3, 'step:review')] },
      ],
    }),
    examples: [],
  });

  expect(said(jump([working('inner', 3, 'handed-over')]))).toEqual([
    'unreachable-step mend, review',
    'limit-without-start mend, issue, late',
  ]);
  expect(said(jump([working('inner', 3, 'step:issue')]))).toEqual([
    'unreachable-step mend, review',
    'limit-without-start mend, issue, late',
  ]);
});

test('the key at fault is pointed at: what starts it, what is too long, what it is nested in', () => {
  const keys = (change: Partial<Limit>) =>
    unsettled({ ...withLimit(library, 'mend', 'review', change), examples: [] }).map(({ path }) => path.slice(-3));

  expect(keys({ from: 'closed' })).toEqual([['limits', 0, 'from']]);
  expect(keys({ within: 'nowhere' })).toEqual([['limits', 0, 'within']]);
  expect(keys({ term: { count: 'natural', days: 90, startCounted: false, roll: 'none' } })).toEqual([
    ['limits', 0, 'natural'],
  ]);
});

test('a limit on the hand-over itself cannot run from it', () => {
  expect(said(withStep(library, 'handing', 'hand-over', { limits: [working('early', 3, 'handed-over')] }))).toEqual([
    'limit-without-start handing, hand-over, early',
  ]);
});

test.each([
  ['mend', 'review', 'mend-review'],
  ['rebind', 'meeting', 'rebind-meeting'],
  ['glance', 'accept', 'glance-accept'],
  ['inspect', 'on-site', 'inspect-on-site'],
])('%s / %s without its limit is asked about, and `silent` is no answer', (route, step) => {
  const silent = { ...withStep(library, route, step, { limits: [], silent: true }), examples: [] };
  const settled = withRulings(silent, ruling('R1', [{ kind: 'no-limit', about: [route, step] }]));

  expect(unsettled(silent)).toMatchObject([{ kind: 'no-limit' }]);
  expect(found(settled)).toMatchObject([{ kind: 'no-limit', ruling: 'R1' }]);
});

const yearly: Limit = {
  id: 'may',
  title: text('五月前'),
  clause: '§7',
  from: 'new-year',
  term: { count: 'yearly', monthDay: '--05-06', inclusive: true, roll: 'forward' },
};
const duty: Policy['duties'][number] = {
  id: 'count',
  title: text('清点'),
  clause: '§7',
  by: ['desk'],
  limits: [yearly],
};
const duties = [duty];

test('“before 6 May” is asked about whatever the pack took it for', () => {
  const settled = withRulings(
    withPolicy(library, { duties }),
    ruling('R1', [{ kind: 'ambiguous-limit', about: ['may'] }]),
  );

  expect(unsettled(withPolicy(library, { duties }))).toMatchObject([
    { kind: 'ambiguous-limit', about: ['count', 'may'], clauses: ['§7'], path: ['duties', 0, 'limits', 0] },
  ]);
  expect(found(settled)).toMatchObject([{ kind: 'ambiguous-limit', ruling: 'R1' }]);
});

test('“before 31 December 2030” is asked about like a day of every year', () => {
  const once = {
    ...yearly,
    term: { count: 'fixed', date: plainDate('2030-12-31'), inclusive: false, roll: 'none' },
  } as const;

  expect(unsettled(withPolicy(library, { duties: [{ ...duty, limits: [once] }] }))).toMatchObject([
    { kind: 'ambiguous-limit', about: ['count', 'may'], text: { zh: expect.stringContaining('不含当日') } },
  ]);
});

test('a duty of the year starts no clock at a step', () => {
  const astray = [{ ...duty, limits: [working('odd', 3, 'step:form')] }];

  expect(said(withPolicy(library, { duties: astray }))).toEqual(['limit-without-start count, odd']);
});
