import { expect, test } from 'vitest';
import { caseEvents, caseRefusal, offerOf, suggested, caseAfter } from '../testing/case-story.ts';
import { caseTaken, caseTaking, caseWalk, openAt } from '../testing/case-walk.ts';
import { clerk, foreman, surveyor, treasurer } from '../testing/index.ts';
import { stepWhere } from '../testing/kinds.ts';

const { file: accepting, on } = caseWalk(suggested(), openAt('building/accept'));
const accepted = (outcome: string, file = accepting) =>
  caseTaken(
    caseTaken(file, 'building/accept', surveyor, { outcome }, { on }),
    'building/accept',
    treasurer,
    {},
    { on },
  );

test('a step ends in one of several ways as whoever decides it says, and each leads its own way', () => {
  expect(offerOf(accepting, 'TakeStep', null, { by: surveyor, on })?.needs.outcomes.map(({ id }) => id)).toEqual([
    'built',
    'again',
    'given-up',
  ]);
  expect(accepted('built').dossier).toMatchObject({ stage: 'accepted', tasks: [{ run: 'filing' }] });
  expect(accepted('given-up').dossier).toMatchObject({ closedOn: on, tasks: [] });
  expect(caseEvents(accepted('given-up'), 'MilestoneReached').at(-1)).toMatchObject({
    milestone: 'closed',
    clause: '§9',
  });
});

test('what ends in a way that has a stage of its own is known by it, and not by what is said of work that was done', () => {
  expect(accepted('given-up').dossier.stage).toBe('given-up');
  expect(
    caseEvents(accepted('given-up'), 'MilestoneReached')
      .slice(-2)
      .map(({ milestone, stage }) => [milestone, stage?.id]),
  ).toEqual([
    ['given-up', 'given-up'],
    ['closed', 'given-up'],
  ]);
});

test('an end that leads back begins a new round: nothing that was said in the last one decides it', () => {
  const again = accepted('again');
  expect(again.dossier.tasks.map(({ step, round }) => [step, round])).toEqual([
    ['do', 2],
    ['do', 2],
  ]);
  const standing = again.dossier.runs['building']!.acts.filter((act) => act.standing);
  expect(standing).toEqual([]);

  const { file: second, on: then } = caseWalk(again, openAt('building/accept'), { on });
  const signed = caseTaken(second, 'building/accept', treasurer, {}, { on: then });
  expect(signed.dossier.tasks.map(({ unit }) => unit)).toEqual(['survey']);
});

test('limits of steps to be done again run on: who does it again wins no time', () => {
  const again = accepted('again');
  expect(caseEvents(again, 'StepOpened').at(-1)).toMatchObject({ step: 'do', reopens: ['show-by'] });
  expect(again.dossier.clocks.find(({ id }) => id === 'show-by')).toMatchObject({ metOn: null });
});

test('an end must be chosen, must be one of the step’s, and a co-signer chooses none', () => {
  const refused = (by: typeof surveyor, change: object) =>
    caseRefusal(accepting, caseTaking(accepting, 'building/accept', by, change, { on }), { by, on });
  expect(refused(surveyor, { outcome: undefined })).toMatchObject({ faults: [{ field: 'outcome', code: 'required' }] });
  expect(refused(surveyor, { outcome: 'sold' })).toMatchObject({ faults: [{ field: 'outcome', code: 'unknown' }] });
  expect(refused(treasurer, { outcome: 'built' })).toMatchObject({ faults: [{ field: 'outcome', code: 'unknown' }] });
});

const { file: drafting, on: then } = caseWalk(suggested(), openAt('weighing/work-out'));
const proved = caseAfter(
  drafting,
  {
    type: 'AddEvidence',
    evidence: {
      id: 'e',
      kind: 'before-photo',
      file: 'f',
      name: '照片',
      mediaType: 'image/jpeg',
      size: 1,
      digest: 'd',
      takenOn: then,
      note: '',
    },
  },
  { by: foreman, on: then },
);

test('fields that a step fills come with it and are written by nobody else', () => {
  const filled = caseTaken(proved, 'weighing/work-out', foreman, { values: { share: 40 } }, { on: then });
  expect(filled.dossier.values['share']).toBe(40);
  expect(caseEvents(filled, 'SheetFilled')).toMatchObject([{ at: 'weighing/work-out', values: { share: 40 } }]);

  const correct = { type: 'FillSheet', values: { share: 50 }, reason: '更正' } as const;
  expect(caseRefusal(filled, correct, { on: then })).toMatchObject({
    faults: [{ field: 'values.share', code: 'unknown' }],
  });
});

test.each([
  [{}, 'required'],
  [{ share: 0 }, 'too-small'],
  [{ share: 40, cost: 1 }, 'unknown'],
])('a step does not end on %o', (values, code) => {
  const ask = caseTaking(proved, 'weighing/work-out', foreman, { values }, { on: then });
  expect(caseRefusal(proved, ask, { by: foreman, on: then })).toMatchObject({ faults: [{ code }] });
});

test('a step of any kind settles facts that routes ask for, by values that the plan knows', () => {
  const law = stepWhere('weighing/hand', () => ({ settles: ['grade'] }));
  const file = suggested({}, { law });
  expect(caseTaken(file, 'weighing/hand', clerk, {}, { law }).dossier.facts).toMatchObject({ grade: 'minor' });
  const ask = caseTaking(file, 'weighing/hand', clerk, { facts: { grade: 'huge' } }, { law });
  expect(caseRefusal(file, ask, { law })).toMatchObject({ faults: [{ field: 'facts.grade', code: 'unknown' }] });
});
