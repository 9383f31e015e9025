import type { PlainDate } from '../time/index.ts';

/** A merged block: where its upper left cell stands (0-based) and how far it reaches. Every cell of the block carries it. */
export type Merge = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
};

/** One cell as it stands in the office's file. In a merged block every cell answers the text of the upper left one. */
export type Cell = {
  /** What a person sees in the cell, line breaks kept. */
  readonly text: string;
  readonly number?: number;
  /** Set when the file itself says that the cell is a date. */
  readonly date?: PlainDate;
  readonly merged?: Merge;
  /** The text is the last result of a formula, not something typed. */
  readonly formula?: boolean;
  /** A formula whose result the file does not hold: the cell is not blank, and nobody knows what it says. */
  readonly noResult?: boolean;
  /** A picture lies in the cell; it is none of its words. */
  readonly picture?: boolean;
  /** Where words are struck out: those that are not, which may be none. `text` has all of them. */
  readonly kept?: string;
};

/** Where the bytes of a picture are in the workbook, and what they are; `crc` as the archive states it and they were found to have. */
export type PictureFile = {
  readonly part: string;
  readonly size: number;
  readonly crc: number;
  readonly ending: 'jpg' | 'png' | 'webp';
};

/** Why a picture of a workbook cannot be kept: what it shows lies outside, is not there, is none of the kept types, or too much. */
export type PictureLoss = 'outside' | 'missing' | 'format' | 'too-large' | 'too-many';

/** A picture in a cell or over it, its row and column from 1. */
export type Picture = { readonly row: number; readonly column: number } & (
  | { readonly file: PictureFile }
  | { readonly lost: PictureLoss }
);

/** One sheet of a workbook, rows from the top, as read; nothing is understood yet. */
export type Sheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly Cell[])[];
  /** Formatted rows without any text behind the last written one, cut off while reading. */
  readonly tail?: number;
  /** Rows with text that are hidden or filtered away in the file, from 1. */
  readonly hiddenRows?: readonly number[];
  /** Columns with text that are hidden in the file, from 1. */
  readonly hiddenColumns?: readonly number[];
  /** Pictures in cells and over them; none is read here. */
  readonly pictures?: readonly Picture[];
};

const EMPTY: Cell = { text: '' };

/** The cell at a 0-based place; an empty one where the row is shorter. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell {
  return sheet.rows[row]?.[column] ?? EMPTY;
}

/** Whether nothing is written in the cell; blanks of any width do not count as writing, a formula without a result does. */
export function isBlank(cell: Cell): boolean {
  return cell.text.trim() === '' && cell.noResult !== true;
}

/** The cell belongs to a block whose upper left cell is another one, so its text is only repeated. */
export function isRepeated(cell: Cell, row: number, column: number): boolean {
  return cell.merged !== undefined && (cell.merged.row !== row || cell.merged.column !== column);
}

/** How many columns the widest row has. */
export function width(sheet: Sheet): number {
  return sheet.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
}
