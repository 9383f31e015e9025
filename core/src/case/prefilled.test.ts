import { expect, test } from 'vitest';
import { theCalendar } from '../access/index.ts';
import { caseAfter, caseRefusal, noCaseFile } from '../testing/case-story.ts';
import { clerk } from '../testing/index.ts';
import { kindWhere } from '../testing/kinds.ts';
import type { CaseAsk, Filled } from './index.ts';

/** Lockers whose title, team and words are those of the dossier that they belong to. */
const law = kindWhere('locker', ({ sheet }) => ({
  sheet: [
    ...sheet.map((field) => ({ ...field, prefilled: field.id === 'title' ? 'what' : field.id })),
    { id: 'member', label: { zh: '会员' }, type: 'text', required: false, personal: false, prefilled: 'member' },
  ],
}));
const open = (values: object, belongsTo: object, more: { readonly told?: true } = {}): CaseAsk => ({
  type: 'OpenCase',
  kind: 'locker',
  number: '柜-1',
  values: { ...values },
  belongsTo: { ...belongsTo },
  ...more,
});
const opened = (values: object, belongsTo: object) =>
  caseAfter(noCaseFile, open(values, belongsTo), { by: clerk, law }).dossier;

test('what is filled in beforehand comes from the dossier that it belongs to, and must be there no more', () => {
  expect(opened({}, { what: '长椅', team: 'greens' })).toMatchObject({
    title: '长椅',
    values: { title: '长椅', team: 'greens' },
  });
  expect(caseRefusal(noCaseFile, open({}, {}), { by: clerk, law })).toMatchObject({
    faults: [{ field: 'values.title', code: 'required' }],
  });
});

test('whoever opens it says otherwise, and what does not fit or is personal there stays where it is', () => {
  expect(opened({ title: '球柜' }, { what: '长椅' }).values).toEqual({ title: '球柜' });
  expect(opened({ title: '球柜' }, { team: 'office', member: { personal: 'p1' } }).values).toEqual({ title: '球柜' });
});

test('what was filled in beforehand is known as that until a person writes something else there', () => {
  const by = { by: clerk, law };
  const file = caseAfter(noCaseFile, open({}, { what: '长椅', team: 'greens' }), by);
  const filled = (values: Filled) =>
    caseAfter(file, { type: 'FillSheet', values, reason: '更正' }, by).dossier.prefilled;

  expect(file.dossier.prefilled).toEqual(['title', 'team']);
  expect(filled({ title: '球柜' })).toEqual(['team']);
  expect(filled({ title: '球柜', team: null })).toBeUndefined();
  const told = caseAfter(noCaseFile, open({ title: '球柜' }, {}, { told: true }), { by: theCalendar, law });
  expect(told.dossier.prefilled).toEqual(['title']);
  expect(opened({ title: '球柜', team: 'greens' }, { what: '长椅' }).prefilled).toBeUndefined();
});
