import { expect, test } from 'vitest';
import { plainDate } from '../time/index.ts';
import { stateOf, wallOf, type Filing, type WallReturn } from './index.ts';

const on = plainDate;
const open: Filing = {
  due: on('2030-05-06'),
  filedOn: null,
  confirmed: true,
  nil: false,
  returned: false,
  withdrawn: false,
};
const state = (more: Partial<Filing>, today = '2030-05-01') => stateOf({ ...open, ...more }, on(today));

test('a return is open up to its last day, that day too, and missing from the next', () => {
  expect([state({}), state({}, '2030-05-06'), state({}, '2030-05-07')]).toEqual(['open', 'open', 'missing']);
});

test('what was filed by its day is filed for good; nothing to report is said to be nil; after the day it is late, nil or not', () => {
  const [intime, after] = [{ filedOn: on('2030-05-06') }, { filedOn: on('2030-05-07') }];

  expect([
    state(intime, '2030-06-01'),
    state({ ...intime, nil: true }),
    state(after),
    state({ ...after, nil: true }),
  ]).toEqual(['filed', 'nil', 'late', 'late']);
});

test('what was sent back says so, also after its day, until it is filed anew', () => {
  expect([state({ returned: true }), state({ returned: true }, '2030-06-01')]).toEqual(['returned', 'returned']);
});

const owed = (unit: string, what: string, more: Partial<WallReturn> = {}): WallReturn => ({
  ...open,
  dossier: `${unit}/${what}`,
  number: '1',
  unit,
  what,
  corrects: null,
  ...more,
});

test('the wall shows every unit and everything that any of them owes, and counts the cells', () => {
  const wall = wallOf(
    [
      owed('nets', 'clay', { filedOn: on('2030-05-02') }),
      owed('nets', 'grass'),
      owed('greens', 'grass', { filedOn: on('2030-05-02'), nil: true }),
    ],
    on('2030-05-03'),
  );

  expect(wall.whats).toEqual(['clay', 'grass']);
  expect(wall.rows.map(({ unit, cells }) => [unit, ...cells.map((cell) => cell.state)])).toEqual([
    ['nets', 'filed', 'open'],
    ['greens', 'not-owed', 'nil'],
  ]);
  expect(wall.counts).toEqual({
    filed: 1,
    nil: 1,
    late: 0,
    confirming: 0,
    open: 1,
    returned: 0,
    missing: 0,
    'not-owed': 1,
  });
  expect(wall.rows[0]!.cells[0]).toMatchObject({ dossier: 'nets/clay', filedOn: '2030-05-02', due: '2030-05-06' });
});

test('columns stand in the order of the plan, whoever filed first', () => {
  const returns = [owed('nets', 'grass'), owed('greens', 'clay'), owed('lights', '')];

  expect(wallOf(returns, on('2030-05-03'), { order: ['clay', 'grass'] }).whats).toEqual(['', 'clay', 'grass']);
});

test('a wall of a draw has cells only for what is owed', () => {
  const wall = wallOf([owed('nets', 'd1'), owed('greens', 'd2')], on('2030-05-03'), { sparse: true });

  expect(wall.rows.map(({ cells }) => cells.map(({ what }) => what))).toEqual([['d1'], ['d2']]);
});

test('a correction has no cell of its own: it stands beside what it corrects', () => {
  const first = owed('nets', 'clay', { filedOn: on('2030-05-02') });
  const wall = wallOf(
    [first, owed('nets', 'clay', { dossier: 'second', number: '2', corrects: first.dossier })],
    on('2030-05-20'),
  );

  expect(wall.rows).toHaveLength(1);
  expect(wall.rows[0]!.cells).toMatchObject([{ state: 'filed', corrections: [{ dossier: 'second', number: '2' }] }]);
  expect(wall.counts).toMatchObject({ filed: 1, missing: 0 });
});

test('a wall nobody owes anything on is empty', () => {
  expect(wallOf([], on('2030-05-03'))).toMatchObject({ whats: [], rows: [], counts: { filed: 0, 'not-owed': 0 } });
});
