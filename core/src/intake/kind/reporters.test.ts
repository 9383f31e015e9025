import { expect, test } from 'vitest';
import { listed } from './testing/club.ts';

const HEAD = ['what', 'about', 'where'];
const NAMES = '举报人王某，电话0875-0000017，反映长椅坏了';
const read = (row: readonly string[], answers: Parameters<typeof listed>[2] = []) => {
  const { rows, skipped } = listed(HEAD, [[...row]], answers);
  return { row: rows[0], skipped };
};
const gatesOf = ({ row }: ReturnType<typeof read>) =>
  (row?.questions ?? []).filter(({ code }) => code === 'names-reporter');

test('who reported is asked about in a list of any kind, by the head of the column that names him', () => {
  const named = read([NAMES, 'bar', '']);

  expect([named.row?.pile, gatesOf(named).map(({ zh }) => zh.includes('“what”'))]).toEqual(['needs-decision', [true]]);
  // the control: without an answer his words would be what enters
  expect(named.row?.values['what']).toBe(NAMES);
  expect(gatesOf(read(['长椅坏了', 'bar', '']))).toEqual([]);
});

test('written again without him the row is ready; words that name him again settle nothing', () => {
  const [gate] = gatesOf(read([NAMES, 'bar', '']));

  expect(read([NAMES, 'bar', ''], [[gate!.id, 'set', '长椅坏了']]).row).toMatchObject({
    values: { what: '长椅坏了' },
    pile: 'ready',
  });
  expect(gatesOf(read([NAMES, 'bar', ''], [[gate!.id, 'set', '投诉人联系电话13900000001']]))).toHaveLength(1);
});

test('a row may be left out instead', () => {
  const [gate] = gatesOf(read([NAMES, 'bar', '']));

  expect(read([NAMES, 'bar', ''], [[gate!.id, 'skip']])).toMatchObject({ row: undefined, skipped: [{ row: 3 }] });
});
