import { expect, test } from 'vitest';
import {
  after,
  at,
  clerk,
  club,
  consented,
  eventsOf,
  foreman,
  MONDAY,
  reaching,
  registered,
  storyWith,
  walk,
  type File,
} from '../testing/index.ts';
import type { Condition, ProcedureId, Route } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { offers } from './index.ts';
import { addDays } from '../time/index.ts';

const reason = '登记有误';

/** The club's rules where the routes of a procedure are said otherwise. */
const withRoutes = (id: ProcedureId, change: (routes: readonly Route[]) => readonly Route[]): Law => ({
  ...club,
  policy: {
    ...club.policy,
    procedures: club.policy.procedures.map((each) =>
      each.id === id ? { ...each, routes: change(each.routes) } : each,
    ),
  },
});
const field = (...oneOf: readonly string[]): Condition => ({ fact: 'field', oneOf });

/** Problems of members go the joint way on clay and the short way on grass. */
const law = withRoutes('plan', (routes) =>
  routes.map((route) => {
    if (route.id === 'joint') return { ...route, when: { all: [route.when!, field('clay')] } };
    return route.id === 'silent' ? { ...route, when: { any: [route.when!, field('grass')] } } : route;
  }),
);
const given = storyWith(expect, law);
const corrected = (file: File, to: string | null, under: Law = law): File =>
  after(file, { type: 'CorrectProblem', basics: { field: to }, facts: {}, reason }, clerk, MONDAY, under);
const planOf = ({ problem }: File): string | undefined => problem.runs['plan']?.route;

test('the field a problem is registered with chooses its road', () => {
  const clay = reaching('member', at('plan/draft'), { law });
  const grass = corrected(registered('member', MONDAY, law), 'grass');

  expect(planOf(clay)).toBe('joint');
  expect(eventsOf(clay, 'ProblemRegistered')[0]?.facts).toEqual({ origin: 'member', field: 'clay' });
  expect(planOf(onward(grass))).toBe('silent');
});

test('a field corrected after the hand-over changes the register and not the road', () => {
  const clay = reaching('member', at('plan/draft'), { law });
  const renamed = corrected(clay, 'grass');

  expect(renamed.problem.basics.field).toBe('grass');
  expect(renamed.problem.facts['field']).toBe('clay');
  expect(planOf(renamed)).toBe('joint');
});

test('without its field a problem whose road depends on it is not listed, since nobody could supply it later', () => {
  // the club's own rules ask for no field, so that under them it may be left out
  const blank = walk(corrected(registered('member'), null, club), graded, { law });
  const list = { type: 'ListInEdition', edition: 'E1', no: 1 } as const;

  given(blank)
    .when(list, clerk, MONDAY)
    .blocks({ code: 'facts-missing', missing: ['field'] });
  given(corrected(blank, 'grass')).when(list, clerk, MONDAY).yields({ type: 'ListedInEdition' });
});

test('a field that the road depends on is corrected, not taken away', () => {
  given(registered('member', MONDAY, law))
    .when({ type: 'CorrectProblem', basics: { field: null }, facts: {}, reason }, clerk, MONDAY)
    .faults({ field: 'basics.field', code: 'required' });
});

test('a classification that waited for the field starts when it is known, and its limit counts from the registration', () => {
  const waiting = withRoutes('classification', (routes) =>
    routes.map((route) => ({ ...route, when: field('clay', 'grass') })),
  );
  const blank = corrected(registered('member', MONDAY, club), null, club);
  const unstarted = { ...blank, problem: { ...blank.problem, runs: {}, tasks: [], clocks: [] } };
  const known = after(
    unstarted,
    { type: 'CorrectProblem', basics: { field: 'grass' }, facts: {}, reason },
    clerk,
    addDays(MONDAY, 2),
    waiting,
  );

  expect(known.problem.tasks.map(({ step }) => step)).toContain('classify');
  expect(known.problem.clocks).toMatchObject([{ id: 'classify-by', start: MONDAY }]);
});

test('evidence asked for in one field holds a step up only there', () => {
  const record = (...oneOf: readonly string[]): Law =>
    withRoutes('acceptance', (routes) =>
      routes.map((route) => ({
        ...route,
        steps: route.steps.map((step) =>
          step.id === 'self-check'
            ? { ...step, evidence: ['after-photo', { kind: 'on-site-record', when: field(...oneOf) }] }
            : step,
        ),
      })),
    );
  const stuck = (under: Law) => {
    const checking = reaching('member', at('acceptance/self-check'), { law: under });
    const offer = offers(checking.problem, { by: foreman, on: MONDAY }, under).find(({ type }) => type === 'TakeStep');
    return offer?.obstacle;
  };

  expect(stuck(record('clay'))).toEqual({ code: 'evidence-missing', missing: ['after-photo', 'on-site-record'] });
  expect(stuck(record('grass'))).toEqual({ code: 'evidence-missing', missing: ['after-photo'] });
  storyWith(
    expect,
    record('clay'),
  )(walk(corrected(registered('member'), null, club), graded))
    .when({ type: 'ListInEdition', edition: 'E1', no: 1 }, clerk, MONDAY)
    .blocks({ code: 'facts-missing', missing: ['field'] });
});

test('where no rule asks about the field it is no fact of the problem', () => {
  expect(registered('member').problem.facts).toEqual({ origin: 'member' });
  expect(corrected(registered('member'), 'grass', club).problem.facts).toEqual({ origin: 'member' });
});

const graded = (problem: File['problem']): boolean => problem.facts['grade'] !== undefined;
const onward = (file: File): File =>
  walk(consented(walk(file, graded, { law }), MONDAY, law), at('plan/draft'), { law });
