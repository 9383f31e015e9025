import { expect, test } from 'vitest';
import type { Kind } from '../../kinds/kind.ts';
import type { FieldType, SheetField } from '../../sheet/field.ts';
import { columnsOf, usualOf } from './columns.ts';

const field = (id: string, type: FieldType, personal = false): SheetField => ({
  id,
  label: { zh: id },
  type,
  required: false,
  personal,
});
const kind: Kind = {
  id: 'regatta',
  title: { zh: '赛事' },
  clause: '1',
  number: '赛-{serial}',
  opening: [],
  flow: [],
  acts: [],
  is: 'plain',
  mayOpen: true,
  mayImport: false,
  obstacle: null,
  from: [],
  sheet: [field('boat', 'text'), field('rower', 'named-person', true), field('crew', 'rows'), field('fee', 'money')],
  stages: [],
  steps: [],
  byPeriod: false,
  list: { columns: ['number', 'boat', 'stage', 'due'], filters: [] },
  facts: [],
  parts: [],
  handsOver: false,
};

test('a new desk shows the columns of the plan in their order; the number stands before them in any case', () => {
  expect(usualOf(kind)).toEqual(['boat', 'stage', 'due']);
});

test('further columns may be added, but nobody’s person, no table and no file', () => {
  const all = columnsOf(kind);

  expect(all.slice(0, 3)).toEqual(['boat', 'stage', 'due']);
  expect(all).toContain('fee');
  expect(all).toContain('holder');
  expect(all).not.toContain('rower');
  expect(all).not.toContain('crew');
});

test('a column that the plan names and the sheet does not have is left out', () => {
  expect(columnsOf({ ...kind, list: { columns: ['number', 'gone'], filters: [] } })).not.toContain('gone');
});
