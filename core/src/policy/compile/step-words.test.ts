import { expect, test } from 'vitest';
import { compile } from './pack.ts';
import { club, mend, slips } from '../testing/club.ts';

const AT = 'procedures.0.routes.0.steps.0';

const read = (words: object) => {
  const { pack, faults } = compile(club([{ ...mend, ...words }]));
  expect(faults).toEqual([]);
  return pack?.policy.procedures[0]?.routes[0]?.steps[0];
};

const clerk = { role: 'club.office', post: 'clerk' };
const board = { role: 'club.board', post: '*' };
const both = { by: ['club.office/clerk', 'club.board'] };

test.each<[string, object, object]>([
  ['one seat leads', { ...both, together: { lead: 'club.board' } }, { together: { lead: board } }],
  ['an objection sends back', { dissent: 'returns' }, { dissent: 'returns' }],
  ['nobody is named to take it', { by: 'silent' }, { by: [], asks: ['who'] }],
  ['it returns to where nobody says', { 'returns-to': 'silent' }, { returnsTo: [], asks: ['where'] }],
  ['both are left open', { by: 'silent', 'returns-to': 'silent' }, { asks: ['who', 'where'] }],
  ['it fills fields', { fills: ['verdict', 'reason'] }, { fills: ['verdict', 'reason'] }],
  ['one field is enough', { fills: 'verdict' }, { fills: ['verdict'] }],
  ['its end is a milestone', { reaches: 'mended' }, { reaches: 'mended' }],
  ['several contents are bound', { binds: ['sheet', 'evidence'] }, { binds: 'sheet+evidence' }],
  ['one content is written', { writes: 'drawing' }, { writes: 'drawing' }],
])('%s', (_what, words, step) => {
  expect(read(words)).toMatchObject(step);
});

test.each<[string, object, string]>([
  ['a lead that is not among the deciding seats', { ...both, together: { lead: 'club.press' } }, ': together'],
  ['a lead without a seat', { ...both, together: { lead: true } }, '.together.lead: true'],
  ['a dissent that does something else', { dissent: 'stops' }, '.dissent: stops'],
  ['no seat and a seat at once', { by: ['silent', 'The Board'] }, '.by.1: The Board'],
  ['a field that is no id', { fills: ['the verdict'] }, '.fills.0: the verdict'],
  ['a step that fills nothing', { fills: [] }, '.fills: []'],
  ['an opening reached by a step', { reaches: 'opened' }, '.reaches: opened'],
  ['the end of a procedure reached by a step', { reaches: 'ended/plan' }, '.reaches: ended/plan'],
  ['a content that is no word', { binds: 'sheet+evidence' }, '.binds: sheet+evidence'],
  ['nothing bound', { binds: [] }, '.binds: []'],
])('%s is a fault of shape', (_what, words, slip) => {
  expect(slips(club([{ ...mend, ...words }]))).toEqual([`${AT}${slip}`]);
});

test('a step may end in one of several ways, each with the clause of the step unless it has its own', () => {
  const outcomes = [
    { id: 'fit', title: '可用', reaches: 'fit', closes: true },
    { id: 'unfit', title: '不可用', clause: '§2', next: 'mend', ruling: 'r1' },
  ];

  expect(read({ outcomes })?.outcomes).toEqual([
    { id: 'fit', title: { zh: '可用' }, clause: '§1', reaches: 'fit', closes: true },
    { id: 'unfit', title: { zh: '不可用' }, clause: '§2', next: 'mend', closes: false, ruling: 'r1' },
  ]);
});

test.each<[string, object, string]>([
  ['no way to end at all', { outcomes: [] }, '.outcomes: []'],
  ['a way without a name', { outcomes: [{ id: 'fit' }] }, '.outcomes.0: title'],
  ['a step that closes beside ways that may', { closes: true, outcomes: [{ id: 'fit', title: '可用' }] }, ': closes'],
])('%s is a fault of shape', (_what, words, slip) => {
  expect(slips(club([{ ...mend, ...words }]))).toEqual([`${AT}${slip}`]);
});

test('what is made public runs its days from its own opening, unless the plan counts from something else', () => {
  expect(read({ earliest: { id: 'shown', working: 10 } })?.earliest).toEqual({
    id: 'shown',
    title: { zh: '修补', en: 'Mend' },
    clause: '§1',
    from: 'opening',
    term: { count: 'working', days: 10, startCounted: false, roll: 'none' },
  });
  expect(read({ earliest: { id: 'shown', working: 10, from: 'mended' } })?.earliest?.from).toBe('mended');
  const extension = { times: 1, by: 'club.office/clerk', 'before-due': true, clause: '§1' };
  expect(slips(club([{ ...mend, earliest: { id: 'shown', working: 10, extension } }]))).toEqual([
    `${AT}.earliest: extension`,
  ]);
});

test('objections are entered by some, settled by others, and an upheld one leads back', () => {
  const objections = { by: 'club.office/clerk', 'settled-by': ['club.board'], 'upheld-to': 'mend' };

  expect(read({ objections })?.objections).toEqual({ by: [clerk], settledBy: [board], upheldTo: 'mend', clause: '§1' });
  expect(slips(club([{ ...mend, objections: { by: 'club.office/clerk', 'upheld-to': 'mend' } }]))).toEqual([
    `${AT}.objections: settled-by`,
  ]);
});

test('a paper is addressed to some and copied to others', () => {
  const copies = [{ to: 'club.press', when: { court: 'clay' }, ruling: 'r1' }];

  expect(read({ to: 'club.board', copies })?.copies).toEqual([
    { id: 'club.board', to: 'club.board', clause: '§1', written: false, addressed: true },
    {
      id: 'club.press',
      to: 'club.press',
      clause: '§1',
      written: false,
      when: { fact: 'court', oneOf: ['clay'] },
      ruling: 'r1',
    },
  ]);
  expect(slips(club([{ ...mend, to: ['The Board'] }]))).toEqual([`${AT}.to.0.to: The Board`]);
});

test('evidence says who brings it, per what, and whether a new round needs it anew', () => {
  const need = { kind: 'photo', by: 'club.office', per: 'measure', anew: true, ruling: 'r1' };

  expect(read({ evidence: [need] })?.evidence).toEqual([need]);
  expect(slips(club([{ ...mend, evidence: { kind: 'photo', per: 'person' } }]))).toEqual([
    `${AT}.evidence.per: person`,
  ]);
});

test('a limit runs at some facts only, and from any milestone or the opening of its step', () => {
  const limit = { id: 'soon', working: 5, from: 'opening', when: { court: 'clay' }, ruling: 'r1' };
  const from = (event: string) => read({ limit: { id: 'soon', working: 5, from: event } })?.limits[0]?.from;

  expect(read({ limit })?.limits[0]).toMatchObject({
    from: 'opening',
    when: { fact: 'court', oneOf: ['clay'] },
    ruling: 'r1',
  });
  expect(['closed', 'ended/plan', 'verified'].map((event) => from(event))).toEqual([
    'closed',
    'ended/plan',
    'verified',
  ]);
  expect(slips(club([{ ...mend, limit: { id: 'soon', working: 5, from: 'Closed!' } }]))).toEqual([
    `${AT}.limit.from: Closed!`,
  ]);
});

test('a ruling stands behind an extension, a pause and objections, as behind what they belong to', () => {
  const by = 'club.office/clerk';
  const extension = { times: 1, by, 'before-due': true, clause: '§1', ruling: 'r1' };
  const limit = { id: 'soon', working: 5, from: 'opened', extension, pause: { by, clause: '§1', ruling: 'r2' } };
  const objections = { by, 'settled-by': by, 'upheld-to': 'mend', ruling: 'r3' };

  expect(read({ limit })?.limits[0]).toMatchObject({ extension: { ruling: 'r1' }, pause: { ruling: 'r2' } });
  expect(read({ objections })?.objections).toMatchObject({ clause: '§1', ruling: 'r3' });
  expect(slips(club([{ ...mend, objections: { ...objections, ruling: 3 } }]))).toEqual([`${AT}.objections.ruling: 3`]);
});
