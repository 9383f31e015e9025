import { understand } from '@bihuan/core/intake';
import { expect, test } from 'vitest';
import { loadWorkbook, sheetsOf } from '../../files/read-sheets.ts';
import { OFFICE } from '../../files/testing/office.ts';
import { emptyList } from './template.ts';

test('an office that fills in the empty list is understood without a question about its head', async () => {
  const loaded = await loadWorkbook(await emptyList());
  const filled = loaded.workbook.worksheets[0]!;
  const heads = (filled.getRow(2).values as unknown[]).slice(1).map(String); // exceljs counts cells from one
  const about: Readonly<Record<string, string>> = { 编号: 'M-1', 问题: '演示：甲沟排口直排', 责任单位: '由旺镇' };
  filled.addRow(heads.map((head) => about[head] ?? ''));

  const understood = understand(sheetsOf(loaded, () => undefined)[0]!, OFFICE);

  expect(understood.head).toMatchObject({ first: 1, last: 1 });
  expect(understood.columns.map(({ field }) => field)).not.toContain(null);
  expect(understood.columns.map(({ text }) => text)).toEqual(heads);
  expect(understood.rows).toMatchObject([{ pile: 'ready' }]);
});
