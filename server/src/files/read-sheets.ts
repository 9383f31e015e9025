import type { Cell, Merge, Sheet } from '@bihuan/core/intake';
import { createRequire } from 'node:module';
import ExcelJS from 'exceljs';
import { flatten, pictureNamed } from './flatten.ts';
import { LIMITS } from './limits.ts';
import type { NamedPicture } from './pictures/pictures.ts';
import { recast } from './recast.ts';
import type { RecastSheet } from './recast.ts';
import { Refused } from './refusal.ts';

type NumberFormat = { f?: string; readonly 'zh-cn'?: string };

// Formats 27–36 and 50–58 mean something else in every language of Excel; the library knows that and applies none, so that a
// day entered in a Chinese Excel came out as a bare number. Offices here write Chinese files.
const formats = createRequire(import.meta.url)('exceljs/lib/xlsx/defaultnumformats.js') as Record<string, NumberFormat>;
for (const format of Object.values(formats)) if (format['zh-cn'] !== undefined) format.f = format['zh-cn'];

/** A workbook in the library's hands, and what its sheets are really called. */
export type Loaded = { readonly workbook: ExcelJS.Workbook; readonly sheets: readonly RecastSheet[] };

/** Loads a workbook that `preflight` has passed. Only inside the reading process. @throws Refused where a sheet cannot be read */
export async function loadWorkbook(bytes: Buffer): Promise<Loaded> {
  const workbook = new ExcelJS.Workbook();
  const { bytes: plain, sheets } = await recast(bytes);
  const data = plain as unknown as Parameters<typeof workbook.xlsx.load>[0]; // exceljs declares a Buffer type of its own
  await workbook.xlsx.load(data);
  if (workbook.worksheets.length < sheets.length)
    throw new Refused(
      'sheet-lost',
      sheets.slice(workbook.worksheets.length).map(({ name }) => name),
    );
  return { workbook, sheets };
}

/** All sheets of a workbook as plain rows; blank formatted rows and columns at the end are cut. Throws `Refused` over a limit. */
export function sheetsOf({ workbook, sheets }: Loaded, progress: (rows: number) => void): readonly Sheet[] {
  if (sheets.length > LIMITS.sheets) throw new Refused('too-many-sheets');
  let done = 0;
  return workbook.worksheets.map((sheet, at) => {
    const { name = sheet.name, pictures } = sheets[at] ?? {};
    const merges = mergesOf(sheet);
    const inCells = new Set((pictures?.held ?? []).map(placeOf));
    const named: NamedPicture[] = [];
    const rows: Cell[][] = [];
    const hiddenRows: number[] = [];
    let lastWritten = 0;
    sheet.eachRow((row, number) => {
      const cells = cellsOf(row, merges, inCells);
      for (const [from, { picture, merged }] of cells.entries()) {
        const place = { row: number, column: from + 1 };
        if (picture === true && !inCells.has(placeOf(place)) && isFirst(merged, place))
          named.push({ ...place, name: pictureNamed(row.getCell(from + 1)) });
      }
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
    const hiddenColumns = hiddenColumnsOf(sheet, rows);
    const drawn = pictures?.all(named) ?? [];
    return {
      name,
      hidden: sheet.state !== 'visible',
      rows,
      tail: Math.max(0, sheet.rowCount - lastWritten),
      ...(hiddenRows.length > 0 ? { hiddenRows } : {}),
      ...(hiddenColumns.length > 0 ? { hiddenColumns } : {}),
      ...(drawn.length > 0 ? { pictures: drawn } : {}),
    };
  });
}

// every cell of a merged block answers the picture of its upper left one
const isFirst = (merged: Merge | undefined, { row, column }: Omit<NamedPicture, 'name'>): boolean =>
  merged === undefined || (merged.row === row - 1 && merged.column === column - 1);

const placeOf = ({ row, column }: { readonly row: number; readonly column: number }): string => `${row}:${column}`;

/** Columns with words that nobody sees: hidden, or drawn together to no width. */
function hiddenColumnsOf(sheet: ExcelJS.Worksheet, rows: readonly (readonly Cell[])[]): readonly number[] {
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: widest }, (_, at) => at + 1).filter((number) => {
    const { hidden, width } = sheet.getColumn(number);
    const unseen = hidden || width === 0;
    return (
      unseen && rows.some((row) => (row[number - 1]?.text ?? '').trim() !== '' && row[number - 1]?.merged === undefined)
    );
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

function cellsOf(row: ExcelJS.Row, blocks: Blocks, pictures: ReadonlySet<string>): Cell[] {
  const cells: Cell[] = [];
  let lastWritten = 0;
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    const merged = cell.isMerged ? blocks.get(cell.master.address) : undefined;
    const flat = cellOf(cell, pictures.has(placeOf({ row: row.number, column })));
    while (cells.length < column - 1) cells.push({ text: '' });
    cells[column - 1] = merged === undefined ? flat : { ...flat, merged };
    if (flat.text.trim() !== '' || flat.noResult === true || flat.picture === true) lastWritten = column;
  });
  return cells.slice(0, lastWritten);
}

function cellOf(cell: ExcelJS.Cell, picture: boolean): Cell {
  if (picture) return { text: '', picture };
  const flat = flatten(cell.value, cell.numFmt);
  const kept = unstruck(cell);
  return kept === null || flat.text.trim() === '' ? flat : { ...flat, kept };
}

/** The words of a cell that are not struck out; null where none are. A piece without a font of its own has the cell's. */
function unstruck({ value, font, text }: ExcelJS.Cell): string | null {
  const whole = font?.strike === true;
  const pieces =
    value !== null && typeof value === 'object' && 'richText' in value ? value.richText : [{ text: text, font }];
  const struck = pieces.map((piece) => (piece.font === undefined ? whole : piece.font.strike === true));
  if (!struck.some((one, at) => one && (pieces[at]?.text ?? '').trim() !== '')) return null;
  return pieces.flatMap((piece, at) => (struck[at] === true ? [] : [piece.text])).join('');
}
