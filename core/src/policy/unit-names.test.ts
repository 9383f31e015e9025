import { expect, test } from 'vitest';
import { plainDate } from '../time/index.ts';
import type { UnitName } from './model.ts';
import { isThere, unitName } from './units.ts';

const named = (...names: readonly UnitName[]) => [
  {
    id: 'desk',
    names,
    shortNames: [],
    level: 'county',
    kind: 'office',
    external: false,
    roles: [],
    posts: [],
  } as const,
];
const day = plainDate;
const from = (zh: string, since?: string, until?: string): UnitName => ({
  name: { zh },
  ...(since ? { from: day(since) } : {}),
  ...(until ? { until: day(until) } : {}),
});

test.each([
  ['2024-12-31', '甲局'],
  ['2025-01-01', '乙局'],
  ['2030-06-03', '乙局'],
])('D7 · a name without a day holds until a dated one begins: on %s it is %s', (on, name) => {
  const units = named(from('甲局'), from('乙局', '2025-01-01'));
  expect(unitName(units, 'desk', day(on))).toBe(name);
  // in whichever order they are written
  expect(unitName(named(from('乙局', '2025-01-01'), from('甲局')), 'desk', day(on))).toBe(name);
});

test.each([
  ['2024-12-31', '甲局'],
  ['2025-01-01', '乙局'],
  ['2026-06-30', '乙局'],
  ['2026-07-01', '丙局'],
  ['2030-01-01', '丙局'],
])(
  'D7 · of three names each holds until the next begins, in whichever order they are written: on %s it is %s',
  (on, name) => {
    const three = [from('甲局'), from('乙局', '2025-01-01'), from('丙局', '2026-07-01')];
    for (const order of [three, three.toReversed(), [three[1]!, three[0]!, three[2]!]])
      expect(unitName(named(...order), 'desk', day(on))).toBe(name);
  },
);

test.each([
  ['2024-03-31', '甲局', true],
  ['2024-04-01', '甲局', false],
  ['2024-12-31', '甲局', false],
  ['2025-01-01', '乙局', true],
  ['2026-01-01', '乙局', false],
  ['2027-01-01', '丙局', true],
])('D7 · between two names it is not there and called by the one before: on %s it is %s', (on, name, there) => {
  const names = [
    from('丙局', '2027-01-01'),
    from('乙局', '2025-01-01', '2026-01-01'),
    from('甲局', undefined, '2024-04-01'),
  ];
  const [unit] = named(...names);
  expect([unitName([unit!], 'desk', day(on)), isThere(unit!, day(on))]).toEqual([name, there]);
});

test('D7 · a unit that will be founded is called by its first name', () => {
  const coming = named(from('乙局', '2027-01-01'), from('甲局', '2026-01-01'));
  expect(unitName(coming, 'desk', day('2025-01-01'))).toBe('甲局');
});

test('a unit whose names have ended is not there, and is still called by the last of them', () => {
  const [ended] = named(from('甲局', undefined, '2025-01-01'));
  expect(isThere(ended!, day('2024-12-31'))).toBe(true);
  expect(isThere(ended!, day('2025-01-01'))).toBe(false);
  expect(unitName([ended!], 'desk', day('2026-01-01'))).toBe('甲局');
});
