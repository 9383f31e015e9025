import { expect, test } from 'vitest';
import type { Kind, Pack } from '../../model.ts';
import { said, unsettled } from '../../testing/checked.ts';
import { kindIn, letters, withField, withKind } from '../../testing/letters.ts';
import { library } from '../../testing/library.ts';
import { seat, step, text } from '../../testing/library-words.ts';
import { withPolicy, withStep } from '../../testing/plant.ts';

const letter = kindIn('letter');
const { flow, stages, tells, list, sheet } = letter;
const either = { fact: 'verdict', oneOf: ['yes', 'no'] };
const withStretch = (run: string, change: Partial<Kind['flow'][number]>): Pack =>
  withKind('letter', { flow: flow.map((each) => (each.run === run ? { ...each, ...change } : each)) });

test('rules with kinds, a duty and a gathering are sound', () => {
  expect(said(letters)).toEqual([]);
});

test('what an edition from before kinds could not say is not asked of it', () => {
  const bare = withPolicy(library, { posts: library.policy.posts.map((post) => ({ ...post, leads: false })) });

  expect(said(bare)).toEqual([]);
  expect(said(withPolicy(letters, { posts: bare.policy.posts }))).toEqual(['no-leading-post desk']);
});

test('a kind that no person, duty or other dossier opens is found', () => {
  const { opens: _nobody, ...closed } = letter;
  const kinds = letters.policy.kinds!.map((kind) => (kind.id === 'letter' ? closed : kind));

  expect(said(withPolicy(letters, { kinds }))).toContain('never-opened letter');
});

test('a workbook cannot bring in what must have files from the beginning; elsewhere it may', () => {
  const opens = { ...letter.opens!, imports: true };
  const files = withField('letter', 'where', { type: 'files', required: true });
  const planned = (pack: Pack): Pack =>
    withPolicy(pack, { kinds: pack.policy.kinds!.map((kind) => (kind.id === 'letter' ? { ...kind, opens } : kind)) });

  expect(said(planned(files))).toContain('import-unfilled letter, where');
  expect(said(planned(withField('letter', 'writer', { required: true })))).toContain('import-unfilled letter, writer');
  expect(said(planned(letters))).toEqual([]);
  expect(said(files)).not.toContain('import-unfilled letter, where');
});

test.each<[string, Pack, readonly string[]]>([
  [
    'a stretch',
    withStretch('refusing', { begins: ['looked', 'moon'] }),
    ['milestone-unreached letter, refusing, moon', 'gap letter, moon, refusing'],
  ],
  [
    'a stage',
    withKind('letter', { stages: [...stages, { id: 'sent', title: text('寄'), from: ['sent'] }] }),
    ['milestone-unreached letter, sent, sent'],
  ],
  [
    'a tell',
    withKind('letter', { tells: tells.map((tell) => ({ ...tell, on: 'mended' })) }),
    ['milestone-unreached letter, harm, mended'],
  ],
  ['the opening', withKind('letter', { stages: stages.slice(1) }), ['gap letter, stages']],
])('a point that nothing reaches is found where %s waits for it', (_what, pack, faults) => {
  expect(said(pack)).toEqual(faults);
});

test('what an act reaches is reached', () => {
  const acts = { ...letter.acts, ask: { ...letter.acts['ask']!, reaches: 'asked' } };
  const asked = withKind('letter', { acts, stages: [...stages, { id: 'asked', title: text('问'), from: ['asked'] }] });

  expect(said(asked)).toEqual([]);
});

test('branches that overlap, and facts that no branch takes, are told with the facts', () => {
  const both = withStretch('answering', { when: either });
  const neither = withKind('letter', { flow: flow.filter(({ run }) => run !== 'refusing') });

  expect(unsettled(both)).toMatchObject([
    { kind: 'overlap', about: ['letter', 'looked', 'answering', 'refusing'], facts: [{ verdict: 'no' }] },
  ]);
  expect(unsettled(neither)[0]).toMatchObject({
    kind: 'gap',
    about: ['letter', 'looked', 'answering'],
    facts: [{ verdict: 'no' }],
    path: ['kinds', 2, 'flow', 1],
  });
});

test('stretches without a condition run side by side and are no overlap', () => {
  const { when: _always, ...answering } = flow[1]!;
  const beside = withKind('letter', { flow: [flow[0]!, { ...answering, begins: ['opened'] }] });

  expect(said(beside).filter((fault) => fault.startsWith('overlap'))).toEqual([]);
});

test.each<[string, Pack, string]>([
  [
    'a procedure',
    withKind('letter', { flow: [...flow, { run: 'burning', begins: ['closed'], times: 'once' }] }),
    'unknown-name letter, burning',
  ],
  [
    'a stage',
    withKind('letter', { acts: { ...letter.acts, ask: { ...letter.acts['ask']!, stages: ['gone'] } } }),
    'unknown-name letter / ask, gone',
  ],
  ['a part', withKind('letter', { parts: [...letter.parts, 'case.ghost'] }), 'unknown-name letter, case.ghost'],
  [
    'a kind of another dossier',
    withField('letter', 'where', { type: 'reference', kind: 'ghost' }),
    'unknown-name letter / where, ghost',
  ],
  [
    'a step that writes a field',
    withField('letter', 'said', { by: 'answering/sing' }),
    'unknown-name letter / said, answering/sing',
  ],
  ['a duty', withKind('round-list', { gathers: 'ghost' }), 'unknown-name round-list, ghost'],
  [
    'a kind that a tell opens',
    withKind('letter', { tells: [{ ...tells[0]!, open: 'ghost' }] }),
    'unknown-name letter / harm, ghost',
  ],
])('%s that is not there is found where something names it', (_what, pack, fault) => {
  expect(said(pack)).toContain(fault);
});

test.each<[string, Pack, string]>([
  [
    'a column',
    withKind('letter', { list: { ...list, columns: ['number', 'smell'] } }),
    'unknown-field letter / list, smell',
  ],
  ['a filter', withKind('letter', { list: { ...list, filters: ['smell'] } }), 'unknown-field letter / list, smell'],
  ['a group', withKind('letter', { list: { ...list, group: 'smell' } }), 'unknown-field letter / list, smell'],
  [
    'a group of which there is one for each dossier',
    withKind('letter', { list: { ...list, group: 'what' } }),
    'unknown-field letter / list, what',
  ],
  ['a title', withKind('letter', { titleOf: '{smell:24}' }), 'unknown-field letter / title-of, smell'],
  [
    'a step',
    withStep(letters, 'answering-way', 'answer', { fills: ['said', 'smell'] }),
    'unknown-field answering-way / answer, smell',
  ],
  [
    'a tell',
    withKind('letter', { tells: [{ ...tells[0]!, with: { title: 'smell' } }] }),
    'unknown-field letter / harm, smell',
  ],
  [
    'an act',
    withKind('letter', { acts: { ...letter.acts, ask: { ...letter.acts['ask']!, fills: ['smell'] } } }),
    'unknown-field letter / ask, smell',
  ],
])('a field that the sheet lacks is found where %s names it', (_where, pack, fault) => {
  expect(said(pack)).toContain(fault);
});

test('a condition over what no sheet and no pack has is found', () => {
  expect(said(withStretch('refusing', { when: { fact: 'moon', oneOf: ['full'] } }))).toEqual([
    'unknown-fact letter / refusing, moon',
  ]);
  expect(
    said(withKind('letter', { tells: [{ ...tells[0]!, when: { fact: 'verdict', oneOf: ['perhaps'] } }] })),
  ).toEqual(['unknown-fact letter / harm, verdict, perhaps']);
});

test.each<[string, Partial<Kind>, string]>([
  ['a list', { list: { ...list, columns: ['number', 'writer'] } }, 'personal-shown letter, list, writer'],
  ['a filter', { list: { ...list, filters: ['writer'] } }, 'personal-shown letter, filters, writer'],
  ['a title', { titleOf: '{writer}' }, 'personal-shown letter, title, writer'],
  ['a number', { number: 'L-{writer}-{serial:3}' }, 'personal-shown letter, number, writer'],
  ['the facts', { facts: ['verdict', 'writer'] }, 'personal-shown letter, facts, writer'],
])('a personal field does not stand in %s', (_where, change, fault) => {
  expect(said(withKind('letter', change))).toContain(fault);
});

test('whoever keeps something of people apart says who may see it and who may erase it', () => {
  const { acts } = letters.policy;
  const { 'show-personal': _show, 'erase-personal': erase, ...others } = acts;
  const unseen = { ...letters, policy: { ...letters.policy, acts: { ...others, 'erase-personal': erase! } } };

  expect(said(unseen)).toEqual(['personal-unserved letter, show-personal']);
});

test('a personal field is not handed on as a public one, nor is a table with a personal column shown', () => {
  const handed = withKind('letter', {
    tells: [{ ...tells[0]!, with: { title: 'what', description: 'writer' } }],
  });
  const table = { ...sheet[1]!, id: 'people', type: 'rows' as const, columns: [{ ...sheet[2]!, id: 'who' }] };
  const shown = withKind('letter', { sheet: [...sheet, table], list: { ...list, columns: ['number', 'people'] } });

  expect(said(handed)).toContain('personal-shown letter, public field "description" of another dossier, writer');
  expect(said(shown)).toEqual(['personal-shown letter, list, people']);
});

test('who must act and may not read is found, by seat and by what he must do', () => {
  const without = (role: string) =>
    said(withKind('letter', { reads: letter.reads!.filter((reader) => reader.role !== role) }));

  expect(without('board')).toEqual(['readers-narrow letter, board/chair, agree']);
  expect(without('case.answerer')).toEqual(['readers-narrow letter, case.answerer/clerk, add-evidence, answer']);
  expect(said(withKind('letter', { reads: [...letter.reads!.slice(1), seat('desk/head')] }))).toEqual([
    'readers-narrow letter, desk/clerk, opens, correct',
  ]);
});

test('whoever enters the acts of a unit outside must be able to read', () => {
  const outside = withStep(letters, 'answering-way', 'agree', { by: [seat('city.library/expert')] });
  const narrow = withKind('letter', { reads: [seat('board'), seat('case.answerer'), seat('desk/head')] }, outside);

  expect(said(narrow)).toContain('readers-narrow letter, desk/clerk, opens, correct, recorder');
  expect(said(outside)).toEqual([]);
});

test('one id for two fields, stages or kinds is found', () => {
  expect(said(withKind('letter', { sheet: [...sheet, sheet[0]!] }))).toContain('shape what');
  expect(said(withKind('letter', { stages: [...stages, stages[0]!] }))).toContain('shape looking');
  expect(said(withPolicy(letters, { kinds: [...letters.policy.kinds!, letter] }))).toContain('shape letter');
});

test('a clause that nothing serves is found, and a ruling may say that it is served outside', () => {
  const clauses = [...letters.policy.clauses, { id: '§8', text: text('借书') }];

  expect(said(withPolicy(letters, { clauses }))).toEqual(['clause-unserved §8']);
  expect(step('x', 'draft', 'desk/head').clause).not.toBe('§8');
});

test('a problem keeps its basics and its facts: any other field of its sheet could never be filled in', () => {
  const problem = kindIn('problem');
  const worn = { ...problem.sheet[0]!, id: 'worn', type: 'yes-no' } as const;
  const more = [...problem.sheet, worn];
  expect(said(withKind('problem', { sheet: more }))).toContain('unknown-field problem, worn');
  const asked = withKind('problem', { sheet: more, facts: [...problem.facts, 'worn'] });
  expect(said(asked)).not.toContain('unknown-field problem, worn');
});
