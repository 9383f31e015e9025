import { expect, test } from 'vitest';
import {
  after,
  at,
  chief,
  clerk,
  club,
  clubWhere,
  complete,
  eventsOf,
  MONDAY,
  plainChoices,
  reaching,
  refusal,
  storyWith,
  type File,
} from '../testing/index.ts';
import type { Law, QuestionRuling } from '../procedure/index.ts';
import { offers } from './index.ts';

/** The club's rules do not say who reviews a plan. */
const unsaid = clubWhere((step) => (step.id === 'review' ? { ...step, by: [], asks: ['who'] } : step));
const roles = [{ id: 'office', label: { zh: '会务处' } }];
const silent: Law = { ...unsaid, policy: { ...unsaid.policy, roles } };
const given = storyWith(expect, silent);
const KEY = 'who:plan/joint/review';

const asked = (law: Law = silent): File => reaching('member', (problem) => problem.questions.length > 0, { law });
const keyOf = ({ problem }: File) => problem.questions[0]!.key;
const rule = (file: File, change: object = {}) => ({
  type: 'RuleQuestion' as const,
  question: file.problem.questions[0]!.id,
  choice: 'office/chief',
  reason: '会规没有写谁审，先由会长审',
  scope: 'dossier' as const,
  ...change,
});

test('where the rules do not say who reviews a plan, whoever leads the office is asked and nobody else', () => {
  const file = asked();

  expect(file.problem.tasks.map(({ do: what, post, question }) => [what, post, question !== undefined])).toEqual([
    ['record', 'chief', true],
  ]);
  // no team has a chief: a seat that nobody can hold is no choice
  expect(eventsOf(file, 'QuestionOpened')[0]!.question.choices.map(({ id }) => id)).toEqual([
    'office/chief',
    'survey/chief',
  ]);
  given(file).when(rule(file), clerk, MONDAY).blocks({ code: 'wrong-seat' });
});

test('a ruling opens the step for whom it names, and its question stands no longer on anybody’s desk', () => {
  const file = asked();

  given(file)
    .when(rule(file), chief, MONDAY)
    .yields({ type: 'QuestionRuled', scope: 'dossier', ruledBy: null }, { type: 'StepOpened', step: 'review' });
  const ruled = after(file, rule(file), chief, MONDAY, silent).problem;
  expect(ruled.tasks.map(({ role, post }) => `${role}/${post}`)).toEqual(['office/chief']);
});

test('a ruling names one of the choices and says why', () => {
  const file = asked();

  given(file)
    .when(rule(file, { choice: 'nobody/nowhere' }), chief, MONDAY)
    .faults({ field: 'choice', code: 'unknown' });
  given(file)
    .when(rule(file, { choice: '', reason: ' ' }), chief, MONDAY)
    .faults({ field: 'choice', code: 'required' }, { field: 'reason', code: 'required' });
});

test('a question that was ruled is ruled no second time', () => {
  const file = asked();
  const ruled = after(file, rule(file), chief, MONDAY, silent);

  given(ruled).when(rule(file), chief, MONDAY).blocks({ code: 'nothing-to-do' });
  expect(offers(ruled.problem, { by: chief, on: MONDAY }, silent).some(({ type }) => type === 'RuleQuestion')).toBe(
    false,
  );
});

test('the screen offers the question to whoever leads, with its choices and what each means', () => {
  const { problem } = asked();
  const offer = offers(problem, { by: chief, on: MONDAY }, silent).find(({ type }) => type === 'RuleQuestion')!;

  expect(offer).toMatchObject({
    obstacle: null,
    target: problem.questions[0]!.id,
    clause: '§5',
    needs: { reason: true },
  });
  expect(offer.needs.outcomes[0]).toHaveProperty('means');
  const ask = complete(offer, { problem, on: MONDAY, choices: plainChoices });
  given({ problem, log: [] }).when(ask, chief, MONDAY).yields({ type: 'QuestionRuled' }, {});
});

const forAll = (choice: string): Law => {
  const by = { id: 'chief-before', name: '前会长', unit: 'office', unitName: '会务处', post: 'chief' };
  const said = { choice, reason: '上回定过', document: null, under: silent.policy.edition } as const;
  const ruling: QuestionRuling = { ...said, scope: 'edition', by, on: MONDAY };
  return { ...silent, answers: { [KEY]: ruling } };
};

test('what was ruled for the edition answers the next problem that gets there, which says whose ruling it uses', () => {
  const law = forAll('office/chief');
  const file = reaching('member', at('plan/review'), { law });

  expect(keyOf(asked())).toBe(KEY);
  expect(file.problem.tasks.map(({ post }) => post)).toEqual(['chief']);
  expect(eventsOf(file, 'QuestionRuled')).toMatchObject([
    { scope: 'edition', choice: 'office/chief', ruledBy: { by: { name: '前会长' }, on: MONDAY } },
  ]);
  expect(file.problem.questions[0]!.ruling).toMatchObject({ used: true, by: { name: '前会长' } });
});

test('a ruling for the edition whose choice the rules do not have any more answers nothing: somebody is asked', () => {
  const file = asked(forAll('captain-of/the-old-club'));

  expect(file.problem.questions[0]!.ruling).toBeNull();
  expect(file.problem.tasks.map(({ question }) => question)).toEqual([file.problem.questions[0]!.id]);
});

test('the rules that leave nothing open ask nothing', () => {
  expect(reaching('member', at('plan/review'), { law: club }).problem.questions).toEqual([]);
});

test('a ruling for the edition is made once: until it is ended, another on the same point is for its dossier alone', () => {
  const waiting = asked(); // since before the ruling was made
  const law = forAll('office/chief');
  const other = { choice: 'survey/chief' };

  expect(refusal(waiting, rule(waiting, { ...other, scope: 'edition' }), chief, MONDAY, law)).toMatchObject({
    code: 'bad-input',
    faults: [{ field: 'scope', code: 'ruled-already' }],
  });
  expect(refusal(waiting, rule(waiting, other), chief, MONDAY, law)).toBeNull();
});

test('whoever leads ends a ruling for the edition where it was made; what it opened stands', () => {
  const file = asked();
  const ruled = after(file, rule(file, { scope: 'edition' }), chief, MONDAY, silent);
  const end = { type: 'EndRuling', question: file.problem.questions[0]!.id, reason: '换了做法' } as const;

  given(ruled).when(end, clerk, MONDAY).blocks({ code: 'wrong-seat' });
  given(ruled)
    .when({ ...end, reason: '' }, chief, MONDAY)
    .faults({ field: 'reason', code: 'required' });
  given(ruled)
    .when(end, chief, MONDAY)
    .yields({ type: 'RulingEnded', title: { zh: expect.any(String) as string } });
  const ended = after(ruled, end, chief, MONDAY, silent);
  expect(ended.problem.questions[0]!.ruling).toMatchObject({ choice: 'office/chief', endedOn: MONDAY });
  expect(ended.problem.tasks).toEqual(ruled.problem.tasks);
  given(ended).when(end, chief, MONDAY).blocks({ code: 'nothing-to-do' });
});

test('only what was ruled here for the edition is ended here: neither a ruling for one dossier nor one that was used', () => {
  const file = asked();
  const once = after(file, rule(file), chief, MONDAY, silent);
  const used = reaching('member', at('plan/review'), { law: forAll('office/chief') });

  for (const one of [once, used]) {
    const end = { type: 'EndRuling', question: one.problem.questions[0]!.id, reason: '换了做法' } as const;
    given(one).when(end, chief, MONDAY).blocks({ code: 'nothing-to-do' });
  }
});
