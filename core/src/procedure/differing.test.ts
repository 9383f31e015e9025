import { expect, test } from 'vitest';
import type { Step } from '../policy/index.ts';
import { caseEvents, offerOf, suggested, type CaseFile } from '../testing/case-story.ts';
import { caseTaken, caseWalk, openAt } from '../testing/case-walk.ts';
import { chair, chief, clerk, surveyor, treasurer } from '../testing/index.ts';
import { stepWhere } from '../testing/kinds.ts';
import { seat } from '../testing/words.ts';

/** Three weigh a suggestion, in this joint form; the verdict is a fact and says which way it goes on. */
function weighedBy(together: Step['together']) {
  const law = stepWhere('weighing/weigh', () => ({ together, coSign: [] }));
  const { file, on } = caseWalk(suggested({}, { law }), openAt('weighing/weigh'), { law });
  const says = (before: CaseFile, by: typeof chair, verdict: string) =>
    caseTaken(before, 'weighing/weigh', by, { values: { verdict } }, { law, on });
  const no = (before: CaseFile, by: typeof chair) =>
    caseTaken(before, 'weighing/weigh', by, { verdict: 'object', opinion: '太贵', values: undefined }, { law, on });
  return { law, file, on, says, no };
}

test('where all decide together and do not say the same, nothing is decided, and each is asked anew and told what was said', () => {
  const { law, file, on, says } = weighedBy('all');
  const two = says(says(file, chair, 'good'), chief, 'bad');
  expect(two.dossier.tasks).toMatchObject([{ unit: 'treasury', round: 1 }]);
  expect(Object.keys(two.dossier.runs)).toEqual(['weighing']);

  const apart = says(two, treasurer, 'bad');
  expect(caseEvents(apart, 'DecidersDiffered')).toMatchObject([
    {
      step: 'weigh',
      round: 1,
      clause: '§5',
      said: [{ facts: { verdict: 'good' } }, {}, { facts: { verdict: 'bad' } }],
    },
  ]);
  expect(apart.dossier.tasks.map(({ step, unit, round }) => [step, unit, round])).toEqual([
    ['weigh', 'committee', 2],
    ['weigh', 'office', 2],
    ['weigh', 'treasury', 2],
  ]);
  expect(apart.dossier.facts['verdict']).toBeUndefined();
  expect(apart.dossier.values['verdict']).toBeUndefined();
  expect(Object.keys(apart.dossier.runs)).toEqual(['weighing']);
  expect(offerOf(apart, 'TakeStep', 'weighing/weigh/2/1', { by: chief, on, law })?.needs.differed).toMatchObject([
    { unitName: '理事会', facts: { verdict: 'good' }, outcome: null },
    { unitName: '会所', facts: { verdict: 'bad' } },
    { unitName: '财务部', facts: { verdict: 'bad' } },
  ]);

  const agreed = [chair, chief, treasurer].reduce((each, by) => says(each, by, 'bad'), apart);
  expect(agreed.dossier.facts['verdict']).toBe('bad');
  expect(Object.keys(agreed.dossier.runs)).toEqual(['weighing', 'refusing']);
});

test('its limits run on through it: who cannot agree wins no time', () => {
  const { file, says } = weighedBy('all');
  const apart = says(says(says(file, chair, 'good'), chief, 'bad'), treasurer, 'bad');

  expect(apart.dossier.clocks).toEqual(file.dossier.clocks);
});

test('what all say alike is decided by the last of them, in the round in which they say it', () => {
  const { file, says } = weighedBy('all');
  const alike = [treasurer, chair, chief].reduce((each, by) => says(each, by, 'bad'), file);

  expect(caseEvents(alike, 'DecidersDiffered')).toEqual([]);
  expect(Object.keys(alike.dossier.runs)).toEqual(['weighing', 'refusing']);
});

test('a number who agree must agree on the same', () => {
  const { file, says } = weighedBy({ quorum: 2 });
  const two = says(says(file, chair, 'good'), chief, 'bad');
  expect(two.dossier.tasks).toMatchObject([{ unit: 'treasury' }]);

  const three = says(two, treasurer, 'bad');
  expect(three.dossier.facts['verdict']).toBe('bad');
  expect(Object.keys(three.dossier.runs)).toEqual(['weighing', 'refusing']);

  const apart = says(two, treasurer, 'odd');
  expect(caseEvents(apart, 'DecidersDiffered')).toHaveLength(1);
  expect(apart.dossier.facts['verdict']).toBeUndefined();
});

test('too few who agree at all are sent back by those who object, as ever', () => {
  const { file, says, no } = weighedBy({ quorum: 2 });
  const objected = no(no(says(file, chair, 'good'), chief), treasurer);

  expect(caseEvents(objected, 'DecidersDiffered')).toEqual([]);
  expect(caseEvents(objected, 'StepReturned')).toMatchObject([{ reason: '太贵' }]);
});

test('the one who leads decides, whatever the others said before him', () => {
  const { file, says } = weighedBy({ lead: seat('committee/chair') });
  const decided = says(says(says(file, chief, 'bad'), treasurer, 'odd'), chair, 'good');

  expect(caseEvents(decided, 'DecidersDiffered')).toEqual([]);
  expect(decided.dossier.facts['verdict']).toBe('good');
  expect(Object.keys(decided.dossier.runs)).toEqual(['weighing', 'building']);
});

test('ends that differ are no end', () => {
  const by = [seat('survey/surveyor'), seat('treasury/treasurer')];
  const law = stepWhere('building/accept', () => ({ by, together: 'all', coSign: [] }));
  const { file, on } = caseWalk(suggested({}, { law }), openAt('building/accept'), { law });
  const says = (before: CaseFile, who: typeof chair, outcome: string) =>
    caseTaken(before, 'building/accept', who, { outcome }, { law, on });
  const apart = says(says(file, surveyor, 'built'), treasurer, 'given-up');

  expect(apart.dossier.closedOn).toBeNull();
  expect(apart.dossier.tasks).toMatchObject([
    { step: 'accept', round: 2 },
    { step: 'accept', round: 2 },
  ]);
  expect(caseEvents(apart, 'DecidersDiffered')).toMatchObject([
    { said: [{ unitName: '验场组', outcome: { zh: '建成' } }, { outcome: { zh: '不做了' } }] },
  ]);
  expect(says(says(apart, treasurer, 'built'), surveyor, 'built').dossier.stage).toBe('accepted');
});

test('facts that a step settles stay open as well', () => {
  const law = stepWhere('weighing/hand', () => ({ settles: ['grade'], together: 'all' }));
  const says = (before: CaseFile, by: typeof chair, grade: string) =>
    caseTaken(before, 'weighing/hand', by, { facts: { grade } }, { law });
  const apart = says(says(suggested({}, { law }), clerk, 'minor'), chief, 'major');

  expect(caseEvents(apart, 'FactsSettled')).toEqual([]);
  expect(caseEvents(apart, 'DecidersDiffered')).toHaveLength(1);
  const agreed = says(says(apart, clerk, 'major'), chief, 'major');
  expect(caseEvents(agreed, 'FactsSettled')).toMatchObject([{ facts: { grade: 'major' } }]);
});
