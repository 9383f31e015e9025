import { expect, test } from 'vitest';
import type { CaseAsk } from '../case/index.ts';
import { caseAfter, caseRefusal, offerOf, suggested } from '../testing/case-story.ts';
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

test('a part that the hand-over does not settle may be named at any time, and whoever has its step is asked anew', () => {
  const { file } = caseWalk(suggested(), openAt('building/do'));
  const builders = { 'case.builder': [{ unit: 'lights', unitName: '', person: null }] };
  const after = caseAfter(file, { type: 'AssignParts', parts: builders, reason: '换队' }, { by: chief });

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
