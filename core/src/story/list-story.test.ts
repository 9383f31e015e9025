import { expect, test } from 'vitest';
import { withKinds, type Pack, type Story, type StoryAct, type StoryExpect } from '../policy/index.ts';
import { calendar } from '../policy/testing/checked.ts';
import { kindIn, letters, withKind } from '../policy/testing/letters.ts';
import { seat, text, working } from '../policy/testing/library-words.ts';
import { withStep } from '../policy/testing/plant.ts';
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
const form = does(4, 'edition/form');
const consent = does(6, 'edition/consent');

/** A list of two books that was begun on 3 June 2030. */
const list = (acts: readonly StoryAct[], wanted: StoryExpect, fields: object = { members: ['地图一', '地图二'] }) => ({
  name: '书单',
  clause: '§1',
  at: 0,
  given: { kind: 'edition', on: day(3), fields: { title: '六月书单', ...fields }, facts: {}, parts: {}, acts },
  expect: wanted,
});

/** The form freezes the list, and the consent is to exactly that. */
const frozen = withStep(withStep(letters, 'list', 'form', { writes: 'edition' }), 'list', 'consent', {
  binds: 'edition',
});

const told = (story: Story, pack: Pack = frozen) =>
  storiesDiffer({ ...pack, stories: [story] }, calendar, fnv).map(({ path, text: { zh } }) => [
    path.slice(2).join('.'),
    zh.slice(zh.indexOf('应为')),
  ]);

test('a list is formed, frozen and agreed to as a whole, and a story can tell it from day to day', () => {
  expect(told(list([], { stage: 'forming', closedOn: 'no', tasks: { 'edition/form': ['desk/clerk'] } }))).toEqual([]);
  expect(told(list([form], { stage: 'submitted', tasks: { 'edition/consent': ['board/chair'] } }))).toEqual([]);
  expect(told(list([form, consent], { stage: 'consented', closedOn: day(6), tasks: {}, opens: [] }))).toEqual([]);
  expect(told(list([form], { stage: 'consented' }))).toEqual([['expect.stage', '应为 consented，实为 submitted']]);
});

test('sent back it is formed anew, with other members, and not while it is frozen', () => {
  const back: StoryAct = { what: 'return', on: day(5), step: 'edition/consent', to: 'form', reason: '还缺一本' };
  const more = (on: number): StoryAct => ({
    what: 'fill',
    on: day(on),
    fields: { members: ['地图二', '地图三'] },
  });
  const again = [does(5, 'edition/form'), consent];

  expect(told(list([form, back, more(5), ...again], { stage: 'consented' }))).toEqual([]);
  expect(
    told(list([form, more(5)], { refused: { act: 'fill', obstacle: 'wrong-stage' }, stage: 'submitted' })),
  ).toEqual([]);
});

test('an empty list is submitted by nobody, and nobody does with a list what can only be done with a dossier', () => {
  expect(told(list([form], { refused: { act: 'edition/form', obstacle: 'edition-empty' } }, { members: [] }))).toEqual(
    [],
  );
  expect(told(list([{ what: 'nil', on: day(4) }], {}))).toEqual([
    ['given.acts.0', '应为 可以办理 / it is done，实为 nil'],
  ]);
  expect(told(list([does(4, 'edition/consent')], {}))).toEqual([
    ['given.acts.0', '应为 可以办理 / it is done，实为 out-of-turn'],
  ]);
});

test('where the plan says of a list neither who nor where to, a person rules', () => {
  const silent = withStep(frozen, 'list', 'consent', { returnsTo: [], asks: ['where'] });
  const back: StoryAct = { what: 'return', on: day(5), step: 'edition/consent' };
  const ruled: StoryAct = { what: 'rule', on: day(5), question: 'where:', choice: 'form' };

  expect(told(list([form, back], { question: 'where:edition' }), silent)).toEqual([]);
  expect(
    told(list([form, back, ruled], { question: 'none', tasks: { 'edition/form': ['desk/clerk'] } }), silent),
  ).toEqual([]);
});

const problem = (acts: readonly StoryAct[], wanted: StoryExpect): Story => ({
  name: '修书',
  clause: '§1',
  at: 0,
  given: { kind: 'problem', on: day(3), fields: { title: '缺页' }, facts: {}, parts: {}, acts },
  expect: wanted,
});

test('of a problem, too, a story tells how a step ends, what is asked and ruled, and what is objected to', () => {
  const { policy } = letters;
  const grading = policy.procedures.find(({ id }) => id === 'classification')!.routes[0]!;
  const [grade] = grading.steps;
  const place = `classification/${grade!.id}`;
  const ends = ['plain', 'hard'].map((id) => ({ id, title: text(id), closes: false }));
  const several = withStep(letters, grading.id, grade!.id, { outcomes: ends });
  const facts = Object.fromEntries(
    grade!.settles.map((id) => [id, withKinds(policy).facts.find((fact) => fact.id === id)!.values[0]!.id]),
  );

  expect(told(problem([does(4, place, { facts, outcome: 'hard' })], { tasks: {} }), several)).toEqual([]);
  expect(
    told(problem([does(4, place, { facts })], { refused: { act: place, obstacle: 'outcome:required' } }), several),
  ).toEqual([]);

  const asking = withStep(letters, grading.id, grade!.id, { by: [], asks: ['who'] });
  const ruled: StoryAct = { what: 'rule', on: day(4), question: 'who:', choice: 'desk/head' };
  expect(told(problem([], { question: 'who:classification' }), asking)).toEqual([]);
  expect(told(problem([ruled], { question: 'none', tasks: { [place]: ['desk/head'] } }), asking)).toEqual([]);

  const open = withStep(letters, grading.id, grade!.id, {
    do: 'publicity',
    earliest: working('floor', 5, 'opening'),
    objections: { by: [seat('desk/clerk')], settledBy: [seat('desk/head')], upheldTo: grade!.id, clause: '§2' },
  });
  const objected: readonly StoryAct[] = [
    { what: 'objection', on: day(4), step: place },
    { what: 'settle', on: day(5), upheld: false },
  ];
  const early = { refused: { act: place, obstacle: 'objections-open' } };
  expect(told(problem([...objected.slice(0, 1), does(17, place, { facts })], early), open)).toEqual([]);
  expect(told(problem([...objected, does(17, place, { facts })], { tasks: {} }), open)).toEqual([]);
});

test('a story tells a problem what another dossier has come to, and is refused what the problem comes to by itself', () => {
  const { stages } = kindIn('problem');
  const hears = withKind('problem', {
    stages: [...stages, { id: 'heard', title: text('已获答复'), from: ['answered'] }],
  });
  const hear = (milestone: string): StoryAct => ({ what: 'told', on: day(4), milestone });

  expect(told(problem([hear('answered')], { stage: 'heard' }), hears)).toEqual([]);
  expect(
    told(problem([hear('closed')], { refused: { act: 'told', obstacle: 'milestone:unknown' }, closedOn: 'no' }), hears),
  ).toEqual([]);
});
