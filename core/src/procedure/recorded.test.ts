import { expect, test } from 'vitest';
import { addDays } from '../time/index.ts';
import {
  after,
  at,
  clerk,
  eventsOf,
  everybody,
  foreman,
  MONDAY,
  reaching,
  recordedOn,
  refusal,
  storyWith,
  taking,
  taskAt,
} from '../testing/index.ts';

const given = storyWith(expect);
const file = reaching('league', at('plan/superior-plan'));
const task = taskAt(file, 'plan/superior-plan');
const paper = recordedOn(MONDAY);

test.each([
  ['no paper at all', { recorded: undefined }, 'recorded'],
  ['no number', { recorded: { ...paper, document: { ...paper.document, number: ' ' } } }, 'recorded.document.number'],
  [
    'no scan',
    { recorded: { unitName: '网球联盟', document: { number: '联〔2030〕7号', date: MONDAY } } },
    'recorded.document.scan',
  ],
  ['no unit', { recorded: { ...paper, unitName: '' } }, 'recorded.unitName'],
])('an act of an external unit with %s is not recorded', (_what, change, field) => {
  given(file)
    .when(taking(file, clerk, task, change), clerk, MONDAY)
    .faults({ field, code: 'required' });
});

test('a paper from tomorrow is not recorded today', () => {
  const tomorrow = recordedOn(addDays(MONDAY, 1));
  given(file)
    .when(taking(file, clerk, task, { recorded: tomorrow }), clerk, MONDAY)
    .faults({ field: 'recorded.document.date', code: 'in-the-future' });
  given(file)
    .when(taking(file, clerk, task, { recorded: tomorrow }), clerk, addDays(MONDAY, 1))
    .yields({ type: 'StepTaken' }, { type: 'ClockStarted' }, { type: 'StepOpened' });
});

test('the record names the unit that acted and the person who entered it, and both days', () => {
  const entered = addDays(MONDAY, 9);
  const taken = after(file, taking(file, clerk, task, { recorded: paper }), clerk, entered);

  expect(eventsOf(taken, 'StepTaken').at(-1)).toMatchObject({
    unit: 'league',
    unitName: '网球联盟',
    by: { id: 'office.clerk', unit: 'office', post: 'clerk' },
    on: entered,
    recorded: { unitName: '网球联盟', document: paper.document },
  });
});

test('nobody but the recorder takes an external unit’s step', () => {
  const others = everybody.filter((by) => by.id !== clerk.id);
  const ask = taking(file, clerk, task);

  expect(
    others.map((by) => refusal(file, ask, by, MONDAY)).filter((refused) => refused?.code !== 'not-allowed'),
  ).toEqual([]);
  expect(refusal(file, ask, clerk, MONDAY)).toBeNull();
});

test('a step of this house is done and not recorded', () => {
  const draft = after(file, taking(file, clerk, task), clerk, MONDAY);
  const written = reaching('league', (problem) => at('plan/draft')(problem) && problem.plan !== null);

  given(written)
    .when(taking(written, foreman, taskAt(written, 'plan/draft'), { recorded: paper }), foreman, MONDAY)
    .faults({ field: 'recorded', code: 'unknown' });
  given(draft)
    .when(taking(written, foreman, taskAt(draft, 'plan/draft')), clerk, MONDAY)
    .blocks({ code: 'wrong-seat' });
});

test('two external units answer one step with two papers', () => {
  const review = reaching('league', at('plan/expert-review'));
  const one = after(review, taking(review, clerk, taskAt(review, 'plan/expert-review', 'federation')), clerk, MONDAY);
  expect(one.problem.tasks.map((open) => [open.unit, open.part])).toEqual([['league', 'co-sign']]);

  const both = after(one, taking(one, clerk, taskAt(one, 'plan/expert-review', 'league')), clerk, MONDAY);
  expect(
    eventsOf(both, 'StepTaken')
      .slice(-2)
      .map((event) => event.unitName),
  ).toEqual(['网球总会', '网球联盟']);
  expect(both.problem.tasks.map((open) => open.step)).toEqual(['issue']);
});

test('an external unit’s return is recorded with its paper too', () => {
  const review = reaching('league', at('plan/expert-review'));
  const back = {
    type: 'ReturnStep',
    task: taskAt(review, 'plan/expert-review', 'federation'),
    to: 'draft',
    reason: '论证未通过',
    becauseOf: '§6',
  } as const;

  given(review).when(back, clerk, MONDAY).faults({ field: 'recorded', code: 'required' });
  given(review)
    .when({ ...back, recorded: paper }, clerk, MONDAY)
    .yields(
      { type: 'StepReturned', unit: 'federation', recorded: paper, by: { id: 'office.clerk' } },
      { type: 'StepOpened' },
    );
});
