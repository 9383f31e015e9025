import { expect, test } from 'vitest';
import {
  after,
  at,
  chief,
  clerk,
  clubWhere,
  eventsOf,
  foreman,
  holderOf,
  MONDAY,
  planFor,
  reaching,
  registered,
  storyWith,
  taking,
  taskAt,
  treasurer,
  type File,
} from '../testing/index.ts';
import { seat } from '../testing/words.ts';

const given = storyWith(expect);
const nets = holderOf('nets/captain');
const lights = holderOf('lights/captain');
const helped = { choices: { holder: 'greens', helpers: ['nets', 'lights'], grade: 'minor', serial: 0 } } as const;

/** A plan that its drafter has written and not handed in, with two who sign along. */
const drafted = reaching('member', (problem) => problem.plan !== null, helped);
const sign = (file: File, by = nets, change = {}) =>
  after(file, taking(file, by, taskAt(file, 'plan/draft', by.postings[0]!.unit), change), by, MONDAY);
const handIn = (file: File) =>
  after(file, taking(file, foreman, taskAt(file, 'plan/draft', 'greens')), foreman, MONDAY);
const rewrite = (file: File, words: string) =>
  after(file, { type: 'WritePlan', plan: planFor(MONDAY, words) }, foreman, MONDAY);
const open = ({ problem }: File) => problem.tasks.map(({ step, unit, part }) => `${step} ${unit} ${part}`);
const no = { verdict: 'object', opinion: '不同意' } as const;

test('D3 · a co-signature binds what it saw: rewritten, the plan is asked for again of whoever had signed it', () => {
  const signed = sign(drafted);
  expect(eventsOf(signed, 'StepTaken').at(-1)).toMatchObject({ part: 'co-sign', bound: { what: 'plan' } });

  const changed = rewrite(signed, '另一个目标');
  expect(eventsOf(changed, 'PlanWritten').at(-1)?.voids).toMatchObject([{ task: 'plan/draft/1/1' }]);
  expect(changed.log.at(-1)).toMatchObject({
    type: 'SeatsAskedAnew',
    why: 'content-changed',
    voids: [{ task: 'plan/draft/1/1', unit: 'nets' }],
    tasks: [{ unit: 'nets', part: 'co-sign' }],
  });

  const handed = handIn(changed);
  expect(open(handed)).toEqual(['draft lights co-sign', 'draft nets co-sign']);
  expect(open(sign(sign(handed), lights))).toEqual(['submit greens decide']);
});

test('a unit that signs along from two posts is asked again for what it had signed, and from the other post once', () => {
  const both = clubWhere((step) =>
    step.id === 'draft' && step.coSign.length > 0
      ? { ...step, coSign: [seat('case.helper/captain'), seat('case.helper/foreman')] }
      : step,
  );
  const file = reaching('member', (problem) => problem.plan !== null, { ...helped, law: both });
  const seats = ({ problem }: File) =>
    problem.tasks.filter(({ part }) => part === 'co-sign').map(({ unit, post }) => `${unit}/${post}`);
  expect(seats(file).toSorted()).toEqual(['lights/captain', 'lights/foreman', 'nets/captain', 'nets/foreman']);

  const captain = file.problem.tasks.find(({ unit, post }) => unit === 'nets' && post === 'captain')!;
  const signed = after(file, taking(file, nets, captain.id), nets, MONDAY, both);
  const changed = after(signed, { type: 'WritePlan', plan: planFor(MONDAY, '另一个目标') }, foreman, MONDAY, both);

  expect(seats(changed).toSorted()).toEqual(['lights/captain', 'lights/foreman', 'nets/captain', 'nets/foreman']);
});

test('written again in the same words it needs no other signature', () => {
  const signed = sign(drafted);
  const same = after(
    signed,
    {
      type: 'WritePlan',
      plan: {
        ...signed.problem.plan!,
        measures: signed.problem.measures.map(({ id, text, deadline, unit, person }) => ({
          id,
          text,
          deadline,
          unit,
          person,
        })),
      },
    },
    foreman,
    MONDAY,
  );
  expect(eventsOf(same, 'SeatsAskedAnew')).toEqual([]);
});

test('D3 · nobody signs along under other words than he was shown', () => {
  const ask = taking(drafted, nets, taskAt(drafted, 'plan/draft', 'nets'));
  given(rewrite(drafted, '另一个目标')).when(ask, nets, MONDAY).refuses({ code: 'content-changed' });
});

test('whoever signs along sends it back to whoever decided, with a reason, and all are asked anew', () => {
  const handed = sign(handIn(drafted), lights);
  const back = {
    type: 'ReturnStep',
    task: taskAt(handed, 'plan/draft', 'nets'),
    to: 'draft',
    reason: '没有我局的措施',
    becauseOf: '§5',
  } as const;
  const returned = after(handed, back, nets, MONDAY);
  expect(open(returned)).toEqual(['draft greens decide', 'draft nets co-sign', 'draft lights co-sign']);
  expect(eventsOf(returned, 'StepReturned')).toMatchObject([{ from: 'draft', to: 'draft', unit: 'nets', round: 2 }]);

  given(handed)
    .when({ ...back, reason: ' ' }, nets, MONDAY)
    .faults({ field: 'reason', code: 'required' });
  // before it is handed in there is nothing to send back
  given(drafted)
    .when({ ...back, task: taskAt(drafted, 'plan/draft', 'nets') }, nets, MONDAY)
    .blocks({ code: 'not-decided' });
});

const classifying = registered('member');
const graded = (file: File, grade: string) =>
  after(
    file,
    taking(file, chief, taskAt(file, 'classification/classify', 'office'), { facts: { grade } }),
    chief,
    MONDAY,
  );
const along = (file: File, change = {}) =>
  after(file, taking(file, treasurer, taskAt(file, 'classification/classify', 'treasury'), change), treasurer, MONDAY);

test('D4 · a dissent settles nothing: the grade is decided anew, knowing it, and stands beside the decision', () => {
  const dissenting = along(graded(classifying, 'minor'), no);
  expect(eventsOf(dissenting, 'FactsSettled')).toEqual([]);
  expect(dissenting.problem.facts['grade']).toBeUndefined();
  expect(dissenting.log.at(-1)).toMatchObject({ type: 'SeatsAskedAnew', why: 'dissent', tasks: [{ unit: 'office' }] });

  const kept = graded(dissenting, 'minor');
  expect(kept.problem.facts['grade']).toBe('minor');
  expect(kept.problem.runs['classification']?.acts.filter(({ standing }) => standing)).toMatchObject([
    { unit: 'treasury', verdict: 'object' },
    { unit: 'office', verdict: 'agree', facts: { grade: 'minor' } },
  ]);
});

test('D4 · decided otherwise, whoever disagreed is asked about that', () => {
  const otherwise = graded(along(graded(classifying, 'minor'), no), 'major');
  expect(open(otherwise)).toEqual(['classify treasury co-sign']);
  expect(eventsOf(otherwise, 'FactsSettled')).toEqual([]);

  const agreed = along(otherwise);
  expect(agreed.problem.facts['grade']).toBe('major');
  expect(eventsOf(agreed, 'StepTaken').at(-1)).toMatchObject({ verdict: 'agree', bound: { what: 'facts' } });
});

test('D4 · the grade is sent back by whoever signs along, and decided anew', () => {
  const decided = graded(classifying, 'minor');
  const back = {
    type: 'ReturnStep',
    task: taskAt(decided, 'classification/classify', 'treasury'),
    to: 'classify',
    reason: '应为重点',
    becauseOf: '§2',
  } as const;
  const returned = after(decided, back, treasurer, MONDAY);
  expect(open(returned)).toEqual(['classify office decide', 'classify treasury co-sign']);
  expect(along(graded(returned, 'major')).problem.facts['grade']).toBe('major');
});

test('D4 · where any one may decide, a dissent asks all of them, and one of them is enough', () => {
  const issue = reaching('member', at('plan/issue'));
  const decided = after(issue, taking(issue, chief, 'plan/issue/1/0'), chief, MONDAY);
  const dissenting = after(decided, taking(decided, clerk, taskAt(decided, 'plan/issue', 'office'), no), clerk, MONDAY);

  expect(open(dissenting)).toEqual(['issue office decide', 'issue committee decide']);
  expect(new Set(dissenting.problem.runs['plan']!.acts.map(({ task }) => task)).size).toBe(
    dissenting.problem.runs['plan']!.acts.length,
  );
  const anew = after(dissenting, taking(dissenting, chief, taskAt(dissenting, 'plan/issue', 'office')), chief, MONDAY);
  expect(anew.problem.stage).toBe('rectifying');
});

test('however often it is asked again, no two tasks bear one name', () => {
  const both = sign(sign(drafted), lights);
  const again = sign(rewrite(both, '第二稿'));
  const third = rewrite(again, '第三稿');
  const ids = third.problem.tasks.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(open(third)).toEqual(['draft greens decide', 'draft lights co-sign', 'draft nets co-sign']);
});
