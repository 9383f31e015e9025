import { expect, test } from 'vitest';
import { addDays, plainDate } from '../time/index.ts';
import {
  after,
  at,
  calendarWith,
  captain,
  clerk,
  clockOf,
  club,
  eventsOf,
  foreman,
  head,
  MONDAY,
  reaching,
  recordedOn,
  storyWith,
  surveyor,
  taking,
  taskAt,
  walk,
  type File,
} from '../testing/index.ts';

const given = storyWith(expect);
const review = reaching('member', at('plan/review'));
const back = { type: 'ReturnStep', task: 'plan/review/1/0', to: 'draft', reason: '缺预算', becauseOf: '§5' } as const;

test.each([
  ['without a reason', { reason: ' ' }, { field: 'reason', code: 'required' }],
  ['without a clause', { becauseOf: '' }, { field: 'becauseOf', code: 'required' }],
  ['on a clause that the edition does not have', { becauseOf: '§99' }, { field: 'becauseOf', code: 'unknown' }],
  ['to a later step', { to: 'vote' }, { field: 'to', code: 'not-earlier' }],
  ['to itself', { to: 'review' }, { field: 'to', code: 'not-earlier' }],
  ['to nowhere', { to: 'heaven' }, { field: 'to', code: 'not-earlier' }],
  ['as if it were somebody else’s paper', { recorded: recordedOn(MONDAY) }, { field: 'recorded', code: 'unknown' }],
])('a return %s is refused', (_how, change, fault) => {
  given(review)
    .when({ ...back, ...change }, head, MONDAY)
    .faults(fault);
});

test('a step that the law lets nobody return is not returned', () => {
  const file = reaching('member', at('plan/draft'));
  given(file)
    .when({ ...back, task: 'plan/draft/1/0' }, foreman, MONDAY)
    .blocks({ code: 'not-returnable' });
});

test('only who has the task may return it', () => {
  given(review).when(back, captain, MONDAY).blocks({ code: 'wrong-seat' });
});

test('a return opens round two, and nothing is rewound', () => {
  const returned = after(review, back, head, MONDAY);

  expect(returned.log.slice(0, review.log.length)).toEqual(review.log);
  expect(returned.problem.runs['plan']).toMatchObject({ round: 2, step: 'draft' });
  expect(returned.problem.runs['plan']!.acts).toHaveLength(2);
  expect(eventsOf(returned, 'StepReturned')).toMatchObject([
    {
      from: 'review',
      to: 'draft',
      reason: '缺预算',
      becauseOf: '§5',
      clause: '§5',
      unitName: '场地部',
      by: { id: 'keepers.head' },
    },
  ]);
});

test('met clocks of steps to be done again run again with the same due date', () => {
  const before = clockOf(review, 'inner');
  expect(before).toMatchObject({ metOn: MONDAY, due: plainDate('2030-03-18') });

  const later = addDays(MONDAY, 7);
  const returned = after(review, back, head, later);
  expect(eventsOf(returned, 'StepReturned').at(-1)).toMatchObject({ reopens: ['inner', 'outer'] });
  expect(clockOf(returned, 'inner')).toEqual({ ...before, metOn: null });
  // what was done before the step returned to stays done
  expect(clockOf(returned, 'receive-by').metOn).toBe(MONDAY);

  const again = walk(returned, at('plan/review'), { on: addDays(MONDAY, 20) });
  expect(clockOf(again, 'inner')).toEqual({ ...before, metOn: addDays(MONDAY, 20) });
  expect(
    eventsOf(again, 'ClockMet')
      .filter((event) => event.clock === 'inner')
      .map((event) => event.late),
  ).toEqual([false, true]);
});

test('a clock that runs again follows the notices put in while it was met; the others of them stay', () => {
  const law = { ...club, calendar: calendarWith('2030-03-06', '2030-03-18') };
  const returned = after(review, back, head, addDays(MONDAY, 7), law);

  expect(eventsOf(returned, 'ClockMoved').map(({ clock: id, was, due }) => [id, was, due])).toEqual([
    ['inner', '2030-03-18', '2030-03-20'],
    ['outer', '2030-03-25', '2030-03-27'],
  ]);
  expect(clockOf(returned, 'receive-by')).toEqual(clockOf(review, 'receive-by'));
});

test('doing a step again does not start its clock again: a return wins no time', () => {
  const file = reaching('league', at('plan/expert-review'));
  const five = clockOf(file, 'five');
  const later = addDays(MONDAY, 30);
  const returned = after(
    file,
    {
      ...back,
      to: 'superior-plan',
      task: taskAt(file, 'plan/expert-review', 'federation'),
      becauseOf: '§6',
      recorded: recordedOn(later),
    },
    clerk,
    later,
  );

  const again = walk(returned, at('plan/expert-review'), { on: later });
  expect(clockOf(again, 'five')).toEqual({ ...five, metOn: later });
  expect(eventsOf(again, 'ClockStarted').filter((event) => event.clock === 'five')).toHaveLength(1);
});

test('whoever cannot accept for want of evidence may still return', () => {
  const file = reaching('member', at('acceptance/on-site'));
  const bare: File = {
    ...file,
    problem: { ...file.problem, evidence: file.problem.evidence.filter((held) => held.kind !== 'on-site-record') },
  };
  const task = taskAt(file, 'acceptance/on-site');

  given(bare)
    .when(taking(bare, surveyor, task), surveyor, MONDAY)
    .blocks({ code: 'evidence-missing', missing: ['on-site-record'] });
  given(bare)
    .when({ ...back, task, to: 'self-check', becauseOf: '§8' }, surveyor, MONDAY)
    .yields({ type: 'StepReturned', to: 'self-check' }, { type: 'StepOpened', step: 'self-check' });
});
