import { expect, test } from 'vitest';
import { compile } from './pack.ts';
import { act, slips } from '../testing/club.ts';
import { clubOf, visit } from '../testing/visit.ts';

const read = (more: object) => {
  const { pack, faults } = compile(clubOf([visit(more)]));
  expect(faults).toEqual([]);
  return pack?.policy.kinds?.[0];
};

const office = { role: 'club.office', post: '*' };

test('a kind that says little is plain, read by every office, opened by nobody, and listed in the usual way', () => {
  expect(read({})).toEqual({
    id: 'visit',
    title: { zh: '巡场', en: 'Visit' },
    clause: '§1',
    is: 'plain',
    number: '巡-{year}-{serial:3}',
    sheet: [{ id: 'where', label: { zh: '何处' }, type: 'place', required: true, personal: false }],
    titleOf: '{where:20}',
    facts: [],
    list: { columns: ['number', 'title', 'stage', 'holder', 'due'], filters: ['stage'] },
    parts: [],
    flow: [{ run: 'plan', begins: ['opened'], times: 'once' }],
    stages: [{ id: 'open', title: { zh: '进行中' }, from: ['opened'] }],
    acts: {},
    tells: [],
  });
});

const sees = { id: 'sees', on: 'closed', clause: '§1' };

test.each<[object, object]>([
  [{ is: 'problem' }, { is: 'problem' }],
  [
    { is: 'gathering', gathers: 'rounds' },
    { is: 'gathering', gathers: 'rounds' },
  ],
  [{ menu: '球场' }, { menu: { zh: '球场' } }],
  [{ opens: { by: 'club.office' } }, { opens: { by: [office], from: [] } }],
  [{ opens: { by: 'club.office', from: [{ id: 'letter', label: '来信' }] } }, { opens: { from: [{ id: 'letter' }] } }],
  [{ opens: { by: 'club.office', imports: true } }, { opens: { by: [office], imports: true } }],
  [{ opens: { by: 'club.office', ruling: 'r1' } }, { opens: { ruling: 'r1' } }],
  [{ stages: [{ id: 'open', title: '进行中', from: 'opened', ruling: 'r1' }] }, { stages: [{ ruling: 'r1' }] }],
  [{ reads: ['club.office', 'case.holder/clerk'] }, { reads: [office, { role: 'case.holder', post: 'clerk' }] }],
  [{ facts: 'court' }, { facts: ['court'] }],
  [{ list: { columns: ['where'], group: 'stage' } }, { list: { columns: ['where'], filters: [], group: 'stage' } }],
  [
    { parts: 'case.holder', holder: 'case.holder' },
    { parts: ['case.holder'], holder: 'case.holder' },
  ],
  [
    { flow: [{ run: 'plan', begins: ['opened', 'returned/plan'], ends: 'planned', times: 'many', ruling: 'r1' }] },
    { flow: [{ run: 'plan', begins: ['opened', 'returned/plan'], ends: 'planned', times: 'many', ruling: 'r1' }] },
  ],
  [
    { flow: [{ run: 'plan', begins: 'opened', when: { court: 'clay' } }] },
    { flow: [{ when: { fact: 'court', oneOf: ['clay'] } }] },
  ],
  [{ acts: { correct: act } }, { acts: { correct: { clause: '§2' } } }],
  [
    {
      acts: {
        end: { ...act, title: '结束', stages: 'open', reaches: 'ended', fills: 'where', says: true, ruling: 'r1' },
      },
    },
    { acts: { end: { title: { zh: '结束' }, stages: ['open'], reaches: 'ended', fills: ['where'], says: true } } },
  ],
  [
    { tells: [{ ...sees, open: 'visit', with: { where: 'where' }, link: 'next', when: { court: 'clay' } }] },
    { tells: [{ open: 'visit', with: { where: 'where' }, link: 'next', when: { fact: 'court', oneOf: ['clay'] } }] },
  ],
  [{ tells: [{ ...sees, open: 'visit', link: 'next' }] }, { tells: [{ with: {} }] }],
  [{ tells: [{ ...sees, reach: 'answered', linked: 'next' }] }, { tells: [{ reach: 'answered', linked: 'next' }] }],
  [{ ruling: 'r1' }, { ruling: 'r1' }],
])('the kind %j is understood', (more, model) => {
  expect(read(more)).toMatchObject(model);
});

test.each<[string, object, string]>([
  ['a subject nobody wrote code for', { is: 'sweep' }, '.is: sweep'],
  ['a gathering of nothing', { is: 'gathering' }, ': gathers'],
  ['members of what is no gathering', { gathers: 'rounds' }, ': gathers'],
  ['a number without a series', { number: '巡-{year}' }, '.number: 巡-{year}'],
  ['two series in a number', { number: '{serial}-{serial}' }, '.number: {serial}-{serial}'],
  ['a field in a number', { number: '{where}-{serial}' }, '.number: {where}-{serial}'],
  ['a brace left open', { 'title-of': '{where' }, '.title-of: {where'],
  ['a title of nothing', { 'title-of': ' ' }, '.title-of:  '],
  ['an import by half', { opens: { by: 'club.office', imports: 'some' } }, '.opens.imports: some'],
  ['opened by nobody', { opens: { by: [] } }, '.opens.by: []'],
  ['a channel without a name', { opens: { by: 'club.office', from: ['letter'] } }, '.opens.from.0: letter'],
  ['read by nobody', { reads: [] }, '.reads: []'],
  ['a list without columns', { list: { filters: ['stage'] } }, '.list: columns'],
  ['a flow of nothing', { flow: [] }, '.flow: []'],
  ['a stretch that never begins', { flow: [{ run: 'plan', begins: [] }] }, '.flow.0.begins: []'],
  ['a run by its count', { flow: [{ run: 'plan#2', begins: 'opened' }] }, '.flow.0.run: plan#2'],
  [
    'a stretch that ends in an opening',
    { flow: [{ run: 'plan', begins: 'opened', ends: 'opened' }] },
    '.flow.0.ends: opened',
  ],
  ['a stretch that runs twice', { flow: [{ run: 'plan', begins: 'opened', times: 'twice' }] }, '.flow.0.times: twice'],
  ['no stage at all', { stages: [] }, '.stages: []'],
  ['a stage that nothing brings', { stages: [{ id: 'open', title: '进行中' }] }, '.stages.0: from'],
  ['an act of nobody', { acts: { end: { clause: '§1' } } }, '.acts.end: by'],
  ['a tell that does nothing', { tells: [sees] }, '.tells.0: sees'],
  [
    'a tell that opens and moves',
    { tells: [{ ...sees, open: 'visit', link: 'next', reach: 'answered', linked: 'next' }] },
    '.tells.0: sees',
  ],
  ['a tell that opens without a link', { tells: [{ ...sees, open: 'visit' }] }, '.tells.0: sees'],
])('%s is a fault of shape', (_what, more, slip) => {
  expect(slips(clubOf([visit(more)]))).toEqual([`kinds.0${slip}`]);
});

test('a pack that says no kinds says none, and an empty list of them is a slip', () => {
  expect(compile(clubOf([visit()], { kinds: undefined })).pack?.policy).not.toHaveProperty('kinds');
  expect(slips(clubOf([]))).toEqual(['kinds: []']);
});

test('a revision of an edition has its number in the edition’s name, the first has none', () => {
  const revision = (no: number) => ({ no, changed: '改', why: '因' });
  const named = (no: number) => compile(clubOf([visit()], { revision: revision(no) })).pack?.policy.edition;

  expect([named(1), named(2)]).toEqual(['tennis/2024-01-01', 'tennis/2024-01-01.r2']);
  expect(slips(clubOf([visit()], { revision: { no: 2, changed: '改' } }))).toEqual(['revision: why']);
});

test('a part is required always, or at facts that meet a condition', () => {
  const part = (required: unknown) => ({
    'case-roles': [{ id: 'case.helper', label: '帮手', among: 'club.board', clause: '§1', required, ruling: 'r1' }],
  });

  expect(compile(clubOf([visit()], part({ when: { court: 'clay' } }))).pack?.policy.caseRoles).toMatchObject([
    { required: { when: { fact: 'court', oneOf: ['clay'] } }, ruling: 'r1' },
  ]);
  expect(slips(clubOf([visit()], part({ when: {} })))).toEqual(['case-roles.0.required.when: {}']);
});
