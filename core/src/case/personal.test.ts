import { expect, test } from 'vitest';
import { contentDigest, keptApart, personalIn, stillKept } from './index.ts';
import { prefilled } from './sheet.ts';
import { caseAfter, caseEvents, caseRefusal, offerOf, suggested } from '../testing/case-story.ts';
import { chief, surveyor } from '../testing/index.ts';
import { lockerSheet } from '../testing/kind-sheets.ts';
import { kindsLaw } from '../testing/kinds.ts';
import { MONDAY } from '../testing/walk.ts';

const kept = suggested({ member: { personal: 'p1' } });
const corrected = caseAfter(kept, { type: 'FillSheet', values: { member: { personal: 'p2' } }, reason: '记错了' });
const show = { type: 'ShowPersonal', field: 'member', reason: '回访' } as const;
const erase = { type: 'ErasePersonal', ids: ['p2'], reason: '本人要求', basis: '某法第四条（演示）' } as const;
const faultsOf = (refused: ReturnType<typeof caseRefusal>) =>
  refused?.code === 'bad-input' ? refused.faults.map(({ field, code }) => `${field} ${code}`) : refused;

test('a sheet names what it keeps apart by ids, in rows of its tables too', () => {
  const rows = [{ name: { personal: 'a' }, said: '在场' }, { name: { personal: 'b' } }];
  expect(personalIn({ what: '椅', member: { personal: 'c' }, asked: ['personal'], witnesses: rows })).toEqual([
    { id: 'c', field: 'member' },
    { id: 'a', field: 'witnesses.name' },
    { id: 'b', field: 'witnesses.name' },
  ]);
  expect(suggested().dossier).not.toHaveProperty('apart');
});

test('what a correction replaces is still kept: nothing goes in silence', () => {
  expect(stillKept(corrected.dossier).map(({ id }) => id)).toEqual(['p1', 'p2']);
});

test('to see it is an act of whom the plan names, with a reason, and the record says nothing of what was seen', () => {
  const seen = caseAfter(kept, show);

  expect(caseEvents(seen, 'PersonalShown')).toMatchObject([{ field: 'member', reason: '回访', clause: '§1' }]);
  expect(JSON.stringify(caseEvents(seen, 'PersonalShown'))).not.toContain('p1');
  expect(seen.dossier).toEqual(kept.dossier);
  expect(caseRefusal(kept, show, { by: surveyor })).toMatchObject({ obstacle: { code: 'wrong-seat' } });
  expect(faultsOf(caseRefusal(kept, { ...show, reason: ' ' }))).toEqual(['reason required']);
  expect(faultsOf(caseRefusal(kept, { ...show, field: 'what' }))).toEqual(['field unknown']);
});

test('where nothing is kept of anybody there is nothing to see or to erase', () => {
  expect(caseRefusal(suggested(), show)).toMatchObject({ obstacle: { code: 'nothing-to-do' } });
  expect(offerOf(suggested(), 'ShowPersonal')).toBeUndefined();
  expect(offerOf(kept, 'ShowPersonal')).toMatchObject({ obstacle: null, clause: '§1', needs: { reason: true } });
});

test('an erasure says by which law, takes what was there before with it, and unmakes no approval', () => {
  const gone = caseAfter(corrected, erase, { by: chief });

  expect(caseEvents(gone, 'PersonalErased')).toMatchObject([
    { ids: ['p1', 'p2'], fields: ['member'], basis: '某法第四条（演示）' },
  ]);
  expect(keptApart(gone.dossier).map(({ erasedOn }) => erasedOn)).toEqual([MONDAY, MONDAY]);
  expect(contentDigest(gone.dossier, 'sheet', kindsLaw)).toBe(contentDigest(corrected.dossier, 'sheet', kindsLaw));
  expect(caseRefusal(gone, show)).toMatchObject({ obstacle: { code: 'nothing-to-do' } });
});

test('it is erased by whom the plan names, for a reason and by a law, and once', () => {
  const asked = { ...erase, ids: [], reason: '', basis: '' };
  expect(caseRefusal(corrected, erase)).toMatchObject({ obstacle: { code: 'wrong-seat' } });
  expect(faultsOf(caseRefusal(corrected, asked, { by: chief }))).toEqual([
    'reason required',
    'basis required',
    'ids required',
  ]);
  const again = caseAfter(caseAfter(corrected, erase, { by: chief }), {
    type: 'FillSheet',
    values: { member: { personal: 'p3' } },
    reason: '重新登记',
  });
  expect(faultsOf(caseRefusal(again, erase, { by: chief }))).toEqual(['ids unknown']);
});

test('a table that names people is handed on to no other dossier, nor filled in beforehand', () => {
  const name = { ...lockerSheet[0]!, id: 'name', personal: true };
  const table = { ...lockerSheet[0]!, id: 'items', type: 'rows' as const, columns: [name], prefilled: 'items' };
  const kind = { ...kindsLaw.policy.kinds!.find(({ id }) => id === 'locker')!, sheet: [table] };
  const around = { law: kindsLaw, on: MONDAY };

  expect(prefilled(kind, {}, { items: [row('a')] }, around)).toEqual({});
  expect(
    prefilled(
      { ...kind, sheet: [{ ...table, columns: [{ ...name, personal: false }] }] },
      {},
      { items: [{ name: '某' }] },
      around,
    ),
  ).toEqual({ items: [{ name: '某' }] });
});

test('the name of one witness goes without those of the others', () => {
  const two = { ...kept, dossier: { ...kept.dossier, values: {}, apart: ['a', 'b'].map(witness) } };
  const named = { ...two, dossier: { ...two.dossier, values: { items: [row('a'), row('b')] } } };

  expect(caseEvents(caseAfter(named, { ...erase, ids: ['a'] }, { by: chief }), 'PersonalErased')).toMatchObject([
    { ids: ['a'] },
  ]);
});

const witness = (id: string) => ({ id, field: 'items.name', erasedOn: null });
const row = (id: string) => ({ name: { personal: id } });
