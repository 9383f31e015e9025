import { isMisread, type CellWords } from './cell-words.ts';
import type { RowValue, SheetField, SheetValue } from './field.ts';
import { filesIn, isBlank, personIn, rowsIn, textIn } from './narrow.ts';
import { isBlankRow } from './rows/spread.ts';

/** What is not right with a field, as a word of the catalogue with its blanks. */
export type Wrong = { readonly key: string; readonly fill: Readonly<Record<string, string | number>> };

/**
 * What the form can see for itself before it asks the server, which judges in any case: something missing, too much, or a cell
 * that still holds words its column cannot take. The first is enough: one error stands beside each field.
 */
export function wrongIn(field: SheetField, value: SheetValue | undefined, must: boolean, say: CellWords): Wrong | null {
  if (isBlank(value)) return must ? { key: 'api.fault.required', fill: {} } : null;
  const person = field.type === 'named-person' ? personIn(value) : undefined;
  if (person && person.name.trim() === '') return { key: 'sheet.needsName', fill: {} };
  const most = field.longest ?? Infinity;
  if (field.type === 'files' && filesIn(value).length > most) return { key: 'sheet.filesFull', fill: { count: most } };
  return field.type === 'rows' ? wrongInRows(field, rowsIn(value), must, say) : null;
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
      const value = row[column.id];
      const at = { row: no, column: say.text(column.label) };
      if (isMisread(column, value, say)) return { key: 'sheet.misread', fill: { ...at, words: textIn(value) ?? '' } };
      if (column.required === true && isBlank(value)) return { key: 'sheet.cellNeeded', fill: at };
    }
  }
  return null;
}
