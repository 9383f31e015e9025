import { pilesOf, REASON_HEAD, rowErrors, understand } from '@bihuan/core/intake';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { runsAsFormula } from './formula.ts';
import { OFFICE, sampleBytes, sampleSheet } from './testing/office.ts';
import { errorWorkbook, readWorkbook } from './workbook.ts';

async function marked(
  file: string,
  sheet: string,
  headRow: number,
  errors: Parameters<typeof errorWorkbook>[2],
): Promise<ExcelJS.Worksheet> {
  const made = await errorWorkbook(await sampleBytes(file), { sheet, headRow }, errors);
  if (!Buffer.isBuffer(made)) throw new Error(made.refused.code);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(made as unknown as Parameters<typeof workbook.xlsx.load>[0]); // exceljs declares a Buffer type of its own
  const found = workbook.getWorksheet(sheet);
  if (found === undefined) throw new Error(`no sheet ${sheet}`);
  return found;
}

const fill = (sheet: ExcelJS.Worksheet, address: string): unknown =>
  (sheet.getCell(address).fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb; // only patterns are written

test('the office gets its own file again: a column of reasons, red cells, everything else as it was', async () => {
  const sheet = await marked('02-two-row-head.xlsx', '整改台账', 3, [
    { row: 4, reason: '责任单位对不上', columns: [7] },
  ]);

  expect(sheet.getCell('J3').value).toBe(REASON_HEAD);
  expect(sheet.getCell('J4').value).toBe('责任单位对不上');
  expect(fill(sheet, 'G4')).toBe('FFFFC7CE');
  expect([fill(sheet, 'C4'), fill(sheet, 'G7')]).toEqual([undefined, undefined]);
  expect(sheet.getCell('G5').master.address).toBe('G4');
  expect(sheet.getCell('E2').master.address).toBe('D2');
  expect(sheet.getCell('C4').border.top?.style).toBe('thin');
  expect(sheet.getCell('C5').value).toBe('演示：甲村养殖粪污入沟');
});

test('what the dry run could not settle comes back in the words of its questions, at the cells in question', async () => {
  const list = understand(await sampleSheet('12-name-post-telephone.xlsx'), OFFICE);
  const sheet = await marked('12-name-post-telephone.xlsx', list.sheet, (list.head?.last ?? 0) + 1, rowErrors(list));

  expect(pilesOf(list)).toEqual({ ready: 3, needsDecision: 1, skipped: 0 });
  expect(sheet.getCell('L6').value).toBe('责任人“联系镇里值班的同志”分不清姓名、职务和电话');
  expect([fill(sheet, 'I6'), fill(sheet, 'H6'), fill(sheet, 'I5')]).toEqual(['FFFFC7CE', undefined, undefined]);
});

test('an error without a cell of its own reddens the whole row', async () => {
  const sheet = await marked('14-formula-like-text.xlsx', 'Sheet1', 2, [
    { row: 4, reason: '没有读出日期', columns: [] },
  ]);
  expect(['A4', 'C4', 'K4', 'L4'].map((address) => fill(sheet, address))).toEqual(
    Array.from({ length: 4 }, () => 'FFFFC7CE'),
  );
});

test('nothing in the returned file runs: formulas became their results and formula-like text is stored as text', async () => {
  const sheet = await marked('14-formula-like-text.xlsx', 'Sheet1', 2, [{ row: 4, reason: '=1+1', columns: [] }]);

  expect(sheet.getCell('C3')).toMatchObject({
    value: '=HYPERLINK("http://example.invalid","演示")',
    numFmt: '@',
    type: ExcelJS.ValueType.String,
  });
  expect(['E3', 'F3', 'K3', 'K4', 'L4'].map((address) => sheet.getCell(address).numFmt)).toEqual(
    Array.from({ length: 5 }, () => '@'),
  );
  expect(sheet.getCell('H5').value).toBe('由旺镇');
  expect(sheet.getCell('K5').value).toBe(2);
  sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)));
});

test('the returned file can be corrected and uploaded again, and its column of reasons is used again', async () => {
  const first = await errorWorkbook(await sampleBytes('14-formula-like-text.xlsx'), { sheet: 'Sheet1', headRow: 2 }, [
    { row: 4, reason: '旧原因', columns: [] },
  ]);
  if (!Buffer.isBuffer(first)) throw new Error(first.refused.code);
  const second = await errorWorkbook(first, { sheet: 'Sheet1', headRow: 2 }, [
    { row: 5, reason: '新原因', columns: [] },
  ]);
  if (!Buffer.isBuffer(second)) throw new Error(second.refused.code);
  const read = await readWorkbook(second, '清单.xlsx', { converter: null });
  if ('refused' in read) throw new Error(read.refused.code);

  const texts = read.sheets[0]?.rows.map((row) => row[11]?.text ?? '');

  expect(texts).toEqual(['', REASON_HEAD, '', '', '新原因']);
});

test.each([
  ['=1+1', true],
  ['+清理', true],
  ['-封堵', true],
  ['@演示', true],
  ['\t=1', true],
  ['＝1', true],
  ['  =1', true],
  ['|cmd', true],
  ['-5', false],
  ['+3.5', false],
  ['-12%', false],
  ['演示=甲', false],
  ['', false],
])('“%s” might run: %s', (text, runs) => {
  expect(runsAsFormula(text)).toBe(runs);
});
