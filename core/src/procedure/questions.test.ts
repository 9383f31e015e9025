import { expect, test } from 'vitest';
import type { CaseAsk } from '../case/index.ts';
import { caseAfter, caseEvents, caseRefusal, offerOf, suggested, type CaseFile } from '../testing/case-story.ts';
import { caseChoices, type CaseChoices } from '../testing/case-values.ts';
import { caseTaken, caseTaking, caseWalk, openAt } from '../testing/case-walk.ts';
import { chief, clerk, MONDAY, surveyor, treasurer } from '../testing/index.ts';
import { kindsLaw, withPolicy } from '../testing/kinds.ts';
import { withSteps } from '../testing/returns.ts';
import type { Law } from './law.ts';

const asked = (file: CaseFile) => file.dossier.questions.find(({ ruling }) => ruling === null)!;
const ruling = (file: CaseFile, choice: string, scope: 'dossier' | 'edition' = 'dossier'): CaseAsk => ({
  type: 'RuleQuestion',
  question: asked(file).id,
  choice,
  reason: '会上议定',
  scope,
});
const verdict = (given: 'bad' | 'odd') => ({ choices: { ...caseChoices, verdict: given } });
const waiting = ({ questions }: CaseFile['dossier']): boolean => questions.some((each) => each.ruling === null);

const { file: nobody, on } = caseWalk(suggested(), waiting, verdict('bad'));

test('where the rules give a step to nobody, whoever leads the office is asked who takes it', () => {
  expect(asked(nobody)).toMatchObject({ about: 'who', run: 'refusing', step: 'answer', clauses: ['§7'], askedOn: on });
  expect(asked(nobody).choices.map(({ id }) => id)).toEqual(['office/chief', 'survey/chief']);
  expect(nobody.dossier.tasks).toMatchObject([{ unit: 'office', post: 'chief', question: asked(nobody).id }]);

  const ruled = caseAfter(nobody, ruling(nobody, 'survey/chief'), { by: chief, on });
  expect(ruled.dossier.tasks).toMatchObject([{ step: 'answer', unit: 'survey', post: 'chief' }]);
  expect(ruled.dossier.questions).toMatchObject([
    { ruling: { choice: 'survey/chief', reason: '会上议定', scope: 'dossier', by: { id: chief.id }, on } },
  ]);
});

test('nobody else rules, only for what is asked, and only as it may be answered', () => {
  const rule = ruling(nobody, 'office/chief');
  expect(caseRefusal(nobody, rule, { by: clerk, on })).toMatchObject({ obstacle: { code: 'wrong-seat' } });
  expect(caseRefusal(nobody, ruling(nobody, 'greens/chief'), { by: chief, on })).toMatchObject({
    faults: [{ field: 'choice', code: 'unknown' }],
  });
  const ruled = caseAfter(nobody, rule, { by: chief, on });
  expect(caseRefusal(ruled, rule, { by: chief, on })).toMatchObject({ obstacle: { code: 'nothing-to-do' } });
});

test('a ruling until the next edition answers the same point in the next dossier, which shows who made it', () => {
  const made = caseAfter(nobody, ruling(nobody, 'survey/chief', 'edition'), { by: chief, on });
  const { ruling: known } = made.dossier.questions[0]!;
  const law: Law = { ...kindsLaw, answers: { [asked(nobody).key]: known! } };

  const next = caseWalk(suggested({}, { law }), openAt('refusing/answer'), { ...verdict('bad'), law });
  expect(caseEvents(next.file, 'QuestionOpened')).toMatchObject([{ tasks: [] }]);
  expect(caseEvents(next.file, 'QuestionRuled')).toMatchObject([{ ruledBy: { by: { id: chief.id }, on } }]);
  expect(next.file.dossier.tasks).toMatchObject([{ unit: 'survey', post: 'chief' }]);
});

test('where no branch or more than one applies, it is asked which way it goes on', () => {
  const { file, on: then } = caseWalk(suggested(), waiting, verdict('odd'));
  expect(asked(file)).toMatchObject({ about: 'branch', run: null, key: 'branch:suggestion/weighed?verdict=odd' });
  expect(asked(file).choices.map(({ id }) => id)).toEqual(['building', 'refusing']);

  const ruled = caseAfter(file, ruling(file, 'building'), { by: chief, on: then });
  expect(ruled.dossier.tasks.map(({ run }) => run)).toEqual(['building', 'building']);
  expect(Object.keys(ruled.dossier.runs)).toEqual(['weighing', 'building']);
});

test('where several routes apply and nothing ranks them, it is asked which one it takes', () => {
  const law = withPolicy((policy) => ({
    ...policy,
    procedures: policy.procedures.map((procedure) => {
      if (procedure.id !== 'weighing') return procedure;
      const [first] = procedure.routes;
      return { ...procedure, routes: [first!, { ...first!, id: 'quick', steps: first!.steps.slice(0, 1) }] };
    }),
  }));
  const file = suggested({}, { law });
  expect(asked(file)).toMatchObject({ about: 'route', run: 'weighing', choices: [{ id: 'weigh' }, { id: 'quick' }] });
  expect(file.dossier.clocks).toEqual([]);

  const ruled = caseAfter(file, ruling(file, 'quick'), { by: chief, law });
  expect(ruled.dossier.runs['weighing']).toMatchObject({ route: 'quick' });
  // its limits count from the opening all the same
  expect(ruled.dossier.clocks).toMatchObject([{ id: 'hand-by', start: file.dossier.openedOn }]);
});

const { file: accepting, on: late } = caseWalk(suggested(), openAt('building/accept'));
const back: CaseAsk = { type: 'ReturnStep', task: 'building/accept/1/0', to: '', reason: '不平', becauseOf: '§8' };

test('where the rules send nobody back in particular, the return waits to be told where to', () => {
  const sent = caseAfter(accepting, back, { by: surveyor, on: late });
  expect(asked(sent)).toMatchObject({ about: 'where', pending: { reason: '不平', becauseOf: '§8', unit: 'survey' } });
  expect(asked(sent).choices.map(({ id }) => id)).toEqual(['do', 'show']);

  const ruled = caseAfter(sent, ruling(sent, 'do'), { by: chief, on: late });
  expect(caseEvents(ruled, 'StepReturned')).toMatchObject([{ to: 'do', reason: '不平', unit: 'survey', round: 2 }]);
  expect(ruled.dossier.tasks.map(({ step }) => step)).toEqual(['do', 'do']);
});

test('while it waits, the step is neither taken nor sent back again', () => {
  const sent = caseAfter(accepting, back, { by: surveyor, on: late });
  const take = caseTaking(sent, 'building/accept', surveyor, {}, { on: late });
  expect(caseRefusal(sent, take, { by: surveyor, on: late })).toMatchObject({ obstacle: { code: 'question-open' } });
  expect(caseRefusal(sent, back, { by: surveyor, on: late })).toMatchObject({ obstacle: { code: 'question-open' } });
  expect(offerOf(sent, 'ReturnStep', 'building/accept/1/0', { by: surveyor, on: late })?.obstacle).toMatchObject({
    code: 'question-open',
  });
});

test('an objection that sends it back asks the same question', () => {
  const objected = caseTaken(
    accepting,
    'building/accept',
    treasurer,
    { verdict: 'object', opinion: '超支' },
    { on: late },
  );
  expect(asked(objected)).toMatchObject({ about: 'where', pending: { reason: '超支', unit: 'treasury' } });
});

test('a target is not given where the rules leave it open', () => {
  expect(caseRefusal(accepting, { ...back, to: 'do' }, { by: surveyor, on: late })).toMatchObject({
    faults: [{ field: 'to', code: 'not-earlier' }],
  });
});

/** The answer closes, so that it judges the work of whoever holds the suggestion: the rollers, who sit in the survey. */
const rollers = { ...caseChoices, verdict: 'bad', players: { ...caseChoices.players, 'case.answerer': ['rollers'] } };
const own = { code: 'own-work', unitName: '验场组' };
const walked = (choices: CaseChoices, law: Law) =>
  caseWalk(suggested({}, { law }), waiting, { choices, law, on: MONDAY });

test('whoever would accept his own work is not named by a ruling, and the one who rules sees why', () => {
  const { file, on: then } = walked(rollers, kindsLaw);
  const offer = offerOf(file, 'RuleQuestion', asked(file).id, { by: chief, on: then, law: kindsLaw })!;

  expect(offer).toMatchObject({
    obstacle: null,
    needs: { outcomes: [{ id: 'office/chief' }, { id: 'survey/chief', obstacle: own }] },
  });
  expect(offer.needs.outcomes[0]).not.toHaveProperty('obstacle');
  expect(caseRefusal(file, ruling(file, 'survey/chief'), { by: chief, on: then, law: kindsLaw })).toMatchObject({
    code: 'not-allowed',
    obstacle: own,
    clause: '§7',
  });
  const ruled = caseAfter(file, ruling(file, 'office/chief'), { by: chief, on: then, law: kindsLaw });
  expect(ruled.dossier.tasks).toMatchObject([{ unit: 'office', post: 'chief' }]);
});

test("where the work is another's, or the step judges none, the same seat may be named", () => {
  const open = withPolicy((policy) =>
    withSteps('refusing', (steps) => steps.map((step) => ({ ...step, closes: false })), policy),
  );
  const others = walked({ ...rollers, players: caseChoices.players }, kindsLaw);
  const words = walked(rollers, open);

  for (const [{ file, on: then }, law] of [
    [others, kindsLaw],
    [words, open],
  ] as const)
    expect(caseRefusal(file, ruling(file, 'survey/chief'), { by: chief, on: then, law })).toBeNull();
});

test('a ruling for the whole edition names nobody where it would be his own work: there it is asked anew', () => {
  const { file, on: then } = walked({ ...rollers, players: caseChoices.players }, kindsLaw);
  const made = caseAfter(file, ruling(file, 'survey/chief', 'edition'), { by: chief, on: then, law: kindsLaw });
  const law: Law = { ...kindsLaw, answers: { [asked(file).key]: made.dossier.questions[0]!.ruling! } };

  const next = walked(rollers, law);
  expect(caseEvents(next.file, 'QuestionRuled')).toEqual([]);
  expect(next.file.dossier.tasks).toMatchObject([{ unit: 'office', question: asked(next.file).id }]);
});

test('where everybody who could be named would accept his own work, the question says so and cannot be ruled', () => {
  const inside = kindsLaw.units.map((unit) => (unit.id === 'rollers' ? { ...unit, within: 'office' } : unit));
  const law: Law = { ...kindsLaw, units: inside.filter(({ id }) => id !== 'survey') };
  const { file, on: then } = walked(rollers, law);

  expect(offerOf(file, 'RuleQuestion', asked(file).id, { by: chief, on: then, law })).toMatchObject({
    obstacle: { code: 'own-work', unitName: '会所' },
  });
});
