import type { PlainDate } from '../time/index.ts';
import { exactDay, monthEnd } from './deadline-forms.ts';
import type { Said } from './said.ts';

/** Why a date cannot be taken as it stands, and which days it may mean. */
export type Doubt = { readonly why: Said; readonly suggestions: readonly PlainDate[] };

type Case = {
  readonly pattern: RegExp;
  readonly why: Said;
  readonly days: (found: RegExpExecArray, year: number | undefined) => readonly (PlainDate | null)[];
};

const num = (found: RegExpExecArray, group: number): number => Number(found[group] ?? '0');
const LOST = { zh: '日期里像是掉了字', en: 'Characters seem to be missing from the date' };
const NO_YEAR = { zh: '没有写年份', en: 'The year is missing' };
const BEFORE_MONTH = {
  zh: '“某月前”可以指月初之前，也可以指月底之前',
  en: '“Before the month” may mean before it begins or before it ends',
};
const BEFORE_YEAR = {
  zh: '“某年前”可以指年初之前，也可以指年底之前',
  en: '“Before the year” may mean before it begins or before it ends',
};
const A_TERM = {
  zh: '写的是期限长短，不是哪一天，还要知道从哪一天算起',
  en: 'It is a length of time and not a day; its first day is not known',
};
const NO_SUCH_DAY = { zh: '日历上没有这一天', en: 'The calendar has no such day' };
const ODD_YEAR = { zh: '年份不像是真的', en: 'The year does not look right' };
const DONE = { zh: '写的是状态，不是时限', en: 'It is a state and not a deadline' };

/** Forms seen in real lists that cannot be read one way only. The first that fits explains the doubt. */
const CASES: readonly Case[] = [
  { pattern: /^(20\d{2})(\d{1,2})月(?:底|末)?前?$/, why: LOST, days: (f) => [monthEnd(num(f, 1), num(f, 2))] },
  {
    pattern: /^(20\d{2})(\d{1,2})月(\d{1,2})日?前?$/,
    why: LOST,
    days: (f) => [exactDay(num(f, 1), num(f, 2), num(f, 3))],
  },
  { pattern: /^(20\d{2})年(\d{1,2})(?:底|末)前?$/, why: LOST, days: (f) => [monthEnd(num(f, 1), num(f, 2))] },
  {
    pattern: /^(20\d{2})年(\d{1,2})月(\d{1,2})前?$/,
    why: LOST,
    days: (f) => [exactDay(num(f, 1), num(f, 2), num(f, 3)), monthEnd(num(f, 1), num(f, 2))],
  },
  { pattern: /^(20\d{2})年(\d{1,2})$/, why: LOST, days: (f) => [monthEnd(num(f, 1), num(f, 2))] },
  { pattern: /^(20\d{2})$/, why: LOST, days: (f) => [exactDay(num(f, 1), 12, 31)] },
  {
    pattern: /^(\d{4})[年.\-/](\d{1,2})月?(?:之|以)?前$/,
    why: BEFORE_MONTH,
    days: (f) => [monthEnd(num(f, 1), num(f, 2)), before(num(f, 1), num(f, 2))],
  },
  {
    pattern: /^(\d{4})年(?:之|以)?前$/,
    why: BEFORE_YEAR,
    days: (f) => [exactDay(num(f, 1), 12, 31), exactDay(num(f, 1) - 1, 12, 31)],
  },
  {
    pattern: /^(\d{1,2})[月.\-/](\d{1,2})[日号]?(?:之|以)?前?$/,
    why: NO_YEAR,
    days: (f, year) => (year === undefined ? [] : [exactDay(year, num(f, 1), num(f, 2))]),
  },
  {
    pattern: /^(\d{1,2})月份?(?:底|末)?(?:之|以)?前?$/,
    why: NO_YEAR,
    days: (f, year) => (year === undefined ? [] : [monthEnd(year, num(f, 1))]),
  },
  {
    pattern: /^(?:今年|本年)?年?[底末](?:之|以)?前?$/,
    why: NO_YEAR,
    days: (_f, year) => (year === undefined ? [] : [exactDay(year, 12, 31)]),
  },
  { pattern: /\d+(?:个)?(?:工作日|自然日|日|天|周|月|年)(?:之|以)?内/, why: A_TERM, days: () => [] },
  { pattern: /^(?:已|正在|基本)?(?:完成|办结|整改|销号)/, why: DONE, days: () => [] },
  { pattern: /^(?:[3-9]\d{3}|1\d{3}|2[1-9]\d{2}|20[6-9]\d)年/, why: ODD_YEAR, days: () => [] },
  {
    pattern: /^\d{4}[年.\-/]\d{1,2}(?:[月.\-/]|$)(?:\d{1,2}[日号]?)?(?:[底末])?前?$/,
    why: NO_SUCH_DAY,
    days: () => [],
  },
];

function before(year: number, month: number): PlainDate | null {
  return month === 1 ? exactDay(year - 1, 12, 31) : monthEnd(year, month - 1);
}

/** The known doubt about a text that no form reads, or null when the words are not known at all. */
export function doubtful(text: string, contextYear?: number): Doubt | null {
  for (const { pattern, why, days } of CASES) {
    const found = pattern.exec(text);
    if (found) return { why, suggestions: days(found, contextYear).filter((day) => day !== null) };
  }
  return null;
}
