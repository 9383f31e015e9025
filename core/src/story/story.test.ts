import { expect, test } from 'vitest';
import type { Pack, Story, StoryAct, StoryExpect } from '../policy/index.ts';
import { calendar } from '../policy/testing/checked.ts';
import { letters, withKind } from '../policy/testing/letters.ts';
import { seat, text, working } from '../policy/testing/library-words.ts';
import { withPolicy, withStep } from '../policy/testing/plant.ts';
import { fnv } from '../testing/index.ts';
import { plainDate } from '../time/index.ts';
import { storiesDiffer } from './index.ts';

const day = (of: number) => plainDate(`2030-06-${`${of}`.padStart(2, '0')}`);
const nothing = { objects: false, facts: {}, fields: {}, parts: {} } as const;
const does = (on: number, step: string, more: object = {}): StoryAct => ({
  what: 'do',
  on: day(on),
  step,
  ...nothing,
  ...more,
});
const look = does(4, 'looking/look', { fields: { verdict: 'yes' } });
const answering = [
  look,
  { what: 'evidence', on: day(5), kind: 'photo' } as const,
  does(6, 'answering/answer', { fields: { said: '谢谢' } }),
  does(7, 'answering/agree'),
];

/** A letter that came on 3 June 2030, a Monday, with what is done and expected. */
const letter = (acts: readonly StoryAct[], wanted: StoryExpect, given: Partial<Story['given']> = {}): Story => ({
  name: '来信',
  clause: '§7',
  at: 0,
  given: {
    kind: 'letter',
    on: day(3),
    fields: { what: '缺页', where: '东馆' },
    facts: {},
    parts: { 'case.answerer': ['bindery'] },
    acts,
    ...given,
  },
  expect: wanted,
});

const told = (story: Story, pack: Pack = letters) =>
  storiesDiffer({ ...pack, stories: [story] }, calendar, fnv).map(({ path, text: { zh } }) => [
    path.slice(2).join('.'),
    zh.slice(zh.indexOf('应为')),
  ]);

test('a letter is looked into, answered and closed as the story says', () => {
  const end: StoryExpect = {
    stage: 'closed',
    closedOn: day(7),
    due: { 'look-by': plainDate('2030-06-10') },
    late: [],
    copies: [],
    opens: ['problem'],
    tasks: {},
    question: 'none',
    readers: ['desk', 'board', 'unit:bindery'],
  };

  expect(told(letter(answering, end))).toEqual([]);
});

test.each<[string, StoryExpect, readonly string[]]>([
  ['another stage', { stage: 'looking' }, ['expect.stage', '应为 looking，实为 answering']],
  ['a day of closing', { closedOn: day(4) }, ['expect.closedOn', '应为 2030-06-04，实为 no']],
  ['another day', { due: { 'look-by': day(11) } }, ['expect.due.look-by', '应为 2030-06-11，实为 2030-06-10']],
  [
    'a clock that does not run',
    { due: { 'agree-by': day(11) } },
    ['expect.due.agree-by', '应为 2030-06-11，实为 （没有计时 / no clock runs）'],
  ],
  ['a paper to somebody', { to: ['press'] }, ['expect.to', '应为 press，实为 无 / none']],
  ['a copy', { copies: ['archive'] }, ['expect.copies', '应为 archive，实为 无 / none']],
  [
    'another seat',
    { tasks: { 'answering/answer': ['board/chair'] } },
    ['expect.tasks.answering/answer', '应为 board/chair，实为 case.answerer/clerk'],
  ],
  [
    'another step',
    { tasks: { 'refusing/say': ['desk/head'] } },
    ['expect.tasks', '应为 refusing/say，实为 answering/answer'],
  ],
  ['a question', { question: 'branch:' }, ['expect.question', '应为 branch:，实为 无 / none']],
  ['other readers', { readers: ['all'] }, ['expect.readers', '应为 all/*，实为 board/*, desk/*, unit:bindery/*']],
  ['nobody to sign', { noSigner: true }, ['expect.noSigner', '应为 无 / none，实为 bindery']],
  ['a step without a limit', { noLimit: ['looking/look'] }, ['expect.noLimit', '应为 looking/look，实为 look-by']],
  ['no other dossier', { opens: [] }, ['expect.opens', '应为 无 / none，实为 problem']],
])('a story that expects %s is told what came instead', (_what, wanted, difference) => {
  expect(told(letter([look], wanted))).toEqual([difference]);
});

test('whom a paper is addressed to is not who gets it for the record', () => {
  const copy = { clause: '§7', written: false } as const;
  const copies = [
    { ...copy, id: 'to', to: 'archive', addressed: true },
    { ...copy, id: 'cc', to: 'board' },
  ];
  const procedures = letters.policy.procedures.map((way) => ({
    ...way,
    routes: way.routes.map((route) => ({
      ...route,
      steps: route.steps.map((step) => (step.id === 'agree' ? { ...step, copies } : step)),
    })),
  }));

  expect(
    told(letter(answering, { to: ['archive'], copies: ['board'] }), {
      ...letters,
      policy: { ...letters.policy, procedures },
    }),
  ).toEqual([]);
});

test('what is met too late, and what is still open when its day has passed, is late', () => {
  const slow = does(12, 'looking/look', { fields: { verdict: 'yes' } });

  expect(told(letter([slow], { late: ['look-by'] }))).toEqual([]);
  expect(told(letter([], { on: day(10), late: [] }))).toEqual([]);
  expect(told(letter([], { on: day(11), late: ['look-by'] }))).toEqual([]);
});

test('a refusal that is expected is no difference, and the story goes on without the deed', () => {
  const early = [does(4, 'answering/agree'), ...answering];

  expect(
    told(
      letter(early.slice(0, 2), { refused: { act: 'answering/agree', obstacle: 'out-of-turn' }, stage: 'answering' }),
    ),
  ).toEqual([]);
  expect(told(letter(early, { stage: 'closed' }))).toEqual([
    ['given.acts.0', '应为 可以办理 / it is done，实为 out-of-turn'],
  ]);
  expect(told(letter([look], { refused: { act: 'looking/look', obstacle: 'wrong-seat' } }))).toEqual([
    ['expect.refused', '应为 wrong-seat，实为 可以办理 / it is done'],
  ]);
});

test('a named person acts from his post alone, and a unit that the pack does not have from none', () => {
  const by = (person: string) => [does(4, 'looking/look', { fields: { verdict: 'yes' }, by: person })];

  expect(told(letter(by('desk/head'), {}))).toEqual([]);
  expect(told(letter(by('desk/clerk'), { refused: { act: 'looking/look', obstacle: 'wrong-seat' } }))).toEqual([]);
  expect(told(letter(by('moon/head'), {}))).toEqual([['given.acts.0', '应为 可以办理 / it is done，实为 wrong-seat']]);
});

test('nobody acts from a post that his unit does not have, whatever seat the plan gives the step to', () => {
  const expert = withStep(letters, 'looking-way', 'look', { by: [seat('desk/expert')] });
  const refused = { refused: { act: 'looking/look', obstacle: 'wrong-seat' } };

  expect(told(letter([look], refused), expert)).toEqual([]);
  expect(told(letter([{ ...look, by: 'desk/expert' }], refused), expert)).toEqual([]);
});

test('what is wrong with the input is named by its field', () => {
  const empty = [does(4, 'looking/look')];

  expect(told(letter(empty, { refused: { act: 'looking/look', obstacle: 'values.verdict:required' } }))).toEqual([]);
  expect(told(letter([], {}, { fields: {} }))).toEqual([
    ['given', '应为 可以立项 / it is opened，实为 bad-input, values.what:required'],
  ]);
});

test('a return is filed, sent back, filed as nothing to report', () => {
  const owed = { duty: 'round', unit: 'east', due: day(28), period: '2030-06' };
  const filing = { kind: 'round-return', fields: {}, parts: { 'case.filer': ['east'] }, owed };
  const round = (acts: readonly StoryAct[], wanted: StoryExpect) => told(letter(acts, wanted, filing));
  const fill = does(4, 'filing/fill', { fields: { what: '无缺' } });
  const confirmed = [does(5, 'filing/settle'), does(5, 'filing/confirm')];
  const back = { what: 'return', on: day(5), step: 'filing/settle', to: 'fill' } as const;

  expect(round([fill, ...confirmed], { closedOn: day(5) })).toEqual([]);
  expect(round([fill, back], { tasks: { 'filing/fill': ['case.filer/clerk'] } })).toEqual([]);
  expect(round([{ what: 'nil', on: day(4) }, ...confirmed], { stage: 'closed' })).toEqual([]);
  expect(round([does(4, 'filing/fill')], { refused: { act: 'filing/fill', obstacle: 'fields-missing' } })).toEqual([]);
});

test('publicity runs its days, an objection that is upheld sends it back, and a person rules on what is silent', () => {
  const publicly = withStep(letters, 'answering-way', 'agree', {
    do: 'publicity',
    earliest: working('floor', 5, 'opening'),
    objections: { by: [seat('desk/clerk')], settledBy: [seat('desk/head')], upheldTo: 'answer', clause: '§7' },
  });
  const asking = withStep(publicly, 'answering-way', 'answer', { by: [], asks: ['who'] });
  const shown = answering.slice(0, 3);
  const objection: readonly StoryAct[] = [
    { what: 'objection', on: day(10), step: 'answering/agree' },
    { what: 'settle', on: day(11), upheld: true },
  ];

  expect(told(letter(answering, { refused: { act: 'answering/agree', obstacle: 'too-early' } }), publicly)).toEqual([]);
  expect(told(letter([...shown, does(14, 'answering/agree')], { closedOn: day(14) }), publicly)).toEqual([]);
  expect(
    told(letter([...shown, ...objection], { tasks: { 'answering/answer': ['case.answerer/clerk'] } }), publicly),
  ).toEqual([]);
  expect(told(letter([look], { question: 'who:answering', noSigner: true }), asking)).toEqual([]);
  const ruled = { what: 'rule', on: day(5), question: 'who:', choice: 'case.answerer/head' } as const;
  expect(
    told(letter([look, ruled], { question: 'none', tasks: { 'answering/answer': ['case.answerer/head'] } }), asking),
  ).toEqual([]);
});

test('a story may say that somebody has all that is open, and is told of what nobody has', () => {
  const nobodys = withPolicy(letters, {
    caseRoles: letters.policy.caseRoles.map((part) =>
      part.id === 'case.answerer' ? { ...part, required: false } : part,
    ),
  });

  expect(told(letter([look], { noSigner: false }))).toEqual([]);
  expect(told(letter([look], { noSigner: false }, { parts: {} }), nobodys)).toEqual([
    ['expect.noSigner', '应为 无 / none，实为 answering/answer'],
  ]);
});

test('an act of the pack’s own reaches its milestone, and one that is not there does not', () => {
  const letterActs = letters.policy.kinds?.find(({ id }) => id === 'letter')?.acts ?? {};
  const asked = withKind('letter', {
    acts: { ...letterActs, ask: { ...letterActs['ask']!, title: text('问'), reaches: 'asked' } },
    stages: [
      { id: 'asked', title: text('问'), from: ['asked'] },
      { id: 'looking', title: text('看'), from: ['opened'] },
    ],
  });
  const ask = (act: string): StoryAct => ({ what: 'act', on: day(4), act, fields: {}, parts: {} });

  expect(told(letter([ask('ask')], { stage: 'asked' }), asked)).toEqual([]);
  expect(told(letter([ask('sing')], {}), asked)).toEqual([
    ['given.acts.0', '应为 可以办理 / it is done，实为 wrong-seat'],
  ]);
});

test('a story of a kind that is not there is told so', () => {
  expect(told(letter([], {}, { kind: 'ghost' }))).toEqual([
    ['given.kind', '应为 政策包里的事项类型 / a kind of the pack，实为 ghost'],
  ]);
});
