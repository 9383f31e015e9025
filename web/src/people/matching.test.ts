import { expect, test } from 'vitest';
import { fitsPerson, fitsUnit, groupOf, inOrder } from './matching.ts';
import type { Person } from './seats.ts';

const office = {
  name: '某县推动长江经济带发展领导小组办公室',
  shortNames: ['县推长办'],
  code: '530521101',
  names: [{ name: { zh: '某县长江办', en: 'River Office' } }],
};

test.each([
  ['推长办', true],
  ['长江办', true],
  [' river ', true],
  ['530521', true],
  ['', true],
  ['水务', false],
])('"%s" finds the office by full, short, former or English name or code: %s', (words, found) => {
  expect(fitsUnit(office, words)).toBe(found);
});

test.each([
  [{ external: true, level: 'county' }, 'outside'],
  [{ external: false, level: 'village' }, 'village'],
  [{ external: false, level: 'township' }, 'township'],
  [{ external: false, level: 'county' }, 'county'],
] as const)('%o stands among the %s units', (unit, group) => {
  expect(groupOf(unit)).toBe(group);
});

const someone = (name: string, active = true): Person => ({
  id: name,
  name,
  username: `${name}-login`,
  unitName: null,
  phone: null,
  formerNames: [],
  mustChange: null,
  administrator: false,
  active,
  postings: [
    {
      id: '1',
      unit: 'water',
      unitName: '某县水务局',
      post: 'handler',
      postName: { zh: '经办人', en: 'Handler' },
      from: '2023-05-17',
      until: null,
      held: true,
    },
  ],
});

test.each(['周', 'HANDLER', '水务', '经办', '周甲-log'])(
  '"%s" finds somebody by name, post, unit or user name',
  (words) => {
    expect(fitsPerson(someone('周甲'), words)).toBe(true);
    expect(fitsPerson(someone('周甲'), '林草')).toBe(false);
  },
);

test('whoever left comes last, the others by the sound of their names', () => {
  const names = inOrder([someone('周甲'), someone('曹甲', false), someone('陈甲')]).map((person) => person.name);
  expect(names).toEqual(['陈甲', '周甲', '曹甲']);
});
