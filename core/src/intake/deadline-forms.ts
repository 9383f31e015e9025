import { dayOfMonth, parsePlainDate } from '../time/index.ts';
import type { PlainDate } from '../time/index.ts';

/** A day read without doubt, with how it was written. */
export type Form = {
  readonly kind: 'date' | 'range' | 'month-end' | 'year-end';
  readonly date: PlainDate;
  readonly from?: PlainDate;
};

type Reader = { readonly pattern: RegExp; readonly read: (found: RegExpExecArray) => Form | null };

/** A day from its numbers, or null when the calendar has no such day. */
export function exactDay(year: number, month: number, day: number): PlainDate | null {
  const two = (value: number): string => String(value).padStart(2, '0');
  return parsePlainDate(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);
}

/** The last day of a month, or null for a thirteenth month. */
export function monthEnd(year: number, month: number): PlainDate | null {
  return month >= 1 && month <= 12 && year >= 1 ? dayOfMonth(year, month, 31) : null;
}

const as = (kind: Form['kind'], date: PlainDate | null): Form | null => (date === null ? null : { kind, date });
const num = (found: RegExpExecArray, group: number): number => Number(found[group] ?? '0');

const TENTHS: Readonly<Record<string, number>> = { 上: 10, 中: 20, 下: 31 };

function tenth(found: RegExpExecArray): Form | null {
  const end = monthEnd(num(found, 1), num(found, 2));
  const day = TENTHS[found[3] ?? ''] ?? 31;
  if (end === null) return null;
  return day === 31 ? as('month-end', end) : as('date', exactDay(num(found, 1), num(found, 2), day));
}

/** Whole-text forms; a text that fits none of them is never read partly here. Blanks are gone, digits are narrow. */
const FORMS: readonly Reader[] = [
  {
    pattern: /^(\d{4})年(\d{1,2})月(\d{1,2})[日号](?:之|以)?前?$/,
    read: (f) => as('date', exactDay(num(f, 1), num(f, 2), num(f, 3))),
  },
  {
    pattern: /^(\d{4})([.\-/])(\d{1,2})\2(\d{1,2})日?(?:之|以)?前?$/,
    read: (f) => as('date', exactDay(num(f, 1), num(f, 3), num(f, 4))),
  },
  {
    pattern: /^((?:19|20)\d{2})(\d{2})(\d{2})日?前?$/,
    read: (f) => as('date', exactDay(num(f, 1), num(f, 2), num(f, 3))),
  },
  {
    pattern: /^(\d{4})年(\d{1,2})月份?(?:底|末|月底|月末)(?:之|以)?前?$/,
    read: (f) => as('month-end', monthEnd(num(f, 1), num(f, 2))),
  },
  { pattern: /^(\d{4})年(\d{1,2})月份?(?:内)?$/, read: (f) => as('month-end', monthEnd(num(f, 1), num(f, 2))) },
  {
    pattern: /^(\d{4})[.\-/](\d{1,2})(?:月?(?:底|末)(?:之|以)?前?|月)?$/,
    read: (f) => as('month-end', monthEnd(num(f, 1), num(f, 2))),
  },
  { pattern: /^(\d{4})年(\d{1,2})月([上中下])旬(?:之|以)?前?$/, read: tenth },
  {
    pattern: /^(\d{4})年?(?:底|末|年底|年末|内|全年)(?:之|以)?前?$/,
    read: (f) => as('year-end', exactDay(num(f, 1), 12, 31)),
  },
  { pattern: /^(\d{4})年$/, read: (f) => as('year-end', exactDay(num(f, 1), 12, 31)) },
  {
    pattern: /^(\d{4})年(上|下)半年(?:底|末)?前?$/,
    read: (f) => as('month-end', monthEnd(num(f, 1), f[2] === '上' ? 6 : 12)),
  },
  {
    pattern: /^(\d{4})年第?([1-4])季度(?:底|末)?前?$/,
    read: (f) => as('month-end', monthEnd(num(f, 1), num(f, 2) * 3)),
  },
];

function single(text: string): Form | null {
  for (const { pattern, read } of FORMS) {
    const found = pattern.exec(text);
    if (found) return read(found);
  }
  return null;
}

// Where a range begins: the first day of the year or month it names.
function opening(text: string): PlainDate | null {
  const year = /^(\d{4})年?$/.exec(text);
  if (year) return exactDay(num(year, 1), 1, 1);
  const month = /^(\d{4})[年.\-/](\d{1,2})月?$/.exec(text);
  if (month) return exactDay(num(month, 1), num(month, 2), 1);
  const day = single(text);
  return day?.kind === 'date' ? day.date : null;
}

function range(text: string): Form | null {
  const found =
    /^(.+?)(?:至|到|—+|–+|~+)(.+)$/.exec(text) ?? /^(\d{4}年?(?:\d{1,2}月)?)-+(.*[年月日底末前])$/.exec(text);
  const [start, end] = [found?.[1] ?? '', found?.[2] ?? ''];
  const from = opening(start);
  if (from === null) return null;
  const last = single(end) ?? (/^\d{1,2}月/.test(end) ? single(`${start.slice(0, 4)}年${end}`) : null);
  return last === null || last.date < from ? null : { kind: 'range', from, date: last.date };
}

/** Reads a text that is one date and nothing else; null when it is not, or names a day the calendar does not have. */
export function readForm(text: string): Form | null {
  return single(text) ?? range(text);
}
