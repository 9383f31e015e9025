import { expect, test } from 'vitest';
import { rowParts } from './append-rows.ts';
import type { Append } from './dossiers.ts';

const nothing = { put: [], removed: [] };
const act: Append = {
  region: '530521',
  dossier: '00000000-0000-4000-8000-000000000001',
  kind: 'case',
  before: 1,
  links: [],
  state: {},
  rows: { tasks: nothing, clocks: nothing, copies: nothing },
};
const written = (one: Append): number => rowParts(one).filter((part) => part !== null).length;

test('an act opens the tables that it writes to and no others', () => {
  expect(written(act)).toBe(0);
  expect(written({ ...act, rows: { ...act.rows, tasks: { put: [], removed: ['t1'] } } })).toBe(1);
  expect(written({ ...act, takes: { series: 'SD-2026', no: 1 }, rows: { ...act.rows, filed: ['f1'] } })).toBe(2);
});
