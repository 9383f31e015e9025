import { expect, test } from 'vitest';
import type { SheetValue } from '../policy/index.ts';
import { caseAfter, caseEvents, caseRefusal, noCaseFile, suggested } from '../testing/case-story.ts';
import { caseTaken, caseWalk, openAt } from '../testing/case-walk.ts';
import { clerk, foreman } from '../testing/index.ts';

const file = { id: 'f1', name: '图纸.pdf', digest: 'd1', size: 3 };
const sound: readonly (readonly [string, SheetValue])[] = [
  ['what', '添两张长椅'],
  ['about', 'court'],
  ['weight', 12.5],
  ['cost', 129_900],
  ['since', '2030-02-28'],
  ['seen-at', '2030-03-01T09:30'],
  ['urgent', false],
  ['wishes', ['shade', 'light']],
  ['team', 'greens'],
  ['asked', ['keepers', 'treasury']],
  ['keeper', { id: 'p1', name: '某人（演示）' }],
  ['coach', { id: 'p2', name: '某人（演示）', unit: 'greens' }],
  ['member', { personal: 'p1' }],
  ['where', { words: '一号场', point: [99.18, 24.72] }],
  ['drawings', [file]],
  ['earlier', { dossier: 's1', number: '建议-2030-000', title: '旧建议' }],
  ['items', [{ thing: '长椅', pieces: 2 }, { thing: '遮阳棚' }]],
];

test('a sheet holds a value of every type and gives it back as it came', () => {
  const values = Object.fromEntries(sound);
  const { dossier } = suggested(values);
  expect(dossier.values).toEqual(values);
  expect(dossier.facts).toEqual({ about: 'court', urgent: 'no' });
});

const place = { about: 'court', where: { words: '一号场' } };
const opening = (values: object) => {
  const all = { what: '添两张长椅', about: 'bar', ...values };
  const ask = { type: 'OpenCase', kind: 'suggestion', number: '建议-1', values: all, from: 'desk' } as const;
  const refused = caseRefusal(noCaseFile, ask);
  return refused?.code === 'bad-input' ? refused.faults.map((fault) => `${fault.field} ${fault.code}`) : refused;
};

test.each<readonly [string, object, string]>([
  ['a text that does not fit', { what: '长'.repeat(61) }, 'values.what too-long'],
  ['a text that must be there', { what: '' }, 'values.what required'],
  ['a choice that the kind does not know', { about: 'pool' }, 'values.about unknown'],
  ['more decimals than it counts', { weight: 1.25 }, 'values.weight malformed'],
  ['too little', { weight: 0.4 }, 'values.weight too-small'],
  ['too much', { weight: 40.5 }, 'values.weight too-large'],
  ['money that is no whole fen', { cost: 1.5 }, 'values.cost malformed'],
  ['a day that no year has', { since: '2030-02-30' }, 'values.since malformed'],
  ['an instant without its hour', { 'seen-at': '2030-03-01' }, 'values.seen-at malformed'],
  ['yes said in words', { urgent: 'yes' }, 'values.urgent malformed'],
  ['one of several choices that is none', { wishes: ['shade', 'snow'] }, 'values.wishes.1 unknown'],
  ['a unit that may not be named here', { team: 'keepers' }, 'values.team unknown'],
  ['more units than it holds', { asked: ['keepers', 'treasury', 'office'] }, 'values.asked too-long'],
  ['a choice made twice', { wishes: ['shade', 'shade'] }, 'values.wishes malformed'],
  [
    'a telephone that nobody can dial',
    { keeper: { id: 'p1', name: '某人', phone: '问村委会' } },
    'values.keeper no-telephone',
  ],
  [
    'digits that are too many',
    { keeper: { id: 'p1', name: '某人', phone: '1'.repeat(30) } },
    'values.keeper no-telephone',
  ],
  ['a person without a name', { keeper: { id: 'p1' } }, 'values.keeper required'],
  [
    'somebody who sits elsewhere',
    { coach: { id: 'p2', name: '某人（演示）', unit: 'keepers' } },
    'values.coach unknown',
  ],
  [
    'somebody of whom nobody knows where he sits',
    { coach: { id: 'p2', name: '某人（演示）' } },
    'values.coach unknown',
  ],
  ['a name that nobody has looked up', { coach: { name: '某人（演示）', unit: 'greens' } }, 'values.coach unknown'],
  ['what is personal in the open', { member: { name: '某人（演示）' } }, 'values.member malformed'],
  [
    'words beside the id of what is kept apart',
    { member: { personal: 'p1', name: '某人' } },
    'values.member malformed',
  ],
  ['a point that is nowhere', { ...place, where: { words: '场', point: [200, 0] } }, 'values.where malformed'],
  ['a place in a township that there is not', { where: { words: '场', township: 'x' } }, 'values.where unknown'],
  ['a file without its digest', { drawings: [{ id: 'f', name: 'x', size: 1 }] }, 'values.drawings.0 required'],
  ['a reference to nothing', { earlier: { dossier: '' } }, 'values.earlier required'],
  ['a row without what it must have', { items: [{ pieces: 1 }] }, 'values.items.0.thing required'],
  ['a column that there is not', { items: [{ thing: '椅', price: 1 }] }, 'values.items.0.price unknown'],
  ['a figure that the program counts itself', { votes: 3 }, 'values.votes unknown'],
  ['a field that there is not', { colour: 'red' }, 'values.colour unknown'],
  ['a field that only a step writes', { verdict: 'good' }, 'values.verdict unknown'],
])('nothing is opened on %s', (_says, values, fault) => {
  expect(opening(values)).toContain(fault);
});

test('a field is demanded at the facts that it names, and where they are unknown it is not', () => {
  expect(opening({ about: 'court' })).toEqual(['values.where required']);
  expect(opening({ about: undefined })).toBeNull();
});

test('a field that is written at one step is written there, by whoever has it, and by no correction', () => {
  const { file: weighing, on } = caseWalk(suggested(), openAt('weighing/weigh'));
  const weighed = caseWalk(weighing, ({ values }) => values['verdict'] !== undefined, { on });
  expect(caseEvents(weighed.file, 'SheetFilled').at(-1)).toMatchObject({
    at: 'weighing/weigh',
    values: { verdict: 'good' },
  });
  const correct = { type: 'FillSheet', values: { verdict: 'bad' }, reason: '改判' } as const;
  expect(caseRefusal(weighed.file, correct, { on: weighed.on })).toMatchObject({
    faults: [{ field: 'values.verdict', code: 'unknown' }],
  });
});

test('what was entered wrongly is corrected with a reason by whom the rules name; an emptied field is unknown again', () => {
  const opened = suggested({ urgent: true, cost: 100 });
  const correct = { type: 'FillSheet', values: { cost: null, what: '添三张长椅' }, reason: '写错' } as const;
  const corrected = caseAfter(opened, correct);

  expect(corrected.dossier.values).toEqual({ what: '添三张长椅', about: 'bar', urgent: true });
  expect(corrected.dossier.title).toBe('添三张长椅');
  expect(caseRefusal(opened, { ...correct, reason: '' })).toMatchObject({
    faults: [{ field: 'reason', code: 'required' }],
  });
  expect(caseRefusal(opened, { ...correct, values: { what: null } })).toMatchObject({
    faults: [{ field: 'values.what', code: 'required' }],
  });
  const handed = caseTaken(opened, 'weighing/hand', clerk);
  expect(caseRefusal(handed, correct, { by: foreman })).toMatchObject({ obstacle: { code: 'wrong-seat' } });
});

test.each([
  '13800001234',
  '138 0000 1234',
  '0875-8120000',
  '（0875）8120000转601',
  '１３８００００１２３４',
  '+86 13800001234',
  '12369',
  '8120000、8120001',
])('a telephone is taken as people write it: %s', (phone) => {
  expect(opening({ keeper: { id: 'p1', name: '某人（演示）', phone } })).toBeNull();
});
