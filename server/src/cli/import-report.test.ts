import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { dryRun } from '../operations/imports/from-shell.ts';
import { testOffice } from '../testing/office.ts';
import { reportOf, reportWords } from './import-report.ts';

const { services } = await testOffice();
const samples = fileURLToPath(new URL('../../../samples/', import.meta.url));
const look = async (file: string, sheet: string | null) => {
  const found = await dryRun(services, { file: path.join(samples, file), sheet, kind: null });
  if (found === null || 'refused' in found) throw new Error('not read');
  return found;
};

test('a list with a sheet for every month names the months that were not looked at, and how to choose one', async () => {
  const june = await look('01-titles-and-months.xlsx', '6月');

  expect(june.read.sheet).toBe('6月');
  expect(june.others).toEqual([
    { name: '5月', hidden: false, rows: 6, entries: 2 },
    { name: '草稿', hidden: true, rows: 2, entries: 1 },
  ]);
  const words = reportWords(reportOf(june));
  expect(words).toContain('另有2张没有看；用 --sheet 名称 选择');
  expect(words).toContain('  5月    行 / rows 6    可读 / entries 2\n');
  expect(words).toContain('草稿（隐藏 / hidden）');
});

test('a workbook of one sheet speaks of no other', async () => {
  expect(reportWords(reportOf(await look('08-units-inline.xlsx', null)))).not.toContain('--sheet');
});
