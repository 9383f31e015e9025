import { expect, test } from 'vitest';
import { caseAfter, caseEvents, caseRefusal, offerOf, suggested } from '../testing/case-story.ts';
import { caseChoices } from '../testing/case-values.ts';
import { caseTaken, caseWalk, closed, openAt } from '../testing/case-walk.ts';
import { chief, clerk, foreman, holderOf, surveyor, treasurer } from '../testing/index.ts';
import { kindWhere, withPolicy } from '../testing/kinds.ts';

const way = (verdict: 'good' | 'bad' | 'odd') => ({ choices: { ...caseChoices, verdict } });
const weighed = (dossier: { readonly milestones: object }): boolean => 'weighed' in dossier.milestones;

test('a suggestion goes round its flow by offers alone: stretches one after another, accepted before it is closed', () => {
  const { file } = caseWalk(suggested(), closed, way('good'));

  expect(Object.keys(file.dossier.runs)).toEqual(['weighing', 'building', 'filing']);
  expect(caseEvents(file, 'MilestoneReached').map(({ milestone, stage }) => [milestone, stage?.id ?? null])).toEqual([
    ['handed-on', null],
    ['weighed', 'doing'],
    ['accepted', 'accepted'],
    ['closed', 'closed'],
  ]);
});

test('accepted is not closed: what stands at a milestone still has somebody to act, and other acts are possible', () => {
  const { file } = caseWalk(suggested(), openAt('filing/file'), way('good'));

  expect(file.dossier).toMatchObject({ stage: 'accepted', closedOn: null });
  expect(offerOf(file, 'AddEvidence')?.obstacle).toBeNull();
});

test('of several branches the one begins that the facts choose, and no other', () => {
  const { file } = caseWalk(suggested(), weighed, way('bad'));

  expect(Object.keys(file.dossier.runs)).toEqual(['weighing', 'refusing']);
});

test('branches wait for a fact that nobody knows, and begin with it', () => {
  const law = kindWhere('suggestion', ({ flow }) => ({
    flow: flow.map((stretch) =>
      stretch.run === 'building' ? { ...stretch, when: { fact: 'urgent', oneOf: ['yes'] } } : stretch,
    ),
  }));
  const along = { ...way('good'), law };
  const { file, on } = caseWalk(suggested({}, { law }), weighed, along);
  expect(file.dossier.tasks).toEqual([]);

  const known = caseAfter(file, { type: 'FillSheet', values: { urgent: true }, reason: '补填' }, { on, law });
  expect(known.dossier.tasks).toMatchObject([{ step: 'do' }, { step: 'do' }]);
});

test('a procedure waits for the facts of its routes, as a branch does', () => {
  const law = withPolicy((policy) => ({
    ...policy,
    procedures: policy.procedures.map((procedure) =>
      procedure.id === 'weighing'
        ? {
            ...procedure,
            routes: procedure.routes.map((route) => ({ ...route, when: { fact: 'urgent', oneOf: ['yes', 'no'] } })),
          }
        : procedure,
    ),
  }));
  const file = suggested({}, { law });
  expect(file.dossier.runs).toEqual({});

  const known = caseAfter(file, { type: 'FillSheet', values: { urgent: false }, reason: '补填' }, { law });
  expect(known.dossier.tasks).toMatchObject([{ step: 'hand' }, { step: 'hand' }]);
});

test('what is known later begins what waited for it and nothing that was done before', () => {
  const law = kindWhere('suggestion', ({ flow }) => ({
    flow: [
      ...flow.map((stretch) => (stretch.run === 'weighing' ? { ...stretch, times: 'many' as const } : stretch)),
      { run: 'storing', begins: ['opened'], when: { fact: 'urgent', oneOf: ['yes'] }, times: 'once' },
    ],
  }));
  const { file, on } = caseWalk(suggested({}, { law }), weighed, { ...way('good'), law });
  const known = caseAfter(file, { type: 'FillSheet', values: { urgent: true }, reason: '补填' }, { on, law });

  expect(Object.keys(known.dossier.runs)).toEqual(['weighing', 'building', 'storing']);
});

test('a fact by which a way was chosen stands: no correction turns it', () => {
  const { file, on } = caseWalk(suggested(), weighed, way('good'));

  expect(caseRefusal(file, { type: 'FillSheet', values: { about: 'court' }, reason: '改' }, { on })).toMatchObject({
    faults: [{ field: 'values.about', code: 'not-yours' }],
  });
  expect(offerOf(file, 'FillSheet', null, { on })?.needs.values).not.toContain('about');
});

test('a stretch that may come again takes a closed suggestion up again, as a run of its own; what stood stays', () => {
  const { file, on } = caseWalk(suggested(), closed, way('good'));
  const again = caseAfter(file, { type: 'DoAct', act: 'take-up' }, { by: chief, on });
  expect(again.dossier).toMatchObject({ stage: 'again', closedOn: null, tasks: [{ id: 'reopening/redo/1/0' }] });

  const twice = caseWalk(again, closed, { ...way('good'), on });
  const third = caseAfter(twice.file, { type: 'DoAct', act: 'take-up' }, { by: chief, on: twice.on });
  expect(third.dossier.tasks).toMatchObject([{ id: 'reopening#2/redo/1/0' }]);
  expect(third.dossier.clocks.filter(({ event }) => event === 'opening').map(({ id }) => id)).toEqual(
    expect.arrayContaining(['redo-by', 'redo-by#2']),
  );
  expect(third.dossier.runs['building']?.acts).toEqual(file.dossier.runs['building']?.acts);
});

test('nobody takes up again what is not closed, and nobody but who may', () => {
  const { file, on } = caseWalk(suggested(), weighed, way('good'));
  const act = { type: 'DoAct', act: 'take-up' } as const;
  expect(caseRefusal(file, act, { by: chief, on })).toMatchObject({
    obstacle: { code: 'wrong-stage', needs: ['closed'] },
  });

  const done = caseWalk(file, closed, { ...way('good'), on });
  expect(caseRefusal(done.file, act, { by: clerk, on: done.on })).toMatchObject({ obstacle: { code: 'wrong-seat' } });
});

test('progress is told beside the work, again before the last telling was noted, each in a run of its own', () => {
  const { file, on } = caseWalk(suggested(), openAt('building/do'), way('good'));
  const tell = { type: 'DoAct', act: 'tell', text: '过半', values: { share: 50 } } as const;
  const told = caseAfter(file, tell, { by: foreman, on });
  const twice = caseAfter(told, { ...tell, text: '将成' }, { by: holderOf('nets/foreman'), on });

  expect(twice.dossier.tasks.map(({ id }) => id)).toEqual([
    'building/do/1/0',
    'building/do/1/1',
    'reporting/note/1/0',
    'reporting#2/note/1/0',
  ]);
  expect(twice.dossier.clocks.filter(({ event }) => event === 'progress-told').map(({ id }) => id)).toEqual([
    'note-by',
    'note-by#2',
  ]);
  const noted = caseAfter(twice, { type: 'TakeStep', task: 'reporting#2/note/1/0' }, { by: chief, on });
  expect(noted.dossier.tasks).toHaveLength(3);
  expect(noted.dossier.clocks.filter(({ metOn }) => metOn !== null).map(({ id }) => id)).toContain('note-by#2');
});

test('what was still open beside it ends with the closing, and binds nobody', () => {
  const { file, on } = caseWalk(suggested(), openAt('building/accept'), way('good'));
  const told = caseAfter(
    file,
    { type: 'DoAct', act: 'tell', text: '过半', values: { share: 50 } },
    { by: foreman, on },
  );
  const given = caseTaken(told, 'building/accept', surveyor, { outcome: 'given-up' }, { on });
  expect(given.dossier.tasks.map(({ step }) => step)).toEqual(['accept', 'note']);

  const { dossier } = caseTaken(given, 'building/accept', treasurer, {}, { on });
  expect(dossier).toMatchObject({ stage: 'given-up', closedOn: on, tasks: [] });
  expect(dossier.clocks.filter(({ metOn }) => metOn === null)).toEqual([]);
  expect(dossier.runs['reporting']).toMatchObject({ step: null, finishedOn: on });
});
