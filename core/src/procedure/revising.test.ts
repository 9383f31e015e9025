import { expect, test } from 'vitest';
import type { Limit, Policy, Step } from '../policy/index.ts';
import {
  after,
  at,
  chair,
  chief,
  clerk,
  club,
  clubWhere,
  eventsOf,
  forward,
  MONDAY,
  plainChoices,
  reaching,
  refusal,
  type File,
} from '../testing/index.ts';
import { addDays, workingDays } from '../time/index.ts';
import { impactOf } from './adoption-impact.ts';
import type { Law } from './law.ts';

const again = addDays(MONDAY, 1);
const why = { changed: { zh: '改写' }, why: { zh: '讨论后' } };

/** The rules read anew, with some of their steps changed. */
const reread = (change: (step: Step, route: string) => Step = (step) => step, law: Law = club): Law => {
  const { policy } = clubWhere(change);
  return { ...law, policy: { ...policy, edition: `${club.policy.edition}.r2`, revision: { no: 2, ...why } } };
};
const where = (id: string, more: Partial<Step>) => (step: Step) => (step.id === id ? { ...step, ...more } : step);
const bring = (to: Law) => ({ type: 'AdoptRevision', reading: to, reason: '统一按新解读办理' }) as const;
const brought = (file: File, to: Law): File => after(file, bring(to), chief, again);
const clock = (file: File, id: string) => file.problem.clocks.find((running) => running.id === id);

const submitting = reaching('member', at('plan/submit'));

test('a problem is brought over to a later reading of the rules, says why, and goes on under it', () => {
  const file = brought(submitting, reread());

  expect(eventsOf(file, 'RevisionAdopted')).toMatchObject([
    { from: 'tennis/2030-01-01', to: 'tennis/2030-01-01.r2', reason: '统一按新解读办理', clause: '§1' },
  ]);
  expect(file.problem).toEqual({ ...submitting.problem, policy: 'tennis/2030-01-01.r2' });
});

test('only whoever leads the office brings a problem over, and says why', () => {
  const to = reread();

  expect(refusal(submitting, bring(to), clerk, again)).toMatchObject({ obstacle: { code: 'wrong-seat' } });
  expect(refusal(submitting, { ...bring(to), reason: ' ' }, chief, again)).toMatchObject({
    faults: [{ field: 'reason', code: 'required' }],
  });
});

test('a problem is brought over forwards, within its edition, while it is open', () => {
  const to = reread();
  const file = brought(submitting, to);
  const other: Policy = { ...to.policy, inForceFrom: again };
  const closed = reaching('member', ({ closedOn }) => closedOn !== null);

  const nothing = { obstacle: { code: 'nothing-to-do' } };
  expect(refusal(file, bring(to), chief, again, to)).toMatchObject(nothing);
  expect(refusal(file, bring(club), chief, again, to)).toMatchObject(nothing);
  expect(refusal(submitting, bring({ ...to, policy: other }), chief, again)).toMatchObject(nothing);
  expect(refusal(closed, bring(to), chief, again)).toMatchObject({ obstacle: { code: 'closed' } });
});

test('a limit that the new reading counts otherwise is reckoned anew from where it started; a met one never is', () => {
  const longer = reread((step) => ({
    ...step,
    limits: step.limits.map((limit) => ({ ...limit, term: workingDays(20) })),
  }));
  const met = submitting.problem.clocks.filter(({ metOn }) => metOn !== null);
  const file = brought(submitting, longer);

  expect(clock(submitting, 'outer')!.due).toBe('2030-03-25');
  expect(clock(file, 'outer')).toMatchObject({ term: workingDays(20), start: MONDAY, due: '2030-04-01' });
  expect(eventsOf(file, 'ClockMoved').at(-1)).toMatchObject({ was: '2030-03-25', term: workingDays(20) });
  expect(met.length).toBeGreaterThan(0);
  expect(file.problem.clocks.filter(({ metOn }) => metOn !== null)).toEqual(met);
});

test('a limit that the new reading does not have ends; one that it adds counts from what it counts from', () => {
  const limits = club.policy.procedures.flatMap(({ routes }) => routes).find(({ id }) => id === 'joint')!
    .steps[1]!.limits;
  const [{ within: _outer, ...inner }, outer] = limits as readonly [Limit, Limit]; // a draft within an outer limit
  const to = reread(where('submit', { limits: [{ ...inner, id: 'other' }] }));
  const file = brought(submitting, to);

  expect(eventsOf(file, 'ClockDropped').map((event) => event.clock)).toEqual(['inner', outer.id]);
  expect(clock(file, 'other')).toMatchObject({ start: MONDAY, due: clock(submitting, 'inner')!.due });
});

test('a step that other seats take from now on is opened for them; who has it in the old reading has it no longer', () => {
  const to = reread(where('submit', { by: [{ role: 'committee', post: 'chair' }] }));
  const file = brought(submitting, to);

  expect(submitting.problem.tasks.map(({ unit, post }) => `${unit}/${post}`)).toEqual(['greens/captain']);
  expect(file.problem.tasks.map(({ unit, post }) => `${unit}/${post}`)).toEqual(['committee/chair']);
  expect(file.problem.runs['plan']!.round).toBe(submitting.problem.runs['plan']!.round);
});

test('what the old reading left open is asked of the new one, which may know', () => {
  const silent = clubWhere(where('submit', { by: [], asks: ['who'] }));
  const asking = reaching('member', ({ questions }) => questions.length > 0, { law: silent });
  const file = after(asking, bring(reread()), chief, again, silent);

  expect(eventsOf(file, 'QuestionDropped')).toMatchObject([{ question: asking.problem.questions[0]!.id }]);
  expect(file.problem.questions).toEqual([]);
  expect(file.problem.tasks.map(({ step, post }) => `${step}/${post}`)).toEqual(['submit/captain']);
  // the control: where the new reading leaves it open too, somebody is asked again
  const still = after(asking, bring(reread(where('submit', { by: [], asks: ['who'] }))), chief, again, silent);
  expect(still.problem.questions.map(({ ruling }) => ruling)).toEqual([null]);
  expect(still.problem.tasks).toHaveLength(1);
});

const without = (law: Law, change: (policy: Policy) => Partial<Policy>): Law => ({
  ...law,
  policy: { ...law.policy, ...change(law.policy) },
});
const routesOf = (change: (route: Policy['procedures'][number]['routes'][number]) => object) => (policy: Policy) => ({
  procedures: policy.procedures.map((one) => ({
    ...one,
    routes: one.routes.map((route) => ({ ...route, ...change(route) })),
  })),
});

test.each<[string, Law, string]>([
  ['its kind', without(reread(), () => ({ kinds: [] })), 'kind'],
  [
    'its route',
    without(
      reread(),
      routesOf(({ id }) => ({ id: id === 'joint' ? 'another' : id })),
    ),
    'route',
  ],
  ['the step it stands at', reread((step) => (step.id === 'submit' ? { ...step, id: 'sent' } : step)), 'step'],
  [
    'a fact it was registered with',
    without(reread(), ({ facts }) => ({
      facts: facts.map((fact) => ({ ...fact, values: fact.values.filter(({ id }) => id !== 'member') })),
    })),
    'fact',
  ],
  [
    'the stage it is in',
    without(reread(), ({ kinds = [] }) => ({
      kinds: kinds.map((kind) => ({ ...kind, stages: kind.stages.slice(0, 1) })),
    })),
    'stage',
  ],
])('a problem is not brought over to a reading that has no place for %s, and the list says so', (_what, to, what) => {
  const impact = impactOf(submitting.problem, club, to, again);

  expect(impact.misfits.map((misfit) => misfit.what)).toEqual([what]);
  expect(refusal(submitting, bring(to), chief, again)).toMatchObject({ obstacle: { code: 'no-place' } });
});

test('a limit that stands still, or was lengthened, is not counted in another term: the problem keeps its reading', () => {
  const to = reread((step) => ({ ...step, limits: step.limits.map((limit) => ({ ...limit, term: workingDays(20) })) }));
  const paused = after(submitting, { type: 'PauseTerm', clock: 'outer', reason: '暴雨' }, chair, MONDAY);

  expect(impactOf(paused.problem, club, to, again).misfits).toMatchObject([{ what: 'limit', id: 'outer' }]);
  expect(impactOf(paused.problem, club, reread(), again).misfits).toEqual([]);
});

test('the list says beforehand exactly what being brought over does', () => {
  const to = reread((step, route) => ({
    ...where('submit', { by: [{ role: 'committee', post: 'chair' }] })(step),
    ...(route === 'joint' && step.id === 'submit'
      ? { limits: step.limits.map((limit) => ({ ...limit, term: workingDays(20) })) }
      : {}),
  }));
  const impact = impactOf(submitting.problem, club, to, again);

  expect(impact.clocks).toMatchObject([
    { clock: 'inner', how: 'moves', was: '2030-03-18', due: '2030-04-01' },
    { clock: 'outer', how: 'moves', was: '2030-03-25', due: '2030-04-01' },
  ]);
  expect(impact.reopened).toMatchObject([{ run: 'plan', step: 'submit' }]);
  const file = brought(submitting, to);
  expect(file.problem.clocks.filter(({ metOn }) => metOn === null).map(({ due }) => due)).toEqual(
    expect.arrayContaining(impact.clocks.map(({ due }) => due)),
  );
  const nothing = {
    misfits: [],
    clocks: [],
    reopened: [],
    begun: [],
    settled: [],
    asked: [],
    otherwise: [],
    needed: [],
  };
  expect(impactOf(submitting.problem, club, reread(), again)).toEqual(nothing);
});

test('procedures under way that the new reading would send another way are named; they go on by their own', () => {
  const to = without(
    reread(),
    routesOf(({ id, ...route }: { readonly id: string }) =>
      id === 'joint' || id === 'silent'
        ? { ...route, when: { fact: 'origin', oneOf: [id === 'joint' ? 'visitor' : 'member'] } }
        : {},
    ),
  );

  expect(impactOf(submitting.problem, club, to, again).otherwise).toMatchObject([
    { run: 'plan', would: { zh: 'silent' } },
  ]);
  expect(brought(submitting, to).problem.runs['plan']!.route).toBe('joint');
});

test('brought over, a problem goes on to its end by the new reading', () => {
  const to = reread(where('submit', { by: [{ role: 'committee', post: 'chair' }] }));
  const file = brought(submitting, to);

  const next = forward(file.problem, { on: again, choices: plainChoices, law: to });
  expect(next?.by.id).toBe(chair.id);
});
