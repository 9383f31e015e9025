import { expect, test } from 'vitest';
import { listOf, OFFICE } from './testing/office.ts';
import { directoryOf, indexUnits } from './unit-directory.ts';
import type { Unit } from '../policy/index.ts';
import { plainDate } from '../time/index.ts';
import { understand } from './understand.ts';

const unit = (id: string, level: Unit['level'], zh: string): Unit => ({
  id,
  level,
  names: [{ name: { zh } }],
  shortNames: [],
  roles: [],
  posts: [],
  kind: 'office',
  external: false,
});
const COUNTY = [
  unit('water', 'county', '虚县水务局'),
  unit('ecology', 'county', '虚空市生态环境局虚县分局'),
  unit('government', 'city', '虚空市人民政府'),
];
const asked = (place: string, written: string) => {
  const units = indexUnits(directoryOf(COUNTY, plainDate('2026-06-01'), place));
  const list = understand(listOf(['1', 'X-1', '演示：甲沟', '', written, '2026年底前', '']), { ...OFFICE, units });
  const [question] = list.rows[0]!.questions;
  return [question?.suggested ?? null, ...(question?.options.slice(0, -2).map(({ id }) => id) ?? [])];
};

test.each([
  ['市水务局', [null, 'water']],
  ['省水务厅', [null, 'water']],
  ['虚空市水务局', [null, 'government', 'ecology', 'water']],
  ['县水利局', ['water', 'water']],
  ['水务管理局', ['water', 'water']],
  ['市生态环境分局', ['ecology', 'ecology']],
  ['县生态环境分局', ['ecology', 'ecology']],
])('“%s” is not marked as a unit of another level', (written, expected) => {
  expect(asked('虚县', written)).toEqual(expected);
});
