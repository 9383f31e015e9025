import { describe, expect, test } from 'vitest';
import type { Unit } from '../../policy/index.ts';
import { plainDate } from '../../time/index.ts';
import { directoryOf, indexUnits } from '../unit-directory.ts';
import { sheetOf } from '../testing/office.ts';
import type { Merge } from '../sheet.ts';
import { readRoster, type KnownPerson, type RosterContext } from './index.ts';

const posts = [
  { id: 'chief', label: { zh: '主要领导', en: 'Main leader' } },
  { id: 'deputy', label: { zh: '分管领导' } },
  { id: 'liaison', label: { zh: '联络员' } },
  { id: 'hand', label: { zh: '经办人' } },
];
const unit = (id: string, name: string, more: Partial<Unit> = {}): Unit => ({
  id,
  names: [{ name: { zh: name } }],
  shortNames: [],
  level: 'county',
  kind: 'department',
  external: false,
  roles: [],
  posts: ['chief', 'deputy', 'liaison', 'hand'],
  ...more,
});
const units = [
  unit('water', '虚县水务局', { shortNames: ['水务局'] }),
  unit('farming', '虚县农业农村局', {
    names: [{ name: { zh: '虚县农业局' }, until: plainDate('2019-03-01') }, { name: { zh: '虚县农业农村局' } }],
  }),
  unit('jia', '虚县甲镇人民政府', { level: 'township', posts: ['chief', 'liaison', 'hand'] }),
  unit('city', '虚市生态环境局', { level: 'city', external: true }),
];
const context = (
  known: readonly KnownPerson[] = [],
  given: ReadonlyMap<number, string> = new Map(),
): RosterContext => ({
  index: indexUnits(directoryOf(units, plainDate('2026-11-24'), '虚县')),
  units,
  posts: { words: posts, leading: ['chief', 'deputy'] },
  known,
  taken: new Set(known.map(({ username }) => username)),
  given,
});
const HEAD = ['序号', '单位', '岗位', '姓名', '联系电话'];
const read = (
  rows: readonly (readonly string[])[],
  known: readonly KnownPerson[] = [],
  merges: readonly Merge[] = [],
) => readRoster(sheetOf([['虚县人员名册（演示）'], HEAD, ...rows], merges), context(known));
const seats = (entry: { readonly seats: readonly { unit: string | null; post: string | null }[] } | undefined) =>
  entry?.seats.map((seat) => `${seat.unit ?? '?'}/${seat.post ?? '?'}`).join(' ');

test('a plain list comes in without a question: unit, post, name, telephone, and a user name that is the name', () => {
  const { entries, head } = read([
    ['1', '虚县水务局', '联络员', '甲一', '0875-8120000'],
    ['2', '水务局', '经办人', '甲二', '13800000000'],
  ]);
  expect(head).toEqual({ first: 2, last: 2 });
  expect(entries.map((entry) => [entry.name, seats(entry), entry.phone, entry.username, entry.doubts])).toEqual([
    ['甲一', 'water/liaison', '0875-8120000', '甲一', []],
    ['甲二', 'water/hand', '13800000000', '甲二', []],
  ]);
});

describe('a unit is found by its full, short and former name', () => {
  test.each([
    ['虚县水务局', 'water'],
    ['县水务局', 'water'],
    ['虚县农业局', 'farming'],
    ['甲镇', 'jia'],
  ])('%s', (written, id) => {
    expect(seats(read([['1', written, '联络员', '甲一', '']]).entries[0])).toBe(`${id}/liaison`);
  });
});

test('a merged unit reaches down; a blank one is taken from above and asked about', () => {
  const merged = { row: 2, column: 1, rowSpan: 2, columnSpan: 1 };
  const rows = [
    ['1', '水务局', '联络员', '甲一', ''],
    ['2', '', '经办人', '甲二', ''],
  ];
  expect(read(rows, [], [merged]).entries[1]).toMatchObject({ doubts: [], seats: [{ unit: 'water' }] });
  expect(read(rows).entries[1]).toMatchObject({ doubts: ['unit-above'], seats: [{ unit: 'water' }] });
});

test('two people in one cell hold the same post, each with their own telephone', () => {
  const [first, second] = read([['1', '水务局', '经办人', '甲一、甲二', '13800000000、13800000001']]).entries;
  expect([first?.phone, second?.phone]).toEqual(['13800000000', '13800000001']);
  expect([seats(first), seats(second)]).toEqual(['water/hand', 'water/hand']);
});

test('several posts in one cell are several posts of one person', () => {
  expect(seats(read([['1', '水务局', '联络员兼经办人', '甲一', '']]).entries[0])).toBe('water/liaison water/hand');
});

test('the same person twice is one person with both posts, by telephone or by unit', () => {
  const { entries } = read([
    ['1', '水务局', '联络员', '甲一', '13800000000'],
    ['2', '水务局', '经办人', '甲一', ''],
    ['3', '甲镇', '联络员', '甲一', '13800000000'],
    ['4', '水务局', '联络员', '甲一', '13800000000'],
  ]);
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ rows: [3, 4, 5, 6], doubts: [] });
  expect(seats(entries[0])).toBe('water/liaison water/hand jia/liaison');
});

test('two people of one name are asked about, and have two user names', () => {
  const { entries } = read([
    ['1', '水务局', '联络员', '甲一', ''],
    ['2', '甲镇', '联络员', '甲　一', ''],
  ]);
  expect(entries.map(({ username, doubts, twins }) => [username, doubts, twins])).toEqual([
    ['甲一', [], [1]],
    ['甲一2', ['same-name'], [0]],
  ]);
});

const known = { id: 'k1', name: '甲一（演示）', username: '甲一', phone: null };
test('who is in already, in the same unit, gets what is new; all of it standing, nothing is done', () => {
  const person = { ...known, seats: [{ unit: 'water', post: 'liaison' }] };
  const rows = (post: string) => read([['1', '水务局', post, '甲一', '']], [person]).entries[0];
  expect(rows('经办人')).toMatchObject({ person: 'k1', nothing: false, username: '甲一' });
  expect(rows('联络员')).toMatchObject({ person: 'k1', nothing: true });
});

test('somebody of the same name elsewhere may be another: it is asked', () => {
  const person = { ...known, seats: [{ unit: 'farming', post: 'liaison' }] };
  expect(read([['1', '水务局', '联络员', '甲一', '']], [person]).entries[0]).toMatchObject({
    person: null,
    alike: ['k1'],
    doubts: ['same-known'],
    username: '甲一2',
  });
});

test.each([
  ['a unit nobody knows is asked, likely ones first', ['1', '水务所', '联络员', '甲一', ''], 'unknown-unit'],
  [
    'a unit that does not sign in here is no unit for an account',
    ['1', '虚市生态环境局', '联络员', '甲一', ''],
    'outside',
  ],
  ['no unit', ['1', '', '联络员', '甲一', ''], 'no-unit'],
  ['no post', ['1', '水务局', '', '甲一', ''], 'no-post'],
  ['a post the plan does not have', ['1', '水务局', '门卫', '甲一', ''], 'unknown-post'],
  ['a post that this unit does not have', ['1', '甲镇', '分管领导', '甲一', ''], 'unknown-post'],
])('%s', (_what, row, doubt) => {
  expect(read([row]).entries[0]?.doubts).toEqual([doubt]);
});

test('a title of the civil service offers the post it often comes with, and takes none', () => {
  const offered = (title: string) => read([['1', '水务局', title, '甲一', '']]).entries[0]?.seats[0];
  expect(offered('局长')).toMatchObject({ post: null, posts: ['chief'] });
  expect(offered('党组成员、副局长'.slice(5))).toMatchObject({ post: null, posts: ['deputy'] });
});

test('a telephone list with a column for each post names its people under their posts', () => {
  const sheet = sheetOf([
    ['单位', '主要领导', '电话', '联络员', '电话'],
    ['水务局', '甲一', '8120000', '甲二', '8120001'],
    ['甲镇', '甲三', '8120002', '', ''],
  ]);
  const { entries } = readRoster(sheet, context());
  expect(entries.map((entry) => [entry.name, seats(entry), entry.phone])).toEqual([
    ['甲一', 'water/chief', '8120000'],
    ['甲二', 'water/liaison', '8120001'],
    ['甲三', 'jia/chief', '8120002'],
  ]);
});

test('what is not kept is named: columns nobody needs, words that are no telephone, rows that name nobody', () => {
  const sheet = sheetOf([
    ['单位', '岗位', '姓名', '性别', '联系电话'],
    ['水务局', '联络员', '甲一', '女', '办公室'],
    ['水务局', '经办人', '', '', ''],
    ['合计', '', '', '', ''],
  ]);
  const { columns, entries, skipped } = readRoster(sheet, context());
  expect(columns.find(({ head }) => head === '性别')).toMatchObject({
    means: null,
    why: { zh: expect.stringContaining('个人信息') },
  });
  expect(entries[0]).toMatchObject({ phone: null, notes: [{ zh: '“办公室”不是电话号码，没有导入' }] });
  expect(skipped.map(({ row }) => row)).toEqual([3, 4]);
});

test('a column is what a person says it is', () => {
  const rows = [
    ['单位', '岗位', '姓名', '短号'],
    ['水务局', '联络员', '甲一', '668812'],
  ];
  expect(readRoster(sheetOf(rows), context()).entries[0]?.phone).toBeNull();
  expect(readRoster(sheetOf(rows), context([], new Map([[3, 'phone']]))).entries[0]?.phone).toBe('668812');
});

test('a sheet without a head of people is said to have none', () => {
  expect(
    readRoster(
      sheetOf([
        ['一', '二'],
        ['三', '四'],
      ]),
      context(),
    ),
  ).toMatchObject({ head: null, entries: [] });
});
