import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { png, workbookWithPictures } from '../files/testing/pictures.ts';
import { dryRun } from '../operations/imports/from-shell.ts';
import { testOffice } from '../testing/office.ts';
import { reportOf, reportWords } from './import-report.ts';

const { services } = await testOffice();
const samples = fileURLToPath(new URL('../../../samples/', import.meta.url));
const look = async (file: string, sheet: string | null) => {
  const found = await dryRun(services, { file: path.resolve(samples, file), sheet, kind: null });
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

test('pictures are said, with how to choose what they are kept as', async () => {
  const rows = [
    ['编号', '问题', '责任单位', '现场照片'],
    ['1', '演示：甲沟排口直排', '由旺镇', null],
  ];
  const laid = [1, 2].map((row) => ({ row, column: 4, bytes: png(row) }));
  const folder = await mkdtemp(path.join(tmpdir(), 'bihuan-report-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, '带照片.xlsx');
  await writeFile(file, await workbookWithPictures(rows, laid));
  const words = reportWords(reportOf(await look(file, null)));

  expect(words).toContain('有1张图片不导入（第1行）');
  expect(words).toContain('--set pictures:4=none');
});
