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
])('a name without a day holds until a dated one begins: on %s it is %s', (on, name) => {
  const units = named(from('甲局'), from('乙局', '2025-01-01'));
  expect(unitName(units, 'desk', day(on))).toBe(name);
  // in whichever order they are written
  expect(unitName(named(from('乙局', '2025-01-01'), from('甲局')), 'desk', day(on))).toBe(name);
});

test('a unit whose names have ended is not there, and is still called by the last of them', () => {
  const [ended] = named(from('甲局', undefined, '2025-01-01'));
  expect(isThere(ended!, day('2024-12-31'))).toBe(true);
  expect(isThere(ended!, day('2025-01-01'))).toBe(false);
  expect(unitName([ended!], 'desk', day('2026-01-01'))).toBe('甲局');
});
