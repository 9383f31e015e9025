import type { Cell } from '@bihuan/core/intake';
import { parsePlainDate } from '@bihuan/core/time';
import type { CellValue } from 'exceljs';
import { shownNumber } from './number-format.ts';

/** A cell's value as plain text with what else is known of it; where it stands is not part of it. */
export type Flat = Pick<Cell, 'text' | 'number' | 'date' | 'formula' | 'noResult' | 'picture'>;

type Parts = {
  readonly richText?: readonly { readonly text: string }[];
  readonly text?: unknown;
  readonly error?: string;
  readonly result?: unknown;
  readonly formula?: string;
  readonly sharedFormula?: string;
};

/**
 * Every kind of cell that the files of Excel, WPS and LibreOffice hold, as text: plain and rich text, links, formulas by their
 * last result, errors and numbers as they are shown, dates as the day of their UTC midnight. A picture that WPS keeps in a cell is
 * none of its words.
 */
export function flatten(value: CellValue | Parts | undefined, format = ''): Flat {
  if (value === null || value === undefined) return { text: '' };
  if (typeof value === 'string') return PICTURE.test(value) ? { text: '', picture: true } : { text: value };
  if (typeof value === 'number') return { text: shownNumber(value, format), number: value };
  if (typeof value === 'boolean') return { text: value ? '是' : '否' };
  if (value instanceof Date) return dateText(value, format);
  return flattenParts(value, format); // exceljs has no other kinds of value
}

function flattenParts(parts: Parts, format: string): Flat {
  if (parts.richText !== undefined) return { text: parts.richText.map(({ text }) => text).join('') };
  if (parts.error !== undefined) return { text: parts.error };
  if (parts.formula !== undefined || parts.sharedFormula !== undefined) return ofFormula(parts, format);
  if (parts.text !== undefined) return flatten(parts.text, format); // a link's text may be rich
  return 'result' in parts ? flatten(parts.result as CellValue, format) : { text: '' };
}

/** Formulas that stand for a picture in the cell: WPS writes the first, Excel the second. */
const PICTURE = /^\s*=?(?:_xlfn\.)*(?:DISPIMG|IMAGE)\(/i;

/** By which name a cell puts a picture of the workbook into itself, as WPS does; null where it fetches one from elsewhere. */
export function pictureNamed({
  value,
  formula,
}: {
  readonly value: unknown;
  readonly formula?: string;
}): string | null {
  const words = formula ?? (typeof value === 'string' ? value : '');
  return /DISPIMG\(\s*"([^"]{1,100})"/i.exec(words)?.[1] ?? null;
}

function ofFormula({ formula = '', result }: Parts, format: string): Flat {
  if (PICTURE.test(formula)) return { text: '', picture: true };
  if (result === undefined || result === null) return { text: '', formula: true, noResult: true };
  return { ...flatten(result, format), formula: true };
}

// A day before 1900-03 is a time of day that Excel wrote as a date.
function dateText(value: Date, format: string): Flat {
  if (Number.isNaN(value.getTime())) return { text: '' };
  if (format !== '' && !/[ymdhse年月日时分秒]|general/.test(shownParts(format))) return numbered(value, format);
  const iso = value.toISOString();
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 16)];
  if (day < '1900-03-01') return { text: time };
  const less = withoutDay(day, format);
  if (less !== null) return { text: less };
  const date = parsePlainDate(day);
  return { text: time === '00:00' ? day : `${day} ${time}`, ...(date === null ? {} : { date }) };
}

// The library takes \\d0000 for a format of days: a letter behind a stroke is only shown.
function numbered(value: Date, format: string): Flat {
  const number = value.getTime() / 86_400_000 + 25_569;
  return { text: shownNumber(number, format), number };
}

/** Signs of a number format that show a part of a date, without literals, colours and conditions. */
const shownParts = (format: string): string =>
  (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').toLowerCase();

/**
 * “2026年6月” typed into a spreadsheet is stored as its first day and shown without one. That day was never written:
 * such a cell is the month or the year that a person sees. Null where the format shows a day, or is not known.
 */
function withoutDay(day: string, format: string): string | null {
  const parts = shownParts(format);
  if (!/[ye]/.test(parts) || /[dhs]/.test(parts)) return null;
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  return parts.includes('m') ? `${year}年${month}月` : `${year}年`;
}
