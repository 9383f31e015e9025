import { expect, test } from 'vitest';
import { NOTHING_SAID, postsOffered, settled, wordsAsked, type Answers, type Entry } from './settle.ts';

const seat = { writtenUnit: '水务局', writtenPost: '联络员', unit: 'water', units: [], post: 'liaison', posts: [] };
const entry = (more: Partial<Entry> = {}): Entry => ({
  rows: [3],
  name: '甲一',
  phone: null,
  username: '甲一',
  seats: [seat],
  doubts: [],
  notes: [],
  person: null,
  alike: [],
  twins: [],
  nothing: false,
  ...more,
});
const said = (answers: Partial<Answers>): Answers => ({ ...NOTHING_SAID, ...answers });
const states = (entries: readonly Entry[], answers: Answers = NOTHING_SAID) =>
  settled(entries, answers).map(({ state, open }) => (open.length > 0 ? `${state}: ${open.join(' ')}` : state));

test('a clear entry comes in, one whose posts all stand does not, one that is left out is left', () => {
  expect(states([entry(), entry({ person: 'p1' }), entry({ person: 'p1', nothing: true })])).toEqual([
    'add',
    'hold',
    'nothing',
  ]);
  expect(states([entry()], said({ entries: { 0: { leave: true } } }))).toEqual(['left']);
});

test('a word that is not clear is answered once for every row that says it', () => {
  const unknown = { ...seat, writtenPost: '局长', post: null, posts: ['chief'] };
  const entries = [entry({ seats: [unknown] }), entry({ name: '甲二', seats: [{ ...unknown, unit: 'farming' }] })];
  expect(states(entries)).toEqual(['open: post', 'open: post']);
  const { posts } = wordsAsked(entries);
  expect(posts).toEqual([{ key: '局长', written: '局长', count: 2, likely: ['chief'], outside: false }]);
  const rows = settled(entries, said({ posts: postsOffered(posts) }));
  expect(rows.map(({ state, seats }) => [state, seats])).toEqual([
    ['add', [{ unit: 'water', post: 'chief' }]],
    ['add', [{ unit: 'farming', post: 'chief' }]],
  ]);
});

test('what is not written at all is asked row by row', () => {
  const blank = { ...seat, writtenUnit: '', unit: null };
  const { units } = wordsAsked([entry({ seats: [blank] }), entry({ rows: [4], seats: [blank] })]);
  expect(units.map(({ key }) => key)).toEqual(['row:3', 'row:4']);
});

test('somebody of the same name who is in: another account, or further posts for that one', () => {
  const doubtful = entry({ doubts: ['same-known'], alike: ['p1'], username: '甲一2' });
  expect(states([doubtful])).toEqual(['open: who']);
  expect(states([doubtful], said({ entries: { 0: { who: 'new' } } }))).toEqual(['add']);
  expect(settled([doubtful], said({ entries: { 0: { who: 'p1' } } }))[0]).toMatchObject({
    state: 'hold',
    person: 'p1',
  });
});

test('two rows that are one person make one account with the posts of both', () => {
  const entries = [
    entry({ twins: [1] }),
    entry({ twins: [0], doubts: ['same-name'], username: '甲一2', seats: [{ ...seat, unit: 'jia' }] }),
  ];
  expect(states(entries)).toEqual(['add', 'open: twin']);
  expect(states(entries, said({ entries: { 1: { twin: 'other' } } }))).toEqual(['add', 'add']);
  const [first, second] = settled(entries, said({ entries: { 1: { twin: '0' } } }));
  expect([first?.state, second?.state]).toEqual(['add', 'joined']);
  expect(first?.seats.map(({ unit }) => unit)).toEqual(['water', 'jia']);
});

test('a unit from the row above and a name hard to tell want a look; a user name that is taken wants another', () => {
  expect(states([entry({ doubts: ['unit-above'] })])).toEqual(['open: sure']);
  expect(states([entry({ doubts: ['unit-above'] })], said({ entries: { 0: { sure: true } } }))).toEqual(['add']);
  const taken = entry({ doubts: ['username-taken'] });
  expect(states([taken])).toEqual(['open: username']);
  expect(states([taken], said({ entries: { 0: { username: '甲一9' } } }))).toEqual(['add']);
});
