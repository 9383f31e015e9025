import type { Head, HeadColumn } from './head.ts';
import { squeeze } from './normalise.ts';
import { cellAt, isBlank, width } from './sheet.ts';
import type { Sheet } from './sheet.ts';

/** Head of the column in which an error workbook gives its reasons; they are ours and never the office's words. */
export const REASON_HEAD = '错误原因';

const COUNTS = /^(?:序|no\.?|№|#|id)$/;

/** The head's columns, and those without a head that hold words below it. */
export function columnsBelow(sheet: Sheet, head: Head): readonly HeadColumn[] {
  const named = new Set(head.columns.map(({ column }) => column));
  const unnamed = Array.from({ length: width(sheet) }, (_, column) => column)
    .filter((column) => !named.has(column) && wordsIn(sheet, head, column).length > 0)
    .map((column): HeadColumn => ({ column, text: '', group: null }));
  return [...head.columns, ...unnamed];
}

/** Whether a column that means nothing to the register says something all the same: not empty, and not only counting rows. */
export function worthKeeping(sheet: Sheet, head: Head, { column, text }: HeadColumn): boolean {
  const words = wordsIn(sheet, head, column);
  const counting = words.every((word, at) => at === 0 || Number(word) === Number(words[at - 1]) + 1);
  const serial = COUNTS.test(squeeze(text)) || (words.length > 2 && counting);
  return words.length > 0 && !serial && squeeze(text) !== REASON_HEAD;
}

// In a block only its left column holds the words; the others repeat them.
function wordsIn(sheet: Sheet, head: Head, column: number): readonly string[] {
  return sheet.rows.flatMap((_, row) => {
    const cell = cellAt(sheet, row, column);
    const repeated = cell.merged !== undefined && cell.merged.column !== column;
    return row <= head.last || isBlank(cell) || repeated ? [] : [squeeze(cell.text)];
  });
}
