import { expect, test } from 'vitest';
import type { Unit } from '../../model.ts';
import { plainDate } from '../../../time/index.ts';
import { said } from '../../testing/checked.ts';
import { library } from '../../testing/library.ts';

const from = plainDate('2030-03-01');
const unitsWith = (changes: Readonly<Record<string, Partial<Unit>>>) => ({
  ...library,
  units: library.units.map((unit) => ({ ...unit, ...changes[unit.id] })),
});

test('a successor that is not there, or not there yet, and units that succeed each other are found', () => {
  expect(said(unitsWith({ east: { succeededBy: { unit: 'moon', from } } }))).toContain('unknown-role moon');
  const ring = unitsWith({
    east: { succeededBy: { unit: 'west', from } },
    west: { succeededBy: { unit: 'east', from } },
  });
  expect(said(ring)).toEqual(expect.arrayContaining(['shape east, west', 'shape west, east']));
  const early = unitsWith({
    east: { succeededBy: { unit: 'west', from } },
    west: { names: [{ name: { zh: '西馆' }, from: plainDate('2030-04-01') }] },
  });
  expect(said(early)).toContain(`shape east, west, ${from}`);
  expect(said(unitsWith({ east: { succeededBy: { unit: 'west', from } } }))).toEqual([]);
});
