import { expect, test } from 'vitest';
import { plainDate } from '../../../time/index.ts';
import type { Pack, Unit } from '../../model.ts';
import { said, unsettled } from '../../testing/checked.ts';
import { library } from '../../testing/library.ts';
import { text } from '../../testing/library-words.ts';

const withUnit = (id: string, change: Partial<Unit>): Pack => ({
  ...library,
  units: library.units.map((unit) => (unit.id === id ? { ...unit, ...change } : unit)),
});
const day = plainDate('2031-01-01');
const east = text('东馆');

test('two units of one name are found: papers could not tell them apart', () => {
  expect(unsettled(withUnit('west', { names: [{ name: east }] }))).toMatchObject([
    { kind: 'shape', about: ['东馆', 'east', 'west'], file: 'units', path: ['units', 6, 'names', 0] },
  ]);
});

test('a name that one unit had before another has it is one name at a time', () => {
  const renamed = withUnit('east', {
    names: [
      { name: east, until: day },
      { name: text('新东馆'), from: day },
    ],
  });
  const taken = (from: typeof day): Pack => ({
    ...renamed,
    units: renamed.units.map((unit) =>
      unit.id === 'west'
        ? {
            ...unit,
            names: [
              { name: text('西馆'), until: from },
              { name: east, from },
            ],
          }
        : unit,
    ),
  });

  expect(said(taken(day))).toEqual([]);
  expect(said(taken(plainDate('2030-12-31')))).toEqual(['shape 东馆, east, west']);
});

test('D7 · a name without a day is given up where a dated one begins, and another unit may have it then', () => {
  const renamed = withUnit('east', { names: [{ name: east }, { name: text('新东馆'), from: day }] });
  const taken = (from: typeof day): Pack => ({
    ...renamed,
    units: renamed.units.map((unit) =>
      unit.id === 'west' ? { ...unit, names: [{ name: text('西馆') }, { name: east, from }] } : unit,
    ),
  });

  expect(said(taken(day))).toEqual([]);
  expect(said(taken(plainDate('2030-12-31')))).toEqual(['shape 东馆, east, west']);
});

test('a unit that holds an office on a day on which it has no name is found', () => {
  const until = withUnit('archive', { names: [{ name: text('档案室'), until: day }] });
  const gap = withUnit('archive', {
    names: [
      { name: text('档案室'), until: day },
      { name: text('档案馆'), from: plainDate('2031-02-01') },
    ],
  });

  expect(unsettled(until)).toMatchObject([
    {
      kind: 'shape',
      about: ['archive'],
      path: ['units', 3, 'names'],
      text: { zh: expect.stringContaining('2031-01-01') },
    },
  ]);
  expect(said(gap)).toEqual(['shape archive']);
  expect(said(withUnit('archive', { names: [{ name: text('档案室'), from: day }] }))).toEqual(['shape archive']);
});

test('a unit that is no more needs no name', () => {
  const gone = withUnit('cellar', {
    names: [{ name: text('书库'), until: day }],
    roles: [{ role: 'cellar', until: day }],
  });
  const bare = withUnit('cellar', { names: [{ name: text('书库'), until: day }], roles: [] });

  expect(said(gone)).toEqual([]);
  expect(said(bare)).toEqual([]);
});

test('two names of one unit that hold from the same day are found; one without a day before a dated one is no fault', () => {
  const twice = withUnit('east', { names: [{ name: east }, { name: text('东分馆') }] });
  expect(unsettled(twice)).toMatchObject([{ kind: 'shape', about: ['east', '东分馆'], file: 'units' }]);
  expect(unsettled(withUnit('east', { names: [{ name: east }, { name: text('东分馆'), from: day }] }))).toEqual([]);
});
