import { expect, test } from 'vitest';
import { compile } from './compile/pack.ts';
import { milestonesOf } from './milestones.ts';
import { factsOfKind } from './matching.ts';
import { library } from './testing/library.ts';
import { working } from './testing/library-words.ts';
import { clubOf, visit } from './testing/visit.ts';
import { kindOf, withKinds } from './with-kinds.ts';

const pack = library;
const { kinds, procedures } = withKinds(pack.policy);
const [problem, edition] = kinds;

test('an edition from before kinds has the two that it lived by', () => {
  expect(kinds.map(({ id, is }) => [id, is])).toEqual([
    ['problem', 'problem'],
    ['edition', 'edition'],
  ]);
});

test('a problem of such an edition goes the way it went: classified, handed over after consent, planned, accepted', () => {
  expect(problem?.flow).toEqual([
    { run: 'classification', begins: ['opened'], times: 'once' },
    { run: 'handover', begins: ['consented'], times: 'once' },
    { run: 'plan', begins: ['ended/handover'], ends: 'plan-issued', times: 'once' },
    { run: 'acceptance', begins: ['finished'], times: 'once' },
  ]);
  expect(edition?.flow).toEqual([{ run: 'edition', begins: ['opened'], ends: 'consented', times: 'once' }]);
  expect(problem?.holder).toBe('case.holder');
  expect(problem?.acts).toMatchObject({ ...pack.policy.acts, 'report-finish': { reaches: 'finished' } });
});

test('the hand-over and the step that closes reach what the engine knew them by, and no other step reaches anything', () => {
  const reaching = procedures.flatMap(({ id, routes }) =>
    routes.flatMap(({ steps }) => steps.flatMap((step) => (step.reaches ? [[id, step.id, step.reaches]] : []))),
  );

  expect(reaching).toEqual([
    ['handover', 'hand-over', 'handed-over'],
    ['acceptance', 'accept', 'closed'],
    ['acceptance', 'signature', 'closed'],
  ]);
});

test('every stage of both is brought by a milestone that they can come to', () => {
  const policy = withKinds(pack.policy);
  for (const kind of policy.kinds) {
    const may = milestonesOf(kind, policy).map(({ milestone }) => milestone);
    expect(may).toEqual(expect.arrayContaining(kind.flow.flatMap(({ begins }) => begins)));
    for (const { id, from } of kind.stages) expect([id, from.some((each) => may.includes(each))]).toEqual([id, true]);
  }
});

test('what a plan called the registration is the opening', () => {
  const limits = [working('soon', 3, 'registered')];
  const [procedure] = pack.policy.procedures;
  const [route] = procedure!.routes;
  const steps = route!.steps.map((step) => ({ ...step, limits }));
  const policy = { ...pack.policy, procedures: [{ ...procedure!, routes: [{ ...route!, steps }] }] };

  expect(withKinds(policy).procedures[0]?.routes[0]?.steps[0]?.limits[0]?.from).toBe('opened');
});

test('a policy that says its kinds is left as it is, and twice is once', () => {
  const { policy } = compile(clubOf([visit()])).pack!;

  expect(withKinds(policy)).toBe(policy);
  expect(withKinds(withKinds(pack.policy))).toEqual(withKinds(pack.policy));
  expect(pack.policy).not.toHaveProperty('kinds');
});

test('a kind is found by its id, in either sort of edition', () => {
  expect(kindOf(pack.policy, 'problem')?.title.zh).toBe('问题');
  expect(kindOf(compile(clubOf([visit()])).pack!.policy, 'visit')?.title.en).toBe('Visit');
  expect(kindOf(pack.policy, 'visit')).toBeNull();
});

test('rules of a kind may ask for facts of the pack, choices of its sheet and questions of yes or no', () => {
  const sheet = [
    { id: 'wet', label: '湿', type: 'yes-no' },
    { id: 'net', label: '网', type: 'choice', values: [{ id: 'torn', label: '破' }] },
    { id: 'note', label: '记', type: 'text' },
  ];
  const { policy } = compile(clubOf([visit({ sheet, facts: ['court', 'wet', 'net', 'note'] })])).pack!;

  expect(factsOfKind(policy.kinds![0]!, policy).map(({ id, values }) => [id, values.map((value) => value.id)])).toEqual(
    [
      ['court', ['clay', 'grass']],
      ['wet', ['yes', 'no']],
      ['net', ['torn']],
    ],
  );
});
