import { expect, test } from 'vitest';
import { listName, rowKey, titleAmong } from './key.ts';
import { contentOf } from './repeats.ts';
import { decide, listOf, OFFICE } from './testing/office.ts';
import { applyDecisions, understand } from './understand.ts';
import type { KnownProblem } from './understood.ts';

const earlier = (list: string, problem: string, id = 'p'): KnownProblem => ({
  id,
  number: null,
  problem,
  township: null,
  place: null,
  key: rowKey({ list, number: null, problem, place: null }),
  content: 'as it was',
});

test('a row whose figure was corrected is asked about and never registered a second time', () => {
  const office = { ...OFFICE, known: [earlier('虚构清单', '演示：甲沟约200立方米污水直排')] };
  const line = ['1', '', '演示：甲沟约250立方米污水直排', '甲镇', '甲镇', '2024年底前', ''];
  const [row] = understand(listOf(line), office).rows;

  expect(row).toMatchObject({ pile: 'needs-decision', questions: [{ code: 'same-problem' }] });
  expect(applyDecisions(listOf(line), office, [decide(row!.questions[0]!.id, 'update')]).rows).toMatchObject([
    { pile: 'ready', updates: 'p', sameAs: null },
  ]);
});

test('a neighbour that only differs by a figure is no correction while the old row still stands in the list', () => {
  const old = '演示：第12号排口直排';
  const rows = [old, '演示：第13号排口直排'].map((problem) => ['1', '', problem, '', '甲镇', '2024年底前', '']);
  const again = understand(listOf(...rows), { ...OFFICE, known: [earlier('虚构清单', old)] });
  expect(again.rows.flatMap(({ questions }) => questions.map(({ code }) => code))).toEqual(['already-known-changed']);
});

test('a row much like one that came before is asked about, also where that one stands in the list again', () => {
  const old = ['1', '', '演示：甲沟上游左岸污水直排', '', '甲镇', '2024年底前', ''];
  const first = understand(listOf(old), OFFICE).rows[0]!;
  const before: KnownProblem = { ...earlier('虚构清单', first.problem), content: contentOf(first) };
  const again = understand(listOf(old, old.with(2, '演示：甲沟上游右岸污水直排')), { ...OFFICE, known: [before] });
  expect(again.rows).toMatchObject([{ rows: [4], questions: [{ code: 'same-problem' }] }]);
});

test('one number in two lists without a name may be two problems, and the second can be registered', () => {
  const before: KnownProblem = { ...earlier('虚构清单', '演示：乙坪矿渣'), number: 'X-2', key: '虚构清单|no|X-2' };
  const other = listOf(['1', 'X-2', '演示：丙厂粉尘外溢', '甲镇', '甲镇', '2024年底前', '封堵']);
  const office = { ...OFFICE, known: [before] };
  const [row] = understand(other, office).rows;
  const told = applyDecisions(other, office, [decide(row!.questions[0]!.id, 'new')]).rows[0]!;

  expect(row!.questions).toMatchObject([
    { code: 'already-known-changed', zh: expect.stringContaining('演示：乙坪矿渣') },
  ]);
  expect(told).toMatchObject({ pile: 'ready', updates: null });
  expect(told.key).not.toBe(row!.key);
  const later: KnownProblem = { ...before, id: 'q', problem: told.problem, key: told.key, content: contentOf(told) };
  expect(understand(other, { ...office, known: [before, later] }).rows).toEqual([]);
});

test.each([
  [['附件1', '虚县突出问题整改清单'], '虚县突出问题整改清单'],
  [['附件2：虚县突出问题整改清单'], '虚县突出问题整改清单'],
  [['填报单位：甲局', '虚县突出问题整改清单'], '虚县突出问题整改清单'],
  [['（截至2024年5月31日）', '虚县突出问题整改清单'], '虚县突出问题整改清单'],
  [['截至2024年5月底虚县突出问题整改清单'], '虚县突出问题整改清单'],
  [['附件1'], ''],
])('the title lines %j name the list “%s”', (titles, name) => {
  expect(listName(titleAmong(titles) ?? '')).toBe(name);
});
