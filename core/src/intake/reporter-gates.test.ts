import { expect, test } from 'vitest';
import type { Decision } from './question.ts';
import { namesReporter } from './reporters.ts';
import { decide, OFFICE, sheetOf } from './testing/office.ts';
import { applyDecisions } from './understand.ts';

const HEAD = ['序号', '问题', '整改进展', '备注', '包保情况', '责任单位', '整改时限'];
const NAMES = '举报人王某，电话0875-0000017';
const PLAIN: Readonly<Record<string, string>> = {
  序号: '1',
  问题: '演示：甲沟直排',
  责任单位: '发改局',
  整改时限: '2026年底前',
};
const KEPT = decide(`column:${HEAD.indexOf('包保情况')}`, 'into-remarks');

const rowOf = (said: Readonly<Record<string, string>>, given: readonly Decision[] = []) =>
  applyDecisions(sheetOf([['虚构清单'], HEAD, HEAD.map((head) => said[head] ?? PLAIN[head] ?? '')]), OFFICE, [
    KEPT,
    ...given,
  ]).rows[0]!;
const gatesOf = (row: ReturnType<typeof rowOf>) => row.questions.filter(({ code }) => code === 'names-reporter');

test.each(['问题', '整改进展', '备注', '包保情况'])(
  'who reported is asked about where he is named: under %s',
  (head) => {
    const row = rowOf({ [head]: NAMES });
    const [gate] = gatesOf(row);

    expect([gatesOf(row).length, row.pile, gate?.zh.includes(`“${head}”`)]).toEqual([1, 'needs-decision', true]);
  },
);

test('he is asked about in each column that names him, and the row waits for all of them', () => {
  const named = { 问题: `演示：甲沟直排（${NAMES}）`, 备注: NAMES, 包保情况: `${NAMES}要求保密` };
  const gates = gatesOf(rowOf(named));
  const [problem, ...rest] = gates.map(({ id }) => decide(id, 'set', '演示：甲沟直排'));

  expect(gates).toHaveLength(3);
  expect(rowOf(named, [problem!]).pile).toBe('needs-decision');
  const row = rowOf(named, [problem!, ...rest]);
  expect([row.pile, namesReporter(`${row.problem} ${row.remarks}`)]).toEqual(['ready', false]);
  // the control: without an answer his words would be what enters
  expect(namesReporter(rowOf({ 备注: NAMES }).remarks)).toBe(true);
});

test('words written in their place that name him again settle nothing', () => {
  const [gate] = gatesOf(rowOf({ 备注: NAMES }));

  expect(gatesOf(rowOf({ 备注: NAMES }, [decide(gate!.id, 'set', '投诉人联系电话13900000001')]))).toHaveLength(1);
  expect(rowOf({ 备注: NAMES }, [decide(gate!.id, 'set', '已核实')]).pile).toBe('ready');
});
