import { REASON_HEAD } from '@bihuan/core/intake';
import type { RowError } from '@bihuan/core/intake';
import type ExcelJS from 'exceljs';
import { flatten } from './flatten.ts';
import { runsAsFormula } from './formula.ts';
import type { Loaded } from './read-sheets.ts';

const RED: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } };

/**
 * Writes the reasons into a loaded workbook: styles, widths and merged cells stay. Formulas are replaced by their last result and
 * text that begins like a formula is stored as text, so that nothing in the returned file runs. A column of reasons from an
 * earlier round is used again.
 */
export async function markErrors(
  { workbook, sheets }: Loaded,
  sheetName: string,
  headRow: number,
  errors: readonly RowError[],
): Promise<Uint8Array> {
  for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell(disarm));
  const names = sheets.map(({ name }) => name);
  const sheet = workbook.worksheets[names.indexOf(sheetName)];
  if (sheet !== undefined) writeReasons(sheet, headRow, errors);
  for (const [at, name] of legalNames(names).entries()) {
    const renamed = workbook.worksheets[at];
    if (renamed !== undefined) renamed.name = name;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const LONGEST_NAME = 31;

/** Names as a spreadsheet allows them: some programs write longer ones, or signs that it does not open again. */
export function legalNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>(['history']);
  return names.map((name) => {
    const allowed = name.replace(/[*?:\\/[\]]/g, ' ').replace(/^'+|'+$/g, '') || '工作表';
    let legal = allowed.slice(0, LONGEST_NAME);
    for (let more = 2; taken.has(legal.toLowerCase()); more += 1)
      legal = `${allowed.slice(0, LONGEST_NAME - String(more).length - 1)}-${more}`;
    taken.add(legal.toLowerCase());
    return legal;
  });
}

function disarm(cell: ExcelJS.Cell): void {
  if (cell.isMerged && cell.master.address !== cell.address) return;
  const { text, number, formula, picture } = flatten(cell.value, cell.numFmt);
  if (formula === true || picture === true) cell.value = number ?? text;
  else if (cell.hyperlink !== undefined) cell.value = text;
  if (runsAsFormula(text) && number === undefined) asText(cell);
}

// The format “text” keeps a spreadsheet from reading the cell as a formula when somebody edits it; the words stay the same.
function asText(cell: ExcelJS.Cell): void {
  cell.style = { ...cell.style, numFmt: '@' };
}

function writeReasons(sheet: ExcelJS.Worksheet, headRow: number, errors: readonly RowError[]): void {
  const column = reasonColumn(sheet, headRow);
  const head = sheet.getCell(headRow, column);
  head.value = REASON_HEAD;
  head.style = { ...sheet.getCell(headRow, Math.max(column - 1, 1)).style };
  sheet.getColumn(column).width = 40;
  for (let row = headRow + 1; row <= sheet.rowCount; row += 1) {
    if (sheet.getCell(row, column).value !== null) sheet.getCell(row, column).value = null;
  }
  for (const { row, reason, columns } of errors) {
    const cell = sheet.getCell(row, column);
    cell.value = reason;
    asText(cell);
    cell.alignment = { wrapText: true, vertical: 'top' };
    const marked = columns.length > 0 ? columns : Array.from({ length: column - 1 }, (_, at) => at + 1);
    for (const at of [...marked, column]) redden(sheet.getCell(row, at));
  }
}

// Cells share style objects: a changed fill must not colour the neighbours.
function redden(cell: ExcelJS.Cell): void {
  cell.style = { ...cell.style, fill: RED };
}

function reasonColumn(sheet: ExcelJS.Worksheet, headRow: number): number {
  let last = 1;
  let found = 0;
  sheet.getRow(headRow).eachCell((cell, column) => {
    if (cell.value === REASON_HEAD) found = column;
  });
  sheet.eachRow((row) =>
    row.eachCell((cell, column) => {
      if (flatten(cell.value).text.trim() !== '') last = Math.max(last, column);
    }),
  );
  return found > 0 ? found : last + 1;
}
