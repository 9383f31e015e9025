import { expect, test } from 'vitest';
import { caseLines, type Case, type CaseAsk } from '../case/index.ts';
import { toldByAct } from '../notification/index.ts';
import { caseAfter, caseRefusal, offerOf, suggested, type CaseFile } from '../testing/case-story.ts';
import { caseTaken, caseWalk, openAt } from '../testing/case-walk.ts';
import { chief, clerk } from '../testing/index.ts';
import { caseChoices } from '../testing/case-values.ts';
import { kindWhere, kindsLaw } from '../testing/kinds.ts';
import { owedBy } from '../testing/returns.ts';

/** Suggestions with one part, whose unit changes by the hand-over alone. */
const law = kindWhere('suggestion', () => ({ parts: ['case.answerer'] }));
const assigned = (unit: string): CaseAsk => ({
  type: 'AssignParts',
  parts: { 'case.answerer': [{ unit, unitName: '', person: { name: '新人（演示）' } }] },
  reason: '换人',
});
const named = { parts: { 'case.answerer': [{ unit: 'greens', unitName: '', person: null }] } };

test('where nobody plays a part yet and the hand-over names who does, there is nothing to name before it', () => {
  const file = suggested({}, { law });

  expect(offerOf(file, 'AssignParts', null, { by: chief, law })?.obstacle).toEqual({ code: 'nothing-to-do' });
  expect(caseRefusal(file, assigned('greens'), { by: chief, law })).toMatchObject({
    obstacle: { code: 'nothing-to-do' },
  });
});

test('once handed over another person of the same unit may be named, and no other unit', () => {
  const file = caseTaken(suggested({}, { law }), 'weighing/hand', clerk, named, { law });

  expect(offerOf(file, 'AssignParts', null, { by: chief, law })?.obstacle).toBeNull();
  expect(caseAfter(file, assigned('greens'), { by: chief, law }).dossier.parts['case.answerer']).toMatchObject([
    { unit: 'greens', person: { name: '新人（演示）' } },
  ]);
  expect(caseRefusal(file, assigned('nets'), { by: chief, law })).toMatchObject({
    faults: [{ field: 'parts.case.answerer', code: 'not-yours' }],
  });
});

const lights = { 'case.builder': [{ unit: 'lights', unitName: '', person: null }] };
const otherBuilder: CaseAsk = { type: 'AssignParts', parts: lights, reason: '换队' };
const desk = ({ dossier }: CaseFile) => ({ dossier, lines: caseLines(dossier, kindsLaw) });

test('a part that the hand-over does not settle may be named at any time: its line goes to others, who are told, and to nobody else', () => {
  const { file } = caseWalk(suggested(), openAt('building/do'));
  const after = caseAfter(file, otherBuilder, { by: chief });

  expect(after.dossier.tasks.map(({ id, unit }) => [id, unit])).toEqual([
    ['building/do/1/0', 'greens'],
    ['building/do/1/2', 'lights'],
  ]);
  // nothing came back: it is no new round, and its limits run as they did
  expect(after.dossier.runs['building']?.round).toBe(1);
  expect(after.dossier.clocks).toEqual(file.dossier.clocks);
  expect(toldByAct(desk(file), desk(after), kindsLaw)).toMatchObject([
    { occasion: 'assigned', about: 'building/do/1/2', to: [{ unit: 'lights' }] },
  ]);
});

test('where somebody has answered, what he answered was with those who sat there then: all are asked once more', () => {
  const answered = ({ runs }: Case): boolean => runs['building']?.acts.length === 1;
  const half = caseWalk(suggested(), answered).file;
  expect(half.dossier.tasks.map(({ step }) => step)).toEqual(['do']);
  const after = caseAfter(half, otherBuilder, { by: chief });

  expect(after.dossier.tasks.map(({ unit }) => unit)).toEqual(['greens', 'lights']);
  expect(after.dossier.runs['building']?.round).toBe(2);
});

test('nobody is named for the work who alone would judge it: the dossier would wait for ever', () => {
  const returns = caseWalk(owedBy('nets', kindsLaw, 30), openAt('round/check')).file;
  const filer = (unit: string): CaseAsk => ({
    type: 'AssignParts',
    parts: { 'case.filer': [{ unit, unitName: '', person: null }] },
    reason: '换队',
  });

  expect(caseRefusal(returns, filer('office'), { by: chief })).toMatchObject({
    faults: [{ field: 'parts.case.filer', code: 'judges-it' }],
  });
  const after = caseAfter(returns, filer('greens'), { by: chief });
  expect(offerOf(after, 'TakeStep', 'round/check/1/0', { by: clerk })?.obstacle).toBeNull();
});

test('… also before the work is handed in, while the step that judges it is still to come', () => {
  const returns = owedBy('nets', kindsLaw, 30);
  const office = { 'case.filer': [{ unit: 'office', unitName: '', person: null }] };

  expect(caseRefusal(returns, { type: 'AssignParts', parts: office, reason: '换队' }, { by: chief })).toMatchObject({
    faults: [{ field: 'parts.case.filer', code: 'judges-it' }],
  });
});

test('where the plan names nobody who decides, naming others for the work is no hindrance', () => {
  const { file } = caseWalk(suggested(), openAt('refusing/answer'), { choices: { ...caseChoices, verdict: 'bad' } });
  const builders = { 'case.builder': [{ unit: 'lights', unitName: '', person: null }] };

  expect(caseRefusal(file, { type: 'AssignParts', parts: builders, reason: '换队' }, { by: chief })).toBeNull();
});
