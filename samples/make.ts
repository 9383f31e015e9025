// Makes the sample workbooks beside it: `npx node samples/make.ts [folder]`. Run it after changing a shape and commit the files.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { libreOffice, wps } from './foreign.ts';
import type { Sample, SampleCell, SampleSheet } from './sample.ts';
import { CELL_SHAPES } from './shapes-cell.ts';
import { HEAD_SHAPES } from './shapes-head.ts';
import { KIND_SHAPES } from './shapes-kind.ts';
import { ROW_SHAPES } from './shapes-row.ts';

function valueOf(cell: SampleCell): ExcelJS.CellValue {
  if (cell === null || typeof cell !== 'object' || cell instanceof Date) return cell;
  if ('rich' in cell) return { richText: cell.rich.map((text) => ({ text })) };
  return 'link' in cell ? { text: cell.link, hyperlink: cell.link } : { ...cell };
}

function addSheet(workbook: ExcelJS.Workbook, { name, rows, merges, hidden, tail }: SampleSheet): void {
  const sheet = workbook.addWorksheet(name, { state: hidden === true ? 'hidden' : 'visible' });
  for (const row of rows) sheet.addRow(row.map(valueOf));
  for (const range of merges ?? []) sheet.mergeCells(range);
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      cell.alignment = { wrapText: true, vertical: 'middle' };
      cell.border = {
        top: { style: 'thin' },
        left: { style: 'thin' },
        bottom: { style: 'thin' },
        right: { style: 'thin' },
      };
      if (cell.value instanceof Date) cell.numFmt = 'yyyy"年"m"月"d"日"';
    }),
  );
  for (let extra = 1; extra <= (tail ?? 0); extra += 1)
    sheet.getCell(rows.length + extra, 1).border = { top: { style: 'thin' } };
}

async function workbookOf({ sheets }: Sample): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '演示';
  workbook.created = new Date(Date.UTC(2024, 0, 1));
  workbook.modified = workbook.created;
  for (const sheet of sheets) addSheet(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const folder = process.argv[2] ?? import.meta.dirname;
for (const sample of [...HEAD_SHAPES, ...CELL_SHAPES, ...ROW_SHAPES, ...KIND_SHAPES])
  await writeFile(path.join(folder, sample.file), await workbookOf(sample));
await writeFile(path.join(folder, '13-libreoffice.xlsx'), await libreOffice());
await writeFile(path.join(folder, '13-wps-blank-tail.xlsx'), await wps());
