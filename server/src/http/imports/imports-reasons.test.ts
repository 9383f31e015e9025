import { expect, test } from 'vitest';
import { importOffice, place, workbook } from '../../testing/imports.ts';

const { clerk } = await importOffice();

test('one reason for many rows alike, and one for the whole sheet, stand beside what they decided', async () => {
  const rows = [1, 2, 3, 4].map((at) => [
    String(at),
    `演示：${place(at)}${place(at + 900)}`,
    at === 1 ? '由旺镇' : '',
    '查无此局',
  ]);
  const id = await clerk.receive('理由.xlsx', await workbook([['编号', '问题', '乡镇', '责任单位'], ...rows]));
  const { questions, groups } = await clerk.view(id);
  const blank = questions.find(({ code }) => code === 'blank-meaning')!;
  const unit = groups.find(({ code }) => code === 'unit-unknown')!;
  expect([unit.alike, blank.row]).toEqual([4, null]);

  const answered = await clerk.post(`/imports/${id}/decisions`, {
    decisions: [
      { on: unit.group, choose: 'leave-out', reason: '该单位已撤并（演示）' },
      { on: blank.id, choose: 'none', reason: '下面几行不在乡镇（演示）' },
    ],
  });

  expect(answered.json()).toMatchObject({ blanks: [{ field: 'township', reason: '下面几行不在乡镇（演示）' }] });
  const lines = await clerk.lines(id, 'ready');
  expect(lines.map(({ decisions }) => decisions.map(({ reason }) => reason))).toEqual(
    rows.map(() => ['该单位已撤并（演示）']),
  );
});
