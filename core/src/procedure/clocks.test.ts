import { expect, test } from 'vitest';
import { theCalendar } from '../access/index.ts';
import { addDays, plainDate } from '../time/index.ts';
import {
  after,
  at,
  calendarWith,
  captain,
  chair,
  clerk,
  clockOf,
  club,
  eventsOf,
  foreman,
  inStage,
  MONDAY,
  part,
  reaching,
  recordedOn,
  registered,
  storyWith,
  taking,
  taskAt,
  walk,
  type File,
} from '../testing/index.ts';

const given = storyWith(expect);
const running = (file: File) =>
  file.problem.clocks.filter((clock) => clock.metOn === null).map((clock) => `${clock.id} ${clock.due}`);
const handedOver = reaching('member', at('handover/receive'));
const contest = { type: 'ContestHandOver', reason: '不归我队', becauseOf: '§4' } as const;

test('one hand-over starts several clocks, also of steps that are not open yet, each with its arithmetic', () => {
  expect(running(handedOver)).toEqual(['receive-by 2030-03-07', 'inner 2030-03-18', 'outer 2030-03-25']);
  expect(eventsOf(handedOver, 'ClockStarted').find((event) => event.clock === 'inner')).toMatchObject({
    event: 'handed-over',
    start: MONDAY,
    clause: '§5',
    target: { run: 'plan', step: 'submit' },
    provisional: false,
    calendar: club.calendar.id,
    days: expect.arrayContaining([{ date: plainDate('2030-03-18'), counted: 10, why: { kind: 'working' } }]),
  });
});

test('the registration starts the clock of the classification, and classifying meets it', () => {
  expect(running(registered('member'))).toEqual(['classify-by 2030-03-11']);
  expect(clockOf(handedOver, 'classify-by').metOn).toBe(MONDAY);
});

test('a step of the same name in another procedure starts nothing', () => {
  const route = club.policy.procedures.find((procedure) => procedure.id === 'acceptance')!.routes[0]!;
  const strange = {
    ...route.steps[0]!,
    limits: [
      {
        id: 'never',
        title: { zh: '误' },
        clause: '§8',
        from: 'step:draft',
        term: { count: 'natural', days: 1, startCounted: false, roll: 'none' },
      },
    ],
  } as const;
  const procedures = club.policy.procedures.map((procedure) =>
    procedure.id === 'acceptance'
      ? {
          ...procedure,
          routes: [{ ...route, steps: [strange, ...route.steps.slice(1)] }, ...procedure.routes.slice(1)],
        }
      : procedure,
  );
  const law = { ...club, policy: { ...club.policy, procedures } };

  expect(running(reaching('member', at('plan/submit'), { law }))).not.toContain('never 2030-03-05');
});

test('clocks run from the hand-over though nobody ever signs for it', () => {
  given(handedOver)
    .when({ type: 'NoteLapse', clock: 'inner' }, theCalendar, plainDate('2030-03-19'))
    .yields({ type: 'TermLapsed', clock: 'inner', due: '2030-03-18', clause: '§5', by: { id: 'system:calendar' } });
});

test('a clock started by a superior’s act that is entered later runs from the day on the paper', () => {
  const file = reaching('league', at('plan/superior-plan'));
  const entered = addDays(MONDAY, 10);
  const task = taskAt(file, 'plan/superior-plan');
  const issued = after(file, taking(file, clerk, task, { recorded: recordedOn(MONDAY) }), clerk, entered);

  expect(eventsOf(issued, 'ClockStarted').at(-1)).toMatchObject({
    clock: 'five',
    start: MONDAY,
    due: '2030-03-11',
    on: entered,
  });
});

test('neither a contest nor its arbitration stops a clock', () => {
  const before = running(handedOver);
  const contested = after(handedOver, contest, captain, addDays(MONDAY, 1));
  expect(running(contested)).toEqual(before);

  const redirected = after(
    contested,
    { type: 'ArbitrateHandOver', outcome: 'redirect', to: part('nets'), reason: '网坏了' },
    chair,
    addDays(MONDAY, 5),
  );
  expect(running(redirected)).toEqual(before);
  expect(redirected.problem.tasks.map((task) => [task.id, task.unit])).toEqual([['handover/receive/2/0', 'nets']]);
});

test('a contested hand-over waits for the arbiter, and only he decides it', () => {
  const contested = after(handedOver, contest, captain, MONDAY);

  given(contested)
    .when(taking(contested, foreman, taskAt(contested, 'handover/receive')), foreman, MONDAY)
    .blocks({ code: 'hand-over-contested' });
  given(contested).when(contest, captain, MONDAY).blocks({ code: 'hand-over-contested' });
  given(contested)
    .when({ type: 'ArbitrateHandOver', outcome: 'uphold', reason: '归你队' }, captain, MONDAY)
    .blocks({ code: 'wrong-seat' });
  given(handedOver)
    .when({ type: 'ArbitrateHandOver', outcome: 'uphold', reason: '无事' }, chair, MONDAY)
    .blocks({ code: 'nothing-to-do' });
});

test.each([
  ['a unit that may not hold problems', 'committee', 'unknown'],
  ['a unit that does not exist', 'ghosts', 'unknown'],
])('the arbiter cannot redirect to %s', (_what, unit, code) => {
  const contested = after(handedOver, contest, captain, MONDAY);
  given(contested)
    .when({ type: 'ArbitrateHandOver', outcome: 'redirect', to: part(unit), reason: '试' }, chair, MONDAY)
    .faults({ field: 'to', code });
});

test('a plan in force runs its own deadline and each measure’s, and doing the work meets them', () => {
  const file = reaching('visitor', inStage('rectifying'));
  expect(running(file)).toEqual(['plan-deadline 2030-05-03', 'measure:m1 2030-04-03']);

  const late = plainDate('2030-04-04');
  const done = after(file, { type: 'CompleteMeasure', measure: 'm1', completedOn: late, text: '完成' }, captain, late);
  expect(done.log.slice(-2)).toMatchObject([
    { type: 'MeasureCompleted' },
    { type: 'ClockMet', clock: 'measure:m1', late: true, due: '2030-04-03' },
  ]);

  const finished = walk(done, inStage('accepting'), { on: plainDate('2030-05-03') });
  expect(eventsOf(finished, 'ClockMet').at(-1)).toMatchObject({ clock: 'plan-deadline', late: false });
});

test('a new notice moves open clocks with a trace; met clocks stay; asked twice it is refused', () => {
  const law = { ...club, calendar: calendarWith('2030-03-06', '2030-03-18') };
  const file = walk(handedOver, at('handover/claim'));
  const met = file.problem.clocks.filter((each) => each.metOn !== null);
  const moved = after(file, { type: 'AmendClocks', reason: '甲〔2030〕2号' }, theCalendar, MONDAY, law);

  expect(eventsOf(moved, 'ClockMoved')).toMatchObject([
    {
      clock: 'inner',
      was: '2030-03-18',
      due: '2030-03-20',
      reason: '甲〔2030〕2号',
      calendar: law.calendar.id,
      by: { id: 'system:calendar' },
    },
    { clock: 'outer', was: '2030-03-25', due: '2030-03-27' },
  ]);
  expect(met.map((each) => each.id)).toEqual(['classify-by', 'receive-by']);
  expect(moved.problem.clocks.filter((each) => each.metOn !== null)).toEqual(met);
  storyWith(
    expect,
    law,
  )(moved)
    .when({ type: 'AmendClocks', reason: '再来' }, theCalendar, MONDAY)
    .blocks({ code: 'nothing-to-do' });
  storyWith(
    expect,
    law,
  )(file)
    .when({ type: 'AmendClocks', reason: '我来' }, clerk, MONDAY)
    .blocks({ code: 'wrong-seat' });
});

test('a withdrawn problem leaves no clock running', () => {
  const withdrawn = after(registered('member'), { type: 'WithdrawProblem', reason: '重复' }, clerk, MONDAY);
  expect(running(withdrawn)).toEqual([]);
  expect(withdrawn.problem.tasks).toEqual([]);
});
