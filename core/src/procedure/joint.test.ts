import { expect, test } from 'vitest';
import {
  after,
  at,
  captain,
  chair,
  chief,
  clerk,
  eventsOf,
  foreman,
  head,
  holderOf,
  MONDAY,
  reaching,
  refusal,
  storyWith,
  taking,
  taskAt,
  treasurer,
  type File,
} from '../testing/index.ts';

const given = storyWith(expect);
const netsCaptain = holderOf('nets/captain');

const open = (file: File) => file.problem.tasks.map((task) => `${task.step} ${task.unit}`);
const take = (file: File, place: string, by = head, change = {}) => {
  const task = taskAt(file, place, by.postings[0]!.unit);
  return after(file, taking(file, by, task, change), by, MONDAY);
};
const helped = { choices: { holder: 'greens', helpers: ['nets', 'lights'], grade: 'minor', serial: 0 } } as const;

test('where all must agree, the step ends with the last of them', () => {
  const one = take(reaching('member', at('plan/review')), 'plan/review', head);

  expect(open(one)).toEqual(['review treasury']);
  expect(eventsOf(one, 'StepTaken').at(-1)).toMatchObject({ endsStep: false, withdraws: [] });

  const both = take(one, 'plan/review', treasurer);
  expect(open(both)).toEqual(['vote committee', 'vote office', 'vote treasury']);
  expect(eventsOf(both, 'StepTaken').at(-1)).toMatchObject({ endsStep: true });
});

test('nobody agrees twice for the same seat', () => {
  const file = reaching('member', at('plan/review'));
  const ask = taking(file, head, taskAt(file, 'plan/review', 'keepers'));

  given(after(file, ask, head, MONDAY))
    .when(ask, head, MONDAY)
    .blocks({ code: 'out-of-turn' });
});

test('where any one may act, the others’ to-dos go with him, but the co-signer’s stays', () => {
  const file = take(reaching('member', at('plan/issue')), 'plan/issue', chair);

  expect(eventsOf(file, 'StepTaken').at(-1)).toMatchObject({ withdraws: ['plan/issue/1/0'], endsStep: false });
  expect(file.problem.tasks.map((task) => [task.unit, task.part])).toEqual([['office', 'co-sign']]);
  expect(file.problem.stage).toBe('planning');

  expect(after(file, taking(file, clerk, taskAt(file, 'plan/issue')), clerk, MONDAY).problem.stage).toBe('rectifying');
});

test('a co-signature alone decides nothing', () => {
  const file = reaching('member', at('plan/issue'));
  const signed = after(file, taking(file, clerk, 'plan/issue/1/2'), clerk, MONDAY);

  expect(signed.problem.tasks).toHaveLength(2);
  expect(signed.problem.stage).toBe('planning');
});

test('two of three votes are a quorum, and the third to-do goes', () => {
  const vote = reaching('member', at('plan/vote'));
  const two = take(take(vote, 'plan/vote', chair), 'plan/vote', treasurer);

  expect(eventsOf(two, 'StepTaken').at(-1)).toMatchObject({ withdraws: ['plan/vote/1/1'], endsStep: true });
  expect(open(two)).toEqual(['hearing keepers', 'hearing office', 'hearing office']);
});

test('one objection leaves a quorum possible, the second returns the plan: nobody is stranded', () => {
  const object = { verdict: 'object', opinion: '预算不足' };
  const one = take(reaching('member', at('plan/vote')), 'plan/vote', chair, object);
  expect(open(one)).toEqual(['vote office', 'vote treasury']);

  const two = take(one, 'plan/vote', treasurer, object);
  expect(open(two)).toEqual(['draft greens']);
  expect(eventsOf(two, 'StepReturned')).toMatchObject([{ from: 'vote', to: 'draft', reason: '预算不足', round: 2 }]);
  expect(eventsOf(two, 'StepTaken').filter((event) => event.verdict === 'object')).toHaveLength(2);
});

test('one agreement and one objection do not make a quorum of two', () => {
  const one = take(reaching('member', at('plan/vote')), 'plan/vote', chair, { verdict: 'object', opinion: '预算不足' });
  expect(open(take(one, 'plan/vote', treasurer))).toEqual(['vote office']);
});

test('one veto returns the plan, with the objection as its reason', () => {
  const file = take(reaching('member', at('plan/hearing')), 'plan/hearing', chief, {
    verdict: 'object',
    opinion: '噪声太大',
  });

  expect(eventsOf(file, 'StepReturned')).toMatchObject([
    { from: 'hearing', to: 'submit', reason: '噪声太大', unit: 'office', becauseOf: '§5', round: 2 },
  ]);
  expect(open(file)).toEqual(['submit greens']);
});

test('what somebody says with his consent stays in the record, without the blanks around it', () => {
  const one = take(reaching('member', at('plan/review')), 'plan/review', head, { opinion: ' 同意，注意排水 ' });

  expect(eventsOf(one, 'StepTaken').at(-1)).toMatchObject({ opinion: '同意，注意排水' });
});

test('an objection needs its words, and only where the law knows objections', () => {
  const hearing = reaching('member', at('plan/hearing'));
  given(hearing)
    .when(taking(hearing, chief, 'plan/hearing/1/1', { verdict: 'object', opinion: ' ' }), chief, MONDAY)
    .faults({ field: 'opinion', code: 'required' });

  // whoever decides alone sends it back instead
  const submitting = reaching('member', at('plan/submit'));
  given(submitting)
    .when(
      taking(submitting, captain, taskAt(submitting, 'plan/submit'), { verdict: 'object', opinion: '不行' }),
      captain,
      MONDAY,
    )
    .faults({ field: 'verdict', code: 'unknown' });

  // whoever signs along may say no as well, in words
  given(hearing)
    .when(taking(hearing, clerk, 'plan/hearing/1/2', { verdict: 'object', opinion: ' ' }), clerk, MONDAY)
    .faults({ field: 'opinion', code: 'required' });
});

test('returning one of several parallel seats strands nobody: the others’ tasks go, and all are fresh when it comes back', () => {
  const file = take(reaching('member', at('plan/review')), 'plan/review', head);
  const returned = after(
    file,
    { type: 'ReturnStep', task: taskAt(file, 'plan/review'), to: 'submit', reason: '缺预算', becauseOf: '§5' },
    treasurer,
    MONDAY,
  );
  expect(open(returned)).toEqual(['submit greens']);

  const again = take(returned, 'plan/submit', captain);
  expect(again.problem.tasks.map((task) => task.id)).toEqual(['plan/review/2/0', 'plan/review/2/1']);
});

test('after a return every co-signer has a fresh task', () => {
  const file = reaching('member', at('plan/submit'), helped);
  const back = after(
    file,
    { type: 'ReturnStep', task: taskAt(file, 'plan/submit'), to: 'draft', reason: '缺措施', becauseOf: '§5' },
    captain,
    MONDAY,
  );

  expect(back.problem.tasks.map((task) => [task.id, task.unit, task.part])).toEqual([
    ['plan/draft/2/0', 'greens', 'decide'],
    ['plan/draft/2/1', 'nets', 'co-sign'],
    ['plan/draft/2/2', 'lights', 'co-sign'],
  ]);
});

test('the step waits for the last co-signature', () => {
  const drafted = take(
    reaching('member', (problem) => problem.plan !== null, helped),
    'plan/draft',
    foreman,
  );
  expect(open(drafted)).toEqual(['draft nets', 'draft lights']);

  const one = take(drafted, 'plan/draft', netsCaptain);
  expect(open(one)).toEqual(['draft lights']);
  expect(open(take(one, 'plan/draft', holderOf('lights/captain')))).toEqual(['submit greens']);
});

test('level n+1 cannot act before level n', () => {
  const file = reaching('member', at('plan/submit'));
  for (const [by, task] of [
    [head, 'plan/review/1/0'],
    [chair, 'plan/vote/1/0'],
    [chief, 'plan/issue/1/0'],
    [chair, 'acceptance/accept/1/0'],
  ] as const) {
    expect(refusal(file, { type: 'TakeStep', task }, by, MONDAY)).toMatchObject({
      obstacle: { code: 'out-of-turn', at: 'plan/submit/1/0' },
    });
  }
});
