import { isMisread, type CellWords } from './cell-words.ts';
import type { RowValue, SheetField, SheetValue } from './field.ts';
import { filesIn, isBlank, numberIn, personIn, placeIn, rowsIn, textIn } from './narrow.ts';
import { isBlankRow } from './rows/spread.ts';

/** What is not right with a field, as a word of the catalogue with its blanks. */
export type Wrong = {
  readonly key: string;
  readonly fill: Readonly<Record<string, string | number>>;
  /** What is wrong in the cell that the sentence is about. */
  readonly inner?: Wrong;
};

/**
 * What the form can see for itself before it asks the server, which judges in any case: something missing, too much, or a cell
 * that still holds words its column cannot take. The first is enough: one error stands beside each field.
 */
export function wrongIn(field: SheetField, value: SheetValue | undefined, must: boolean, say: CellWords): Wrong | null {
  if (isBlank(value)) return must ? { key: 'api.fault.required', fill: {} } : null;
  return field.type === 'rows' ? wrongInRows(field, rowsIn(value), must, say) : wrongInOne(field, value, say);
}

/** What is not right with a single value, in a field of its own as in a cell of a table. */
function wrongInOne(field: SheetField, value: SheetValue | undefined, say: CellWords): Wrong | null {
  if (isMisread(field, value, say)) return { key: 'sheet.misread', fill: { words: textIn(value) ?? '' } };
  const number = field.type === 'number' ? numberIn(value) : undefined;
  if (number !== undefined) return wrongInNumber(field, number);
  if (personIn(value)?.name.trim() === '') return { key: 'sheet.needsName', fill: {} };
  // among whom he may be is the office's to say: a name that was only written down or pasted says it of nobody
  if (field.type === 'person' && field.among && personIn(value)?.id === undefined)
    return { key: 'sheet.pickPerson', fill: {} };
  if (placeIn(value)?.words.trim() === '') return { key: 'sheet.needsPlace', fill: {} };
  const most = field.longest ?? Infinity;
  return filesIn(value).length > most ? { key: 'sheet.filesFull', fill: { count: most } } : null;
}

function wrongInNumber(
  { decimals = 0, atLeast = -Infinity, atMost = Infinity }: SheetField,
  value: number,
): Wrong | null {
  const scaled = value * 10 ** decimals;
  // as the server has it: what binary fractions add is not meant
  if (Math.abs(scaled - Math.round(scaled)) > 1e-6) return { key: 'sheet.tooFine', fill: { count: decimals } };
  if (value < atLeast) return { key: 'sheet.atLeast', fill: { least: atLeast } };
  return value > atMost ? { key: 'sheet.atMost', fill: { most: atMost } } : null;
}

function wrongInRows(
  { columns = [], longest = Infinity }: SheetField,
  rows: readonly RowValue[],
  must: boolean,
  say: CellWords,
): Wrong | null {
  const filled = rows.flatMap((row, index) => (isBlankRow(row) ? [] : [{ row, no: index + 1 }]));
  if (filled.length === 0) return must ? { key: 'api.fault.required', fill: {} } : null;
  if (filled.length > longest) return { key: 'sheet.tooManyRows', fill: { count: filled.length, most: longest } };
  for (const { row, no } of filled) {
    for (const column of columns) {
      const wrong = wrongInCell(column, row[column.id], say);
      // in which cell is said around what is wrong there
      if (wrong) return { key: 'sheet.inCell', fill: { row: no, column: say.text(column.label) }, inner: wrong };
    }
  }
  return null;
}

function wrongInCell(column: SheetField, value: SheetValue | undefined, say: CellWords): Wrong | null {
  if (!isBlank(value)) return wrongInOne(column, value, say);
  return column.required === true ? { key: 'api.fault.required', fill: {} } : null;
}
