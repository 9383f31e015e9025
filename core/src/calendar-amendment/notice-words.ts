import {
  between,
  daysBetween,
  parsePlainDate,
  weekday,
  type Name,
  type Occasion,
  type PlainDate,
} from '../time/index.ts';

/** What a place in the text leaves open, with the words it is about. */
export type Doubt = { readonly words: string; readonly zh: string; readonly en: string };

/** A holiday notice as its own words say it. Whatever was not certain stands among the doubts: nothing is guessed. */
export type NoticeWords = {
  readonly year: number;
  readonly title: string;
  readonly number: string | null;
  readonly issued: PlainDate | null;
  readonly occasions: readonly Occasion[];
  readonly doubts: readonly Doubt[];
};

const NAMES: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明节: 'Qingming Festival',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
};

const TITLE = /国务院办公厅关于(\d{4})年.{0,20}?的通知/;
const NUMBER = /国办(?:发明电|发|函)〔\d{4}〕\d+号/;
const ISSUED = /(\d{4})年(\d{1,2})月(\d{1,2})日/g;
/** `一、元旦：`: where the lines about one holiday begin. */
const ITEM = /[一二三四五六七八九十]{1,2}、([^：；。，\d]{1,12})：/g;

/** Reads the text of a State Council notice, pasted whole. Null where it is no such text. */
export function readNoticeWords(pasted: string): NoticeWords | null {
  const text = plain(pasted);
  const title = TITLE.exec(text);
  const items = [...text.matchAll(ITEM)];
  if (!title || items.length === 0) return null;
  const year = Number(title[1]);
  const doubts: Doubt[] = [];
  const occasions = items.map((item, index) => {
    const words = text.slice(item.index + item[0].length, items[index + 1]?.index ?? text.length);
    return occasionOf(item[1]!, words, year, doubts);
  });
  const issued = [...text.slice(items.at(-1)!.index).matchAll(ISSUED)].map(dayOf(year)).at(-1) ?? null;
  if (!issued) doubts.push({ words: title[0], zh: '没有找到成文日期', en: 'the day of issue was not found' });
  return { year, title: title[0], number: NUMBER.exec(text)?.[0] ?? null, issued, occasions, doubts };
}

/** Digits and brackets as the patterns know them, and no blanks: a pasted text breaks anywhere. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\s+/g, '')
    .replaceAll(':', '：')
    .replaceAll(';', '；')
    .replaceAll(',', '，')
    .replaceAll(/[[［【](\d{4})[\]］】]/g, '〔$1〕');

function occasionOf(name: string, words: string, year: number, doubts: Doubt[]): Occasion {
  const off: PlainDate[] = [];
  const working: PlainDate[] = [];
  for (const sentence of words.split(/[。；]/)) {
    if (sentence.includes('上班')) working.push(...daysIn(sentence, year, doubts));
    else if (sentence.includes('放假')) {
      const days = daysIn(sentence, year, doubts);
      off.push(...days);
      countCheck(sentence, days.length, doubts);
    }
  }
  if (off.length === 0)
    doubts.push({ words: name, zh: `“${name}”没有读出放假日期`, en: `no day off was read for ${name}` });
  return { name: nameOf(name, doubts), off, working };
}

function nameOf(zh: string, doubts: Doubt[]): Name {
  const parts = zh.split(/[、和]/);
  const known = parts.map((part) => NAMES[part]);
  if (known.some((name) => name === undefined))
    doubts.push({ words: zh, zh: `“${zh}”不是常见的节日名称`, en: `${zh} is not a holiday that is known here` });
  return { zh: parts.join('、'), en: known.map((name, index) => name ?? parts[index]).join(' and ') };
}

/** `1月1日（周四）至3日（周六）`, `2025年12月31日`, `1月26日（周日）、2月8日（周六）`. */
const SPAN = new RegExp(
  String.raw`(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(\([^)]*\))?(?:至(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(\([^)]*\))?)?`,
  'g',
);

function daysIn(sentence: string, year: number, doubts: Doubt[]): PlainDate[] {
  return [...sentence.matchAll(SPAN)].flatMap((span) => {
    const [words, fromYear, fromMonth, fromDay, fromNote, toYear, toMonth, toDay, toNote] = span;
    const from = dayAt(fromYear ?? year, fromMonth!, fromDay!);
    const to = toDay === undefined ? from : dayAt(toYear ?? fromYear ?? year, toMonth ?? fromMonth!, toDay);
    if (!from || !to || daysBetween(from, to) < 0 || daysBetween(from, to) > 14) {
      doubts.push({ words, zh: `“${words}”不是一段日期`, en: `${words} is no span of days` });
      return [];
    }
    weekdayCheck(from, fromNote, doubts);
    weekdayCheck(to, toNote, doubts);
    return from === to ? [from] : between(from, to);
  });
}

const dayAt = (year: number | string, month: string, day: string): PlainDate | null =>
  parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
const dayOf =
  (year: number) =>
  ([, own, month, day]: RegExpMatchArray): PlainDate | null =>
    dayAt(own ?? year, month!, day!);

const WEEK = '一二三四五六日';

/** The notice names weekdays beside its days: a slip in one of them shows here. */
function weekdayCheck(day: PlainDate, note: string | undefined, doubts: Doubt[]): void {
  const said = /(?:周|星期)([一二三四五六日天])/.exec(note ?? '')?.[1];
  if (!said || WEEK[weekday(day) - 1] === said.replace('天', '日')) return;
  doubts.push({
    words: `${day}${note}`,
    zh: `${day}是周${WEEK[weekday(day) - 1]}，原文写作周${said}`,
    en: `${day} does not fall on the weekday that the text names`,
  });
}

/** 共8天: what the notice counts itself must be what was read. */
function countCheck(sentence: string, read: number, doubts: Doubt[]): void {
  const said = /(?:共|放假)(\d{1,2})天/.exec(sentence)?.[1];
  if (said === undefined || Number(said) === read) return;
  doubts.push({
    words: sentence,
    zh: `原文说共${said}天，读出${read}天`,
    en: `the text counts ${said} days, ${read} were read`,
  });
}
