import { expect, test } from 'vitest';
import { theCalendar } from '../access/index.ts';
import type { CaseRole, Kind } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { caseAfter, caseRefusal, noCaseFile, offerOf, suggested } from '../testing/case-story.ts';
import { caseTaken, caseWalk, openAt } from '../testing/case-walk.ts';
import { caseChoices } from '../testing/case-values.ts';
import { clerk, holderOf } from '../testing/index.ts';
import { kindWhere, withPolicy } from '../testing/kinds.ts';
import { fields, text } from '../testing/words.ts';

const part = (unit: string) => ({ unit, unitName: '', person: null });
const withRole = (id: string, change: Partial<CaseRole>, law?: Law): Law =>
  withPolicy(
    (policy) => ({
      ...policy,
      caseRoles: policy.caseRoles.map((role) => (role.id === id ? { ...role, ...change } : role)),
    }),
    law,
  );

test('what a person opens says by which channel it came in; what a tell opens came in by none', () => {
  const law = kindWhere('locker', () => ({
    opens: { by: [{ role: 'office', post: 'clerk' }], from: [{ id: 'desk', label: { zh: '前台' } }] },
  }));
  const open = { type: 'OpenCase', kind: 'locker', number: '柜-1', values: { title: '一号柜' } } as const;

  expect(caseRefusal(noCaseFile, open, { law })).toMatchObject({ faults: [{ field: 'from', code: 'required' }] });
  expect(caseRefusal(noCaseFile, { ...open, from: 'moon' }, { law })).toMatchObject({
    faults: [{ field: 'from', code: 'unknown' }],
  });
  expect(caseAfter(noCaseFile, { ...open, told: true }, { by: theCalendar, law }).dossier.from).toBeNull();
});

test('whoever opens it plays the part by default, unless somebody is named for it', () => {
  const among = { among: ['office'], required: true, byDefault: 'opener' } as const;
  const law = withRole(
    'case.checker',
    among,
    kindWhere('locker', () => ({ parts: ['case.checker'] })),
  );
  const open = { type: 'OpenCase', kind: 'locker', number: '柜-1', values: { title: '一号柜' } } as const;

  expect(caseAfter(noCaseFile, open, { law }).dossier.parts).toMatchObject({ 'case.checker': [{ unit: 'office' }] });
  const named = { ...open, parts: { 'case.checker': [part('archive')] } };
  const other = withRole('case.checker', { among: ['office', 'archive'] }, law);
  expect(caseAfter(noCaseFile, named, { law: other }).dossier.parts).toMatchObject({
    'case.checker': [{ unit: 'archive' }],
  });
});

test('whoever has the dossier plays a part by default, unless somebody is named for it', () => {
  const law = withRole('case.builder', { byDefault: 'holder' });
  const handed = (players: object) =>
    caseTaken(suggested({}, { law }), 'weighing/hand', clerk, { parts: { ...players } }, { law }).dossier.parts;

  expect(handed({ 'case.answerer': [part('greens')] })).toMatchObject({ 'case.builder': [{ unit: 'greens' }] });
  expect(handed({ 'case.answerer': [part('greens')], 'case.builder': [part('nets')] })).toMatchObject({
    'case.builder': [{ unit: 'nets' }],
  });
});

/** Lockers that say in which field they lie: the department in charge checks them, and whoever checks one also clears it up. */
const lockersIn = (more: Partial<Kind> = {}): Law =>
  withRole(
    'case.builder',
    { among: ['department'], byDefault: 'holder' },
    withRole(
      'case.checker',
      { required: true, byDefault: 'field-department' },
      kindWhere('locker', ({ sheet }) => ({
        sheet: [
          ...sheet,
          { id: 'field', label: text('领域'), type: 'choice', values, required: false, personal: false },
        ],
        facts: ['field'],
        parts: ['case.checker', 'case.builder'],
        holder: 'case.checker',
        ...more,
      })),
    ),
  );
const values = fields.map(({ id, label }) => ({ id, label }));
const lies = (field: string) =>
  ({ type: 'OpenCase', kind: 'locker', number: '柜-1', values: { title: '一号柜', field } }) as const;

test('whoever is in charge of the field plays a part from the opening on, and so does who has the dossier by that', () => {
  const law = lockersIn();
  const { parts } = caseAfter(noCaseFile, lies('grass'), { law }).dossier;

  expect(parts).toMatchObject({ 'case.checker': [{ unit: 'treasury' }], 'case.builder': [{ unit: 'treasury' }] });
  const { field: _unsaid, ...bare } = lies('grass').values;
  expect(caseRefusal(noCaseFile, { ...lies('grass'), values: bare }, { law })).toMatchObject({
    faults: [
      { field: 'parts.case.builder', code: 'required' },
      { field: 'parts.case.checker', code: 'required' },
    ],
  });
});

test('what a tell opens has its players by default where the field says who; the unit that acted elsewhere plays nothing', () => {
  const told = { ...lies('clay'), told: true } as const;
  expect(caseAfter(noCaseFile, told, { by: theCalendar, law: lockersIn() }).dossier.parts).toMatchObject({
    'case.checker': [{ unit: 'keepers' }],
  });
  const law = withRole('case.checker', { among: ['office'], byDefault: 'opener' }, lockersIn());
  expect(caseAfter(noCaseFile, told, { law }).dossier.parts).toEqual({});
});

test('at a hand-over the field that is filled in just there says who plays a part by default', () => {
  const law = withRole('case.checker', { required: true, byDefault: 'field-department' });
  const asking = withPolicy(
    (policy) => ({
      ...policy,
      kinds: policy.kinds!.map((kind) =>
        kind.id === 'suggestion'
          ? {
              ...kind,
              sheet: [
                ...kind.sheet,
                {
                  id: 'field',
                  label: text('领域'),
                  type: 'choice',
                  values,
                  required: true,
                  personal: false,
                  by: 'weighing/hand',
                },
              ],
              facts: [...kind.facts, 'field'],
            }
          : kind,
      ),
    }),
    law,
  );
  const file = suggested({}, { law: asking });
  const handed = { parts: { 'case.answerer': [part('greens')], 'case.builder': [part('nets')] } };

  expect(
    caseTaken(file, 'weighing/hand', clerk, { ...handed, values: { field: 'grass' } }, { law: asking }).dossier.parts,
  ).toMatchObject({ 'case.checker': [{ unit: 'treasury' }] });
});

test('several units play a part that is for many, one alone any other', () => {
  const file = suggested();
  const handing = (answerers: readonly string[], builders: readonly string[]) => ({
    type: 'TakeStep' as const,
    task: 'weighing/hand/1/0',
    parts: { 'case.answerer': answerers.map(part), 'case.builder': builders.map(part) },
  });

  expect(caseAfter(file, handing(['greens'], ['nets', 'lights'])).dossier.parts['case.builder']).toHaveLength(2);
  expect(caseRefusal(file, handing(['greens', 'nets'], ['nets']))).toMatchObject({
    faults: [{ field: 'parts.case.answerer', code: 'malformed' }],
  });
  expect(caseRefusal(file, handing(['office'], ['nets']))).toMatchObject({
    faults: [{ field: 'parts.case.answerer', code: 'unknown' }],
  });
});

test('whoever signs along fills in nothing of what the step fills', () => {
  const { file, on } = caseWalk(suggested(), openAt('weighing/weigh'));
  const along = file.dossier.tasks.find(({ part: of }) => of === 'co-sign')!;
  const head = holderOf('keepers/head');

  expect(offerOf(file, 'TakeStep', along.id, { by: head, on })?.needs.values).toEqual([]);
  expect(caseTaken(file, 'weighing/weigh', head, {}, { on, choices: caseChoices }).dossier.values['verdict']).toBe(
    undefined,
  );
});

test('an act of the pack’s own that names no stage is done in an open dossier alone', () => {
  const law = kindWhere('locker', ({ acts }) => ({
    acts: { ...acts, note: { clause: '§9', by: [{ role: 'office', post: 'clerk' }], says: true } },
  }));
  const open = { type: 'OpenCase', kind: 'locker', number: '柜-1', values: { title: '一号柜' } } as const;
  const filled = caseTaken(caseAfter(noCaseFile, open, { law }), 'storing/store', clerk, {}, { law });
  const heard = caseAfter(filled, { type: 'DoAct', act: 'hear' }, { by: holderOf('office/chief'), law });
  const closed = caseTaken(heard, 'clearing/clear', clerk, {}, { law });
  const note = { type: 'DoAct', act: 'note', text: '钥匙在前台' } as const;

  expect(caseRefusal(filled, note, { law })).toBeNull();
  expect(caseRefusal(closed, note, { law })).toMatchObject({ obstacle: { code: 'closed' } });
});
