import type { Cell, Merge, Sheet } from '@bihuan/core/intake';
import { createRequire } from 'node:module';
import ExcelJS from 'exceljs';
import { flatten } from './flatten.ts';
import { LIMITS } from './limits.ts';
import { recast } from './recast.ts';
import { Refused } from './refusal.ts';

/** Parts that reading never needs; some of them (validation of a whole column) make a library run out of memory. */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'extLst',
  'hyperlinks',
  'autoFilter',
];

type NumberFormat = { f?: string; readonly 'zh-cn'?: string };

// Formats 27–36 and 50–58 mean something else in every language of Excel; the library knows that and applies none, so that a
// day entered in a Chinese Excel came out as a bare number. Offices here write Chinese files.
const formats = createRequire(import.meta.url)('exceljs/lib/xlsx/defaultnumformats.js') as Record<string, NumberFormat>;
for (const format of Object.values(formats)) if (format['zh-cn'] !== undefined) format.f = format['zh-cn'];

/**
 * Loads a workbook that `preflight` has passed. Only inside the reading process. @throws Refused where a sheet that the workbook
 * names did not come out of it
 */
export async function loadWorkbook(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const usual = await recast(bytes);
  const data = usual.bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]; // exceljs declares a Buffer type of its own
  await workbook.xlsx.load(data, { ignoreNodes: IGNORED });
  if (workbook.worksheets.length < usual.names.length) {
    const read = new Set(workbook.worksheets.map(({ name }) => name));
    throw new Refused(
      'sheet-lost',
      usual.names.filter((name) => !read.has(name)),
    );
  }
  return workbook;
}

/** All sheets of a workbook as plain rows; blank formatted rows and columns at the end are cut. Throws `Refused` over a limit. */
export function sheetsOf(workbook: ExcelJS.Workbook, progress: (rows: number) => void): readonly Sheet[] {
  if (workbook.worksheets.length > LIMITS.sheets) throw new Refused('too-many-sheets');
  let done = 0;
  return workbook.worksheets.map((sheet) => {
    const merges = mergesOf(sheet);
    const rows: Cell[][] = [];
    const hiddenRows: number[] = [];
    let lastWritten = 0;
    sheet.eachRow((row, number) => {
      const cells = cellsOf(row, merges);
      if (cells.length > LIMITS.columns) throw new Refused('too-many-columns');
      if (cells.length > 0) {
        if (number > LIMITS.rows) throw new Refused('too-many-rows');
        while (rows.length < number - 1) rows.push([]);
        rows[number - 1] = cells;
        lastWritten = number;
        if (row.hidden) hiddenRows.push(number);
      }
      done += 1;
      if (done % 500 === 0) progress(done);
    });
    progress(done);
    return {
      name: sheet.name,
      hidden: sheet.state !== 'visible',
      rows,
      tail: Math.max(0, sheet.rowCount - lastWritten),
      ...(hiddenRows.length > 0 ? { hiddenRows } : {}),
    };
  });
}

type Blocks = ReadonlyMap<string, Merge>;

// The library tells each merged cell its upper left one; the block is what all cells with the same one cover.
function mergesOf(sheet: ExcelJS.Worksheet): Blocks {
  const blocks = new Map<string, Merge>();
  sheet.eachRow((row) => {
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (!cell.isMerged) return;
      const { address, row: top, col: left } = cell.master;
      const [first, from] = [Number(top), Number(left)];
      const before = blocks.get(address);
      const rowSpan = Math.max(before?.rowSpan ?? 1, Number(cell.row) - first + 1);
      const columnSpan = Math.max(before?.columnSpan ?? 1, Number(cell.col) - from + 1);
      blocks.set(address, { row: first - 1, column: from - 1, rowSpan, columnSpan });
    });
  });
  return blocks;
}

function cellsOf(row: ExcelJS.Row, blocks: Blocks): Cell[] {
  const cells: Cell[] = [];
  let lastWritten = 0;
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    const merged = cell.isMerged ? blocks.get(cell.master.address) : undefined;
    const flat = flatten(cell.value, cell.numFmt);
    while (cells.length < column - 1) cells.push({ text: '' });
    cells[column - 1] = merged === undefined ? flat : { ...flat, merged };
    if (flat.text.trim() !== '') lastWritten = column;
  });
  return cells.slice(0, lastWritten);
}
