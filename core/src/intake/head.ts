import { above, isCaption, type Captions } from './captions.ts';
import { exactMeaning, whyLeft } from './meaning.ts';
import type { Meanings } from './meaning.ts';
import { tidy } from './normalise.ts';
import { cellAt, isBlank, isRepeated, width } from './sheet.ts';
import type { Sheet } from './sheet.ts';

/** One column's head: its own text, and the nearest merged head above it where the head has two or three rows. */
export type HeadColumn = { readonly column: number; readonly text: string; readonly group: string | null };

/** Where the head stands (0-based rows, `last` included) and what stands above it. */
export type Head = Captions & {
  readonly first: number;
  readonly last: number;
  readonly columns: readonly HeadColumn[];
};

const SEARCHED_ROWS = 40;

/** Finds the head by its texts. Null when no row holds at least two known heads (one, where a list has no more) that fill half of it. */
export function findHead(sheet: Sheet, meanings: Meanings): Head | null {
  let best: {
    readonly score: number;
    readonly first: number;
    readonly last: number;
    readonly columns: readonly HeadColumn[];
  } | null = null;
  for (let row = 0; row < Math.min(SEARCHED_ROWS, sheet.rows.length); row += 1) {
    for (const last of [row, row + 1, row + 2]) {
      const columns = headColumns(sheet, row, last);
      const score = columns === null ? 0 : scoreOf(columns, meanings);
      if (columns !== null && score > (best?.score ?? 0)) best = { score, first: row, last, columns };
    }
  }
  if (best === null) return null;
  const { first, last, columns } = best;
  return { first, last, columns, ...above(sheet, first) };
}

/** A head at rows that a person pointed out, whatever its texts. */
export function headAt(sheet: Sheet, first: number, last: number): Head {
  const columns = headColumns(sheet, first, last) ?? plainColumns(sheet, first);
  return { first, last, columns, ...above(sheet, first) };
}

function scoreOf(columns: readonly HeadColumn[], meanings: Meanings): number {
  const exact = (text: string): string | null => exactMeaning(text, meanings)?.id ?? null;
  const fields = new Set(columns.map(({ text }) => exact(text)).filter((field) => field !== null));
  const grouped = columns.filter(({ text, group }) => group !== null && exact(text) === null).length;
  const known = columns.filter(
    ({ text, group }) => exact(text) !== null || group !== null || whyLeft(text, meanings) !== null,
  ).length;
  if (fields.size + grouped < Math.min(2, meanings.all.length) || known * 2 < columns.length) return 0;
  return fields.size + grouped * 0.4 + (meanings.key !== null && fields.has(meanings.key) ? 1 : 0);
}

function plainColumns(sheet: Sheet, row: number): readonly HeadColumn[] {
  return Array.from({ length: width(sheet) }, (_, column) => ({
    column,
    text: tidy(cellAt(sheet, row, column).text),
    group: null,
  })).filter(({ text, column }) => text !== '' && !spreadFromLeft(sheet, row, column));
}

// A title merged over the sheet repeats its text in every cell; only its first cell is one.
function spreadFromLeft(sheet: Sheet, row: number, column: number): boolean {
  const merged = cellAt(sheet, row, column).merged;
  return merged !== undefined && merged.column < column;
}

function headColumns(sheet: Sheet, upper: number, lower: number): readonly HeadColumn[] | null {
  if (upper === lower) return plainColumns(sheet, upper);
  const top = plainColumns(sheet, upper);
  if (lower >= sheet.rows.length || top.length < 2 || top.some(({ text }) => isCaption(text))) return null;
  return lower - upper > 1
    ? under(sheet, top, upper, headColumns(sheet, upper + 1, lower))
    : twoRows(sheet, upper, lower);
}

/** A further row above a head of two: its words are the group of columns that have none, and heads of their own where nothing is below. */
function under(
  sheet: Sheet,
  top: readonly HeadColumn[],
  upper: number,
  lower: readonly HeadColumn[] | null,
): readonly HeadColumn[] | null {
  if (lower === null) return null;
  const over = (column: number): string | null => {
    const cell = cellAt(sheet, upper, column);
    if (cell.merged !== undefined && cell.merged.rowSpan > 1 && cell.merged.row === upper) return null;
    return top.findLast((head) => head.column <= column)?.text ?? null;
  };
  const grouped = lower.map((head) => (head.group === null ? { ...head, group: over(head.column) } : head));
  const alone = top.filter(({ column }) => !lower.some((head) => head.column === column));
  const named = grouped.map((head) => (head.group === head.text ? { ...head, group: null } : head));
  return [...named, ...alone].toSorted((a, b) => a.column - b.column);
}

function twoRows(sheet: Sheet, upper: number, lower: number): readonly HeadColumn[] | null {
  const columns: HeadColumn[] = [];
  let below = 0;
  let group: string | null = null;
  for (let column = 0; column < width(sheet); column += 1) {
    const [top, bottom] = [cellAt(sheet, upper, column), cellAt(sheet, lower, column)];
    const spans = (top.merged?.columnSpan ?? 1) > 1;
    const own = isRepeated(bottom, lower, column) && bottom.merged?.row === top.merged?.row ? '' : tidy(bottom.text);
    // without merged cells a group's name stands over its first column only, blanks to the right of it
    if (!isBlank(top)) group = tidy(top.text);
    const [previous] = columns.slice(-1);
    if (own === '') {
      if (!isBlank(top)) columns.push({ column, text: tidy(top.text), group: null });
      continue;
    }
    const startsGroup =
      spans || (isBlank(cellAt(sheet, upper, column + 1)) && !isBlank(cellAt(sheet, lower, column + 1)));
    const continues = isBlank(top) && previous?.column === column - 1 && previous.group !== null;
    if (!startsGroup && !continues) return null;
    columns.push({ column, text: own, group });
    below += 1;
  }
  return below > 0 ? columns : null;
}
