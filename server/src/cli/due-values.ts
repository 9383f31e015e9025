import {
  dayOf,
  hasTime,
  NATION,
  parseLocalTime,
  parsePlainDate,
  yearOf,
  type LocalTime,
  type PlainDate,
  type Term,
} from '@bihuan/core/time';

/** Three sentences for who asked: what is wrong, why, and what to do. */
export type Wrong = readonly [what: string, why: string, remedy: string];

/** Thrown by the readers below, caught where the arguments come in. */
export class NotUnderstood extends Error {
  readonly wrong: Wrong;

  constructor(...wrong: Wrong) {
    super(wrong[0]);
    this.wrong = wrong;
  }
}

/** A question that is understood, to end a complaint with. */
export const EXAMPLE = '例如 / for example: bihuan due --from 2025-09-30 --workdays 10';

/** `--from`: a day, or a day with its time. */
export function startOf(text: string | undefined, term: Term): PlainDate | LocalTime {
  if (text === undefined) throw new NotUnderstood('缺少起算日 / the start is missing', '--from', EXAMPLE);
  const start = parsePlainDate(text) ?? parseLocalTime(text);
  if (start === null) {
    throw new NotUnderstood(
      `没有这一天 / no such day: --from ${text}`,
      '写作 / written as YYYY-MM-DD (YYYY-MM-DDTHH:mm)',
      EXAMPLE,
    );
  }
  if (yearOf(dayOf(start)) < 1900 || yearOf(dayOf(start)) > 2900) {
    throw new NotUnderstood(
      `年份有误 / not a year of this office: --from ${text}`,
      '可用 / from 1900 to 2900',
      EXAMPLE,
    );
  }
  if (term.count === 'hours' && !hasTime(start)) {
    throw new NotUnderstood(
      `按小时计的期限须有时刻 / hours start at a time of day: --from ${text}`,
      '民法典201',
      `bihuan due --from ${text}T15:00 --hours ${term.hours}`,
    );
  }
  return start;
}

/** A whole number from 1. */
export function lengthOf(name: string, text: string): number {
  const length = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (length >= 1) return length;
  throw new NotUnderstood(
    `不是天数 / not a length: --${name} ${text}`,
    '须为1以上的整数 / a whole number from 1',
    EXAMPLE,
  );
}

/** First two digits of a region's code: the provinces of GB/T 2260. */
const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d{4}$/;

/** `cn` or the code of a region. A region without notices of its own is counted by the nation's. */
export function jurisdictionOf(code: string): string {
  if (code === NATION || provinces.test(code)) return code;
  throw new NotUnderstood(
    `没有这个日历 / no such calendar: --calendar ${code}`,
    'cn 或6位地区代码 / cn or a 6-digit region code',
    '--calendar 530521',
  );
}

/** One of the words that an option knows. */
export function oneOf<T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === text);
  if (found !== undefined) return found;
  throw new NotUnderstood(
    `--${name} ${text} 无此选项 / is not a choice`,
    `可用 / choose from: ${allowed.join(', ')}`,
    `--${name} ${allowed[0]}`,
  );
}
