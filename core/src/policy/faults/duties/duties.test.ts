import { expect, test } from 'vitest';
import type { Kind, Pack, SheetField, Tell } from '../../model.ts';
import { said, unsettled } from '../../testing/checked.ts';
import { kindIn, letters, withField, withKind, withRound } from '../../testing/letters.ts';
import { seat, text } from '../../testing/library-words.ts';
import { ruling, withPolicy, withRulings, withStep } from '../../testing/plant.ts';

const [harm] = kindIn('letter').tells as readonly [Extract<Tell, { readonly open: string }>]; // the letter has one, and it opens
const withTell = (change: Partial<typeof harm>): Pack => withKind('letter', { tells: [{ ...harm, ...change }] });

test('a duty that nobody owes is found: none of those listed is in charge of a field', () => {
  expect(said(withRound({ forEach: 'field' }))).toEqual(['nobody-owes round']);
});

const sort: SheetField = {
  id: 'sort',
  label: text('类别'),
  type: 'choice',
  values: [{ id: 'maps', label: text('地图') }],
  prefilled: 'for-each',
  required: false,
  personal: false,
};
const eachField = withRound({ forEach: { of: 'fields' } });
const holding = (field: Partial<SheetField>, pack: Pack = eachField): Pack =>
  withKind('round-return', { sheet: [...kindIn('round-return').sheet, { ...sort, ...field }] }, pack);

test('a duty may be owed by every unit for each row of a table, and its return holds which', () => {
  expect(said(eachField)).toEqual([]);
  expect(said(holding({}))).toEqual([]);
  expect(said(withRound({ forEach: { of: 'moon' } }))).toEqual(['unknown-name round, moon']);
  // the word for the table is `fields`
  expect(said(withRound({ forEach: { of: 'field' } }))).toEqual(['unknown-name round, field']);
});

test.each<[string, Pack]>([
  ['where no duty is owed for each of anything', holding({}, letters)],
  ['of another type', holding({ type: 'text', values: undefined })],
  ['of another table', holding({ values: [{ id: 'globes', label: text('地球仪') }] })],
  ['that a step writes', holding({ by: 'filing/fill' })],
])('a field that is to hold what a return is owed for is found %s', (_what, pack) => {
  expect(said(pack)).toContain('unknown-field round-return, sort, for-each');
});

test('what a return is owed for is known from its opening, with nothing to report too', () => {
  const asking = (pack: Pack): readonly string[] =>
    said(withPolicy(withKind('round-return', { facts: ['sort'], flow: branching }, pack), {})).filter((fault) =>
      /unknown-fact|too-early|part-empty/.test(fault),
    );
  const branching = [
    { run: 'filing', begins: ['opened'], times: 'once', when: { fact: 'sort', oneOf: ['maps'] } },
  ] as const;

  expect(asking(holding({}))).toEqual([]);
  expect(asking(holding({ prefilled: undefined }))).not.toEqual([]);
});

test('a share is owed for what is drawn, and for no table beside', () => {
  const share = { covers: { sample: 30, atLeast: 1, of: 'letter' }, forEach: { of: 'fields' } } as const;
  expect(said(withRound(share))).toContain('shape round, for-each');
});

test('a unit that owes a return and may not play the part of whoever files it is found', () => {
  expect(said(withRound({}, { by: ['branch', 'archive'] }))).toEqual(['nobody-owes round, case.filer, archive']);
});

const nobodyFiles = ['fill', 'settle'].map((step) => `part-empty filing-way, ${step}, case.filer, round-return`);

test.each<[string, Parameters<typeof withRound>[0], readonly string[]]>([
  [
    'a kind that is not there',
    { files: 'ghost' },
    ['never-opened round-return', 'unknown-name round, ghost', ...nobodyFiles],
  ],
  [
    'a part that the kind lacks',
    { filer: 'case.holder' },
    ['unknown-name round, case.holder', ...nobodyFiles, 'dead-end round, round-return, case.holder'],
  ],
  ['a gathering of another duty', { gathers: 'letter' }, ['never-opened round-list', 'unknown-name round, letter']],
  [
    'a share of a kind that is not there',
    { covers: { sample: 30, atLeast: 1, of: 'ghost' } },
    ['unknown-name round, ghost'],
  ],
])('a duty that names %s is found', (_what, change, faults) => {
  expect(said(withRound(change))).toEqual(faults);
});

test.each<[string, Parameters<typeof withRound>[0], readonly string[]]>([
  [
    '20 working days after the month',
    { due: { on: 'after', count: 'working', days: 20, roll: 'none' } },
    ['window-overlaps round'],
  ],
  ['19 working days after the month', { due: { on: 'after', count: 'working', days: 19, roll: 'none' } }, []],
  ['28 days before a day of every month', { opensBefore: 28 }, ['window-overlaps round']],
  ['27 days before a day of every month', { opensBefore: 27 }, []],
  [
    'half a year and more before two days of the year',
    {
      every: { every: 'yearly', days: ['--05-06', '--11-06'] },
      due: { on: 'day', inclusive: true, roll: 'none' },
      opensBefore: 184,
    },
    ['window-overlaps round'],
  ],
  [
    'a month before two days of the year',
    {
      every: { every: 'yearly', days: ['--05-06', '--11-06'] },
      due: { on: 'day', inclusive: true, roll: 'none' },
      opensBefore: 30,
    },
    [],
  ],
])('a window of %s', (_what, change, faults) => {
  expect(said(withRound(change))).toEqual(faults);
});

test('a return that the duty has confirmed, and that no step behind its filing confirms, is found', () => {
  expect(said(withRound({ confirmedBy: seat('desk/clerk') }))).toEqual(['dead-end round, filing-way, desk']);
  expect(said(withStep(letters, 'filing-way', 'confirm', { returnsTo: [] }))).toContain(
    'no-refusal filing-way, confirm, round',
  );
});

test('whoever owes a return does not confirm it, nor does the house he sits in', () => {
  expect(said(withRound({ confirmedBy: seat('branch/head') }))).toContain('judges-own round, branch');
  const housed = letters.units.map((each) => (each.id === 'desk' ? { ...each, within: 'east' } : each));
  expect(said({ ...letters, units: housed })).toContain('judges-own round, desk');
});

test('a check of dossiers that whoever checks may have himself is found, and a ruling may answer it', () => {
  const own = withRound({ covers: { sample: 50, atLeast: 1, of: 'round-return' } });

  expect(said(own)).toEqual(['judges-own round, round-return']);
  expect(said(withRulings(own, ruling('R1', [{ kind: 'judges-own', about: ['round-return'] }])))).toEqual([]);
});

test('a department that may not play the part that falls to it by default is found', () => {
  const [holder] = letters.policy.caseRoles;
  const lead = {
    ...holder!,
    id: 'case.lead',
    label: text('牵头'),
    required: false,
    byDefault: 'field-department' as const,
  };
  const parts = [...kindIn('letter').parts, 'case.lead'];
  const played = (office: string): Pack =>
    withPolicy(withKind('letter', { parts }), {
      caseRoles: [...letters.policy.caseRoles, { ...lead, among: [office] }],
    });

  expect(said(played('archive'))).toEqual(['in-charge-astray maps, bindery, case.lead']);
  expect(said(played('bindery'))).toEqual([]);
});

test('nobody is reminded before there is anything to file', () => {
  expect(said(withRound({ reminds: 33 }))).toEqual(['shape round, reminds']);
  expect(said(withRound({ reminds: 5 }))).toEqual([]);
  expect(said(withRound({ every: { every: 'week' }, reminds: 30 }))).toContain('shape round, reminds');
  expect(said(withRound({ opensBefore: 10, reminds: 11 }))).toEqual(['shape round, reminds']);
});

test('dossiers that open each other without end are found once', () => {
  const problem: Kind = {
    ...kindIn('problem'),
    tells: [{ id: 'back', on: 'closed', clause: '§7', open: 'letter', with: { what: 'title' }, link: 'source' }],
  };

  expect(said(withKind('problem', problem)).filter((fault) => fault.startsWith('tell'))).toEqual([
    'tell-loops letter, problem, harm, back',
  ]);
  // nobody is named in a dossier that another one opens
  expect(said(withTell({ open: 'letter', with: { what: 'what' } }))).toEqual([
    'tell-loops letter, harm',
    'part-empty answering-way, answer, case.answerer, letter',
  ]);
});

test('dossiers that tell each other round in one act are found; one that a person stands between is not', () => {
  const back = (on: string): Kind => ({
    ...kindIn('problem'),
    stages: [...kindIn('problem').stages, { id: 'heard', title: kindIn('letter').title, from: ['answered'] }],
    tells: [{ id: 'back', on, clause: '§7', reach: 'answered', linked: 'source' }],
  });
  const hears: Kind = {
    ...kindIn('letter'),
    tells: [...kindIn('letter').tells, { id: 'on', on: 'answered', clause: '§7', reach: 'answered', linked: 'source' }],
  };
  const loops = (on: string) =>
    said(withKind('problem', back(on), withKind('letter', hears))).filter((fault) => fault.startsWith('tell-loops'));

  expect(loops('answered')).toEqual(['tell-loops letter, problem, on, back']);
  expect(loops('closed')).toEqual([]);
});

test('a tell that leaves a required field of the new dossier empty is found', () => {
  expect(said(withTell({ with: {} }))).toEqual(['tell-unfilled letter, harm, problem, title']);
});

test('a tell that takes a required field from one that may be empty is found, unless it is sent just where that one is filled', () => {
  const optional = withField('letter', 'what', { required: false });
  const whenHarm = withField('letter', 'what', { required: { when: harm.when! } });

  expect(said(optional)).toEqual(['tell-unfilled letter, harm, problem, title']);
  expect(said(whenHarm)).toEqual([]);
});

test('a tell that puts a place where words belong is found', () => {
  expect(said(withTell({ with: { title: 'what', description: 'where' } }))).toEqual([
    'tell-unfilled letter, harm, problem, description',
  ]);
  expect(said(withTell({ with: { title: 'what', place: 'where' } }))).toEqual([]);
});

test('what only a unit outside could enter has nobody to enter it', () => {
  const outside = seat('city.library/expert');

  expect(said(withRound({ confirmedBy: outside }))).toContain('post-unheld round, city.library');
  expect(said(withKind('letter', { opens: { by: [outside], from: [] } }))).toContain(
    'post-unheld letter, city.library',
  );
  const acts = { ...kindIn('letter').acts, correct: { clause: '§7', by: [outside] } };
  expect(unsettled(withKind('letter', { acts }))).toMatchObject([
    { kind: 'post-unheld', about: ['letter / correct', 'city.library'], path: ['kinds', 2, 'acts', 'correct', 'by'] },
  ]);
});
