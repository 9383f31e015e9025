import { expect, test } from 'vitest';
import type { Unit } from '../policy/index.ts';
import { plainDate } from '../time/index.ts';
import { readPeople } from './people.ts';
import { UNITS } from './testing/office.ts';
import { directoryOf, findUnit, indexUnits } from './unit-directory.ts';
import { resolveUnits } from './units.ts';

const named = (raw: string): readonly string[] =>
  resolveUnits(raw, UNITS, 'holder').map(({ part, unit, how }) => `${part} ${unit ?? '?'} ${how}`);

test.each([
  ['虚县甲镇人民政府', ['holder jia exact']],
  ['甲镇', ['holder jia short']],
  ['甲镇政府', ['holder jia short']],
  ['县发改局', ['holder development short']],
  ['虚县环境保护局', ['holder ecology old']],
  ['县环境保护局', ['holder ecology old']],
  ['甲镇、乙乡', ['holder jia short', 'holder yi short']],
  [
    '甲镇，乙乡；发改局/生态环境分局\n虚县水务局',
    ['holder jia short', 'holder yi short', 'holder development short', 'holder ecology short', 'holder water exact'],
  ],
  ['甲镇 乙乡', ['holder jia short', 'holder yi short']],
  ['甲镇和乙乡', ['holder jia short', 'holder yi short']],
  ['甲　镇', ['holder jia short']],
  ['(牵头单位:县发改局;责任单位:甲镇、乙乡)', ['lead development short', 'holder jia short', 'holder yi short']],
  [
    '牵头单位：发改局 配合单位：甲镇，乙乡',
    ['lead development short', 'cooperating jia short', 'cooperating yi short'],
  ],
  ['甲镇（责任人：赵甲、钱乙）', ['holder jia short']],
  ['甲镇（牵头）、乙乡（配合）', ['lead jia short', 'cooperating yi short']],
])('the units of “%s” are found', (raw, units) => {
  expect(named(raw)).toEqual(units);
});

test('发展和改革局 is one unit although 和 stands in its name', () => {
  expect(named('虚县发展和改革局')).toEqual(['holder development exact']);
});

test('a name that two units share is nobody’s until a person chooses', () => {
  expect(resolveUnits('水务局', UNITS, 'holder')).toMatchObject([
    { unit: null, how: 'suggested', suggestions: [{}, {}] },
  ]);
  expect(
    resolveUnits('水务局', UNITS, 'holder')[0]
      ?.suggestions.map(({ unit }) => unit)
      .sort(),
  ).toEqual(['city-water', 'water']);
});

test('an unknown name gets at most five suggestions, the likeliest first, and a stranger none', () => {
  expect(resolveUnits('发展改革局', UNITS, 'holder')[0]?.suggestions[0]).toMatchObject({ unit: 'development' });
  expect(resolveUnits('县水利局', UNITS, 'holder')[0]?.suggestions.length).toBeLessThanOrEqual(5);
  expect(resolveUnits('外星联络处', UNITS, 'holder')).toMatchObject([{ unit: null, suggestions: [] }]);
});

test('各乡镇 names its members but takes none of them by itself', () => {
  expect(resolveUnits('各乡镇', UNITS, 'holder')).toMatchObject([{ unit: null, how: 'group', members: ['jia', 'yi'] }]);
});

test('the pack’s units become a directory of the day: the name of the day is the name, the others are old', () => {
  const renamed: Unit = {
    id: 'ecology',
    shortNames: ['生态局'],
    level: 'county',
    kind: 'department',
    external: false,
    roles: [],
    posts: [],
    names: [
      { name: { zh: '虚县环境保护局' }, until: plainDate('2019-03-01') },
      { name: { zh: '虚县生态环境局' }, from: plainDate('2019-03-01') },
    ],
  };
  const before = indexUnits(directoryOf([renamed], plainDate('2018-01-01'), '虚县'));
  const after = indexUnits(directoryOf([renamed], plainDate('2024-01-01'), '虚县'));

  expect(findUnit(before, '虚县环境保护局')).toEqual([{ unit: 'ecology', how: 'exact' }]);
  expect(findUnit(after, '虚县环境保护局')).toEqual([{ unit: 'ecology', how: 'old' }]);
  expect(findUnit(after, '生态环境局')).toEqual([{ unit: 'ecology', how: 'short' }]);
});

test.each([
  ['赵甲', [{ name: '赵甲' }]],
  ['赵甲 副镇长 13900000001', [{ name: '赵甲', post: '副镇长', phone: '13900000001' }]],
  ['副镇长赵甲', [{ name: '赵甲', post: '副镇长' }]],
  ['赵甲副镇长', [{ name: '赵甲', post: '副镇长' }]],
  ['赵甲（副镇长，13900000001）', [{ name: '赵甲', post: '副镇长', phone: '13900000001' }]],
  ['赵甲\n镇长\n0875-8120000', [{ name: '赵甲', post: '镇长', phone: '0875-8120000' }]],
  ['赵甲１３９０００００００１', [{ name: '赵甲', phone: '13900000001' }]],
  [
    '赵甲13900000001；钱乙13900000002',
    [
      { name: '赵甲', phone: '13900000001' },
      { name: '钱乙', phone: '13900000002' },
    ],
  ],
  ['赵甲（演示）', [{ name: '赵甲', note: '演示' }]],
  ['甲镇人民政府镇长赵甲', [{ name: '赵甲', unit: '甲镇人民政府', post: '镇长' }]],
  ['岩温·罕（演示）', [{ name: '岩温·罕', note: '演示' }]],
])('“%s” is read as people', (raw, people) => {
  expect(readPeople(raw)).toEqual({ raw, people });
});

test.each(['联系镇里值班的同志', '赵甲 钱乙', '13900000001', '赵甲 13900000001 13900000002'])(
  '“%s” is not told apart and a person looks',
  (raw) => {
    expect(readPeople(raw).needsPerson?.zh).toBeTruthy();
  },
);
