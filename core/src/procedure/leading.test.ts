import { expect, test } from 'vitest';
import { caseEvents, caseRefusal, suggested } from '../testing/case-story.ts';
import { caseTaken, caseTaking, caseWalk, openAt } from '../testing/case-walk.ts';
import { chair, chief, head, treasurer } from '../testing/index.ts';
import { stepWhere } from '../testing/kinds.ts';

const { file: weighing, on: day } = caseWalk(suggested(), openAt('weighing/weigh'));
const weighed = (by: typeof chair, change: object = {}, file = weighing) =>
  caseTaken(file, 'weighing/weigh', by, change, { on: day });
const no = { verdict: 'object', opinion: '太贵', values: undefined } as const;

test('the one who leads decides; the others’ opinions, for and against, stand beside his word', () => {
  const against = weighed(chief, no);
  expect(against.dossier.tasks.map(({ unit }) => unit)).toEqual(['committee', 'treasury', 'keepers']);

  const decided = weighed(head, {}, weighed(chair, {}, against));
  expect(decided.dossier.runs['weighing']?.finishedOn).toBe(day);
  expect(caseEvents(decided, 'StepTaken').slice(-3)).toMatchObject([
    { unit: 'office', verdict: 'object', opinion: '太贵', endsStep: false },
    { unit: 'committee', verdict: 'agree', withdraws: ['weighing/weigh/1/2'], endsStep: false },
    { unit: 'keepers', part: 'co-sign', endsStep: true },
  ]);
});

test('the others decide nothing without him, and where he says no it goes back', () => {
  const others = weighed(treasurer, {}, weighed(chief));
  expect(others.dossier.runs['weighing']).toMatchObject({ step: 'weigh', round: 1 });

  const back = weighed(chair, no, others);
  expect(caseEvents(back, 'StepReturned')).toMatchObject([{ from: 'weigh', to: 'hand', reason: '太贵' }]);
});

test('a co-signer’s dissent is kept beside what is decided anew, or sends it back where the rules say so', () => {
  const dissenting = weighed(head, no, weighed(chair));
  expect(dissenting.dossier.runs['weighing']?.finishedOn).toBeNull();
  expect(dissenting.dossier.tasks.map(({ unit }) => unit)).toEqual(['committee', 'office', 'treasury']);
  expect(weighed(chair, {}, dissenting).dossier.runs['weighing']?.finishedOn).toBe(day);

  const law = stepWhere('weighing/weigh', () => ({ dissent: 'returns' }));
  const strict = caseTaken(weighing, 'weighing/weigh', head, no, { on: day, law });
  expect(caseEvents(strict, 'StepReturned')).toMatchObject([{ to: 'hand', unit: 'keepers', reason: '太贵' }]);
});

test('a no needs its reason', () => {
  const ask = caseTaking(weighing, 'weighing/weigh', head, { verdict: 'object', opinion: '' }, { on: day });
  expect(caseRefusal(weighing, ask, { by: head, on: day })).toMatchObject({
    faults: [{ field: 'opinion', code: 'required' }],
  });
});

test('whoever signs along sends back what was decided, to whoever decided it and nobody else', () => {
  const along = weighing.dossier.tasks.find(({ part }) => part === 'co-sign')!;
  const back = { type: 'ReturnStep', task: along.id, to: 'weigh', reason: '不妥', becauseOf: '§5' } as const;

  expect(caseRefusal(weighing, back, { by: head, on: day })).toMatchObject({ obstacle: { code: 'not-decided' } });
  const decided = weighed(chair);
  expect(caseRefusal(decided, { ...back, to: 'hand' }, { by: head, on: day })).toMatchObject({
    faults: [{ field: 'to', code: 'not-earlier' }],
  });
  expect(caseRefusal(decided, back, { by: head, on: day })).toBeNull();
});

test('a copy comes from whoever decided, not from whoever signed along', () => {
  const copies = [{ id: 'keepers', to: 'keepers', clause: '§9', written: false }];
  const law = stepWhere('weighing/weigh', () => ({ copies }));
  const { file } = caseWalk(suggested({}, { law }), openAt('building/do'), { law });

  expect(file.dossier.copies).toMatchObject([{ unit: 'keepers', toSelf: false }]);
});
