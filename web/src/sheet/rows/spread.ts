import { takesWords, valueOfCell, type CellWords } from '../cell-words.ts';
import type { RowValue, SheetField } from '../field.ts';

export type Spot = { readonly row: number; readonly column: number };

/**
 * A block of cells laid into the table with its upper left corner at the spot; rows are added as they are needed. Cells to the
 * right of the last column are counted, so that nobody believes they came in.
 */
export function spread(
  rows: readonly RowValue[],
  columns: readonly SheetField[],
  at: Spot,
  block: readonly (readonly string[])[],
  say: CellWords,
): { readonly rows: readonly RowValue[]; readonly left: number } {
  const height = Math.max(rows.length, at.row + block.length);
  const laid = Array.from({ length: height }, (_, index): RowValue => {
    const line = block[index - at.row];
    return line ? laidInto(rows[index] ?? {}, columns.slice(at.column), line, say) : (rows[index] ?? {});
  });
  const room = columns.length - at.column;
  return { rows: laid, left: block.reduce((sum, line) => sum + line.slice(room).filter(Boolean).length, 0) };
}

function laidInto(row: RowValue, columns: readonly SheetField[], line: readonly string[], say: CellWords): RowValue {
  const changed = columns
    .slice(0, line.length)
    .flatMap((column, index) =>
      takesWords(column) ? [[column.id, valueOfCell(column, line[index] ?? '', say)] as const] : [],
    );
  return { ...row, ...Object.fromEntries(changed) };
}

/** A row in which nothing stands. */
export const isBlankRow = (row: RowValue): boolean => Object.values(row).every((value) => value === undefined);
