import { expect, test } from 'vitest';
import {
  after,
  at,
  captain,
  chief,
  clerk,
  club,
  consented,
  eventsOf,
  foreman,
  head,
  inStage,
  MONDAY,
  part,
  person,
  plainChoices,
  reaching,
  registered,
  storyWith,
  taking,
  taskAt,
  walk,
} from '../testing/index.ts';

const given = storyWith(expect);
const parts = { 'case.holder': [part('greens')], 'case.lead-department': [part('keepers')] };
const waiting = reaching('member', at('handover/hand-over'));
const handOver = taking(waiting, clerk, 'handover/hand-over/1/0');

test('a hand-over names the fact that is still unknown, and waits for it', () => {
  const unclassified = consented(registered('member'));
  given(unclassified)
    .when({ ...handOver, task: 'handover/hand-over/1/0' } as typeof handOver, clerk, MONDAY)
    .blocks({ code: 'facts-missing', missing: ['grade'], titles: [{ zh: '轻重' }] });
});

test('a grade that came with the registration does not replace the classification', () => {
  const basics = registered('member').problem.basics;
  const register = {
    type: 'RegisterProblem',
    number: 'T-2',
    basics,
    facts: { origin: 'member', grade: 'minor' },
    sources: [],
  } as const;
  given({ problem: waiting.problem, log: [] }).when(register, clerk, MONDAY).blocks({ code: 'already-registered' });
  given({ ...registered('member'), problem: { ...registered('member').problem, registeredOn: null } })
    .when(register, clerk, MONDAY)
    .faults({ field: 'facts.grade', code: 'unknown' });
});

test('a hand-over without a road ahead is refused at the hand-over', () => {
  const stranger = reaching('stranger', at('handover/hand-over'));
  given(stranger)
    .when(taking(stranger, clerk, 'handover/hand-over/1/0'), clerk, MONDAY)
    .blocks({ code: 'no-route', procedure: 'plan' });
});

test.each([
  ['no holder', { 'case.holder': [] }, { field: 'parts.case.holder', code: 'required' }],
  [
    'two holders',
    { ...parts, 'case.holder': [part('greens'), part('nets')] },
    { field: 'parts.case.holder', code: 'malformed' },
  ],
  [
    'a holder that is no team',
    { ...parts, 'case.holder': [part('treasury')] },
    { field: 'parts.case.holder', code: 'unknown' },
  ],
  [
    'a holder nobody knows',
    { ...parts, 'case.holder': [part('ghosts')] },
    { field: 'parts.case.holder', code: 'unknown' },
  ],
  [
    'a part the law does not have',
    { ...parts, 'case.mascot': [part('greens')] },
    { field: 'parts.case.mascot', code: 'unknown' },
  ],
])('a hand-over with %s is refused', (_what, given_, fault) => {
  given(waiting)
    .when(taking(waiting, clerk, 'handover/hand-over/1/0', { parts: given_ }), clerk, MONDAY)
    .faults(fault);
});

test('the department in charge of the field leads unless another is named, and names are the law’s own', () => {
  const file = after(
    waiting,
    taking(waiting, clerk, 'handover/hand-over/1/0', {
      parts: { 'case.holder': [{ ...part('greens'), unitName: '冒名队' }], 'case.lead-department': [] },
    }),
    clerk,
    MONDAY,
  );

  expect(file.problem.parts).toMatchObject({
    'case.holder': [{ unit: 'greens', unitName: '草坪队' }],
    'case.lead-department': [{ unit: 'keepers', unitName: '场地部', person: null }],
  });
  expect(eventsOf(file, 'HandedOver')).toMatchObject([{ unit: 'greens', unitName: '草坪队', edition: 'E1' }]);
});

test('a joint hand-over happens once, when its last seat has signed', () => {
  const procedures = club.policy.procedures.map((procedure) =>
    procedure.id !== 'handover'
      ? procedure
      : {
          ...procedure,
          routes: procedure.routes.map((route) => ({
            ...route,
            steps: route.steps.map((step) => (step.id === 'hand-over' ? { ...step, together: 'all' as const } : step)),
          })),
        },
  );
  const law = { ...club, policy: { ...club.policy, procedures } };
  const file = reaching('member', at('handover/hand-over'), { law });
  const one = after(file, taking(file, clerk, 'handover/hand-over/1/0', {}, { law }), clerk, MONDAY, law);
  expect(one.problem).toMatchObject({ stage: 'consented', handedOverOn: null });

  const both = after(one, taking(one, chief, 'handover/hand-over/1/1', {}, { law }), chief, MONDAY, law);
  expect(both.problem.stage).toBe('handed-over');
  expect(eventsOf(both, 'HandedOver')).toHaveLength(1);
});

test('at the claim the holder names his people, not other units', () => {
  const file = reaching('member', at('handover/claim'));
  const claim = (change: object) => taking(file, captain, 'handover/claim/1/0', change);

  given(file)
    .when(claim({ parts: { 'case.holder': [part('nets')] } }), captain, MONDAY)
    .faults({ field: 'parts.case.holder', code: 'unknown' });
  const claimed = after(file, claim({ parts: { 'case.holder': [part('greens', '张三（演示）')] } }), captain, MONDAY);
  expect(claimed.problem.parts['case.holder']).toMatchObject([{ person: { name: '张三（演示）' } }]);
  expect(claimed.problem.stage).toBe('planning');
});

test('responsibility goes down to the person: without one the plan does not go on', () => {
  const nameless = after(
    waiting,
    taking(waiting, clerk, 'handover/hand-over/1/0', {
      parts: { ...parts, 'case.lead-department': [part('keepers', null)] },
    }),
    clerk,
    MONDAY,
  );
  const file = walk(nameless, (problem) => problem.plan !== null);
  const draft = taking(file, foreman, taskAt(file, 'plan/draft'));
  given(file)
    .when(draft, foreman, MONDAY)
    .blocks({ code: 'parts-missing', missing: ['case.lead-department'] });

  const named = after(
    file,
    { type: 'AssignParts', parts: { 'case.lead-department': [part('keepers')] }, reason: '补人' },
    chief,
    MONDAY,
  );
  given(named).when(draft, foreman, MONDAY).yields({ type: 'StepTaken' }, { type: 'StepOpened' });
});

test.each([
  [
    'the holder, who changes only by hand-over or arbitration',
    { 'case.holder': [part('nets')] },
    { field: 'parts.case.holder', code: 'not-yours' },
  ],
  [
    'a required part to nobody',
    { 'case.lead-department': [] },
    { field: 'parts.case.lead-department', code: 'required' },
  ],
  ['nothing at all', {}, { field: 'parts', code: 'required' }],
])('parts: one does not reassign %s', (_what, change, fault) => {
  const file = reaching('member', at('plan/draft'));
  given(file).when({ type: 'AssignParts', parts: change, reason: '换人' }, chief, MONDAY).faults(fault);
});

test('§4: whoever acts from a part himself does not choose the unit that judges him; who coordinates may', () => {
  const file = reaching('member', at('plan/draft'));
  const review = {
    type: 'AssignParts',
    parts: { 'case.lead-department': [part('treasury')] },
    reason: '换部',
  } as const;
  const help = { type: 'AssignParts', parts: { 'case.helper': [part('lights')] }, reason: '请援' } as const;

  given(file).when(review, captain, MONDAY).faults({ field: 'parts.case.lead-department', code: 'not-yours' });
  given(file).when(help, captain, MONDAY).yields({ type: 'PartsAssigned' }, { type: 'StepOpened' });
  given(file).when(review, chief, MONDAY).yields({ type: 'PartsAssigned' });
});

test('§4: nor from an office that he holds beside that part', () => {
  const planning = reaching('member', at('plan/draft'));
  const ask = { type: 'AssignParts', parts: { 'case.lead-department': [part('treasury')] }, reason: '改派' } as const;
  const both = person('two-hats', 'office/chief', 'greens/captain');

  given(planning).when(ask, both, MONDAY).faults({ field: 'parts.case.lead-department', code: 'not-yours' });
});

test('a part that changes hands takes the open step with it: the old seat’s task goes, a fresh one comes', () => {
  const review = reaching('member', at('plan/review'));
  const moved = after(
    review,
    { type: 'AssignParts', parts: { 'case.lead-department': [part('treasury')] }, reason: '换部' },
    chief,
    MONDAY,
  );

  expect(moved.problem.tasks.map((task) => [task.id, task.unit])).toEqual([
    ['plan/review/1/2', 'treasury'],
    ['plan/review/1/1', 'treasury'],
  ]);
  given(moved)
    .when(taking(review, head, 'plan/review/1/0'), head, MONDAY)
    .blocks({ code: 'out-of-turn' });
  expect(walk(moved, inStage('closed')).problem.stage).toBe('closed');
});

test('a helper named later co-signs, one let go does not', () => {
  const helped = reaching('member', at('plan/draft'), { choices: { ...plainChoices, helpers: ['nets'] } });
  const swapped = after(
    helped,
    { type: 'AssignParts', parts: { 'case.helper': [part('lights')] }, reason: '换队' },
    chief,
    MONDAY,
  );
  expect(swapped.problem.tasks.map((task) => task.unit)).toEqual(['greens', 'lights']);

  const alone = after(swapped, { type: 'AssignParts', parts: { 'case.helper': [] }, reason: '不用帮' }, chief, MONDAY);
  expect(alone.problem.tasks.map((task) => task.unit)).toEqual(['greens']);
});
