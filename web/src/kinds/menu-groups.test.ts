import { expect, test } from 'vitest';
import type { Kind } from './kind.ts';
import { groupsIn } from './menu-groups.ts';

const kind = (id: string, menu: string | null, is: Kind['is'] = 'plain'): Kind => ({
  id,
  title: { zh: id },
  clause: '1',
  is,
  ...(menu ? { menu: { zh: menu } } : {}),
  number: '{serial}',
  mayOpen: false,
  mayImport: false,
  obstacle: { code: 'silent' },
  from: [],
  sheet: [],
  opening: [],
  stages: [],
  steps: [],
  byPeriod: false,
  list: { columns: [], filters: [] },
  facts: [],
  parts: [],
  handsOver: false,
  flow: [],
  acts: [],
});

test('kinds stand under the heads that the plan gives them, in its order', () => {
  const groups = groupsIn([kind('regatta', '水上'), kind('loan', '馆藏'), kind('boat', '水上')]);

  expect(groups.map(({ title, kinds }) => [title.zh, kinds.map(({ id }) => id)])).toEqual([
    ['水上', ['regatta', 'boat']],
    ['馆藏', ['loan']],
  ]);
});

test('a kind without a head is in no menu; problems and editions have places of their own', () => {
  expect(groupsIn([kind('hidden', null), kind('problem', '水上', 'problem'), kind('list', '水上', 'edition')])).toEqual(
    [],
  );
});
