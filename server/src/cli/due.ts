import {
  dayLine,
  dueOf,
  markText,
  provisionalText,
  termText,
  weekdayText,
  whyText,
  yearsNotKept,
  type Due,
  type Language,
} from '@bihuan/core/time';
import { calendarWith } from './due-calendar.ts';
import { Trouble } from '../trouble.ts';
import type { Out } from './command.ts';
import { readQuestion, type Question } from './due-question.ts';

const HELP = `bihuan due — 某一期限的到期日及其逐日推算 / when a term ends, day by day

  bihuan due --from 2025-09-30 --workdays 10
  bihuan due --from 2026-09-26 --natural 5 --json

  --from DAY            起算日 / the day of the event, YYYY-MM-DD (--hours: YYYY-MM-DDTHH:mm)
  --workdays N          N个工作日 / working days
  --natural N           N个自然日 / natural days
  --months N            N个月 / months
  --hours N             N小时 / hours
  --start-counted       起算当日计入 / the day of the event counts as day one
  --roll none|forward|backward
                        末日为休息日时：不变、顺延、提前 / when the last day is a day off: stay, move on, move back
                        缺省 / default: --natural, --months forward（民法典203）; --workdays none
  --calendar CODE       国家日历 cn 之上叠加的地区（6位代码，可重复）/ a region on top of the nation's, may be repeated
  --notice FILE         另计入一份放假通知，写法同 policies/calendars，可重复；程序里没有或后来录入的通知用它
                        also count with this notice, written as in policies/calendars, may be repeated: one that the
                        program does not have, or that was put in later
  --json                JSON: {due, provisional, days: [{date, counted, why}], …}
  --lang zh|en          说明文字的语言 / language of the words, default zh

退出码 / exit code: 0 已答 / answered; 1 日历或通知读不了 / a calendar cannot be read; 2 没看懂或无法推算 / not understood
`;

/** The door to the clock that anyone can check. Exit codes: 0 answered, 1 calendar unreadable, 2 question not understood. */
export const due = {
  help: HELP,
  async run(args: readonly string[], out: Out): Promise<number> {
    const read = readQuestion(args);
    if ('help' in read) return say(out, HELP);
    if ('wrong' in read) return complain(out, [...read.wrong], 2);
    try {
      const { question } = read;
      const calendar = calendarWith(question);
      const found = dueOf(question.start, question.term, calendar);
      const missing = yearsNotKept(found, calendar);
      if (missing.length > 0) return complain(out, tooEarly(Math.min(...calendar.published), missing), 2);
      return say(out, answer(question, found));
    } catch (error) {
      if (error instanceof Trouble) return complain(out, [error.message, error.remedy], 1);
      if (error instanceof RangeError)
        return complain(out, [`无法推算 / cannot be counted: ${error.message}`, SHORTER], 2);
      throw error;
    }
  },
};

const tooEarly = (first: number, missing: readonly number[]): readonly string[] => [
  `没有收录${missing.join('、')}年的放假安排 / the calendar does not reach back that far`,
  `日历自${first}年起 / it begins with ${first}（policies/calendars/cn）`,
  `起算日不早于${first}-01-01 / start on ${first}-01-01 or later`,
];

const SHORTER = '换一个更短的期限或更近的起算日再试 / try a shorter term or a start nearer to today';

function answer({ json, language }: Question, found: Due): string {
  return json ? `${JSON.stringify(asJson(found, language), null, 2)}\n` : `${asStrip(found, language).join('\n')}\n`;
}

function asJson(found: Due, language: Language) {
  const { start, term, provisional, awaiting, rolledFrom, calendar } = found;
  const days = found.days.map((day) => ({
    date: day.date,
    counted: day.counted !== null,
    ordinal: day.counted,
    weekday: weekdayText(day.date, language),
    mark: markText(day, found, language),
    why: whyText(day.why, language),
    notice: 'notice' in day.why ? day.why.notice : null,
  }));
  return { due: found.dueAt ?? found.due, provisional, awaiting, start, term, rolledFrom, calendar, days };
}

const NEWER = {
  zh: '按程序自带的放假通知推算；已有新通知的，加 --notice 文件。',
  en: 'Counted by the notices that come with the program; with a newer one, add --notice FILE.',
};

function asStrip(found: Due, language: Language): readonly string[] {
  const zh = language === 'zh';
  const ends = found.dueAt ?? found.due;
  const [name, day] = [zh ? '到期日' : 'due', weekdayText(found.due, language)];
  const provisional = provisionalText(found, language);
  return [
    zh
      ? `自 ${found.start} 起，${termText(found.term, language)}`
      : `${termText(found.term, language)} from ${found.start}`,
    `${name} ${ends} ${day}${provisional === '' ? '' : zh ? '（暂定）' : ' (provisional)'}`,
    ...(provisional === '' ? [] : [provisional, zh ? NEWER.zh : NEWER.en]),
    '',
    ...found.days.map((each) => dayLine(each, found, language)),
  ];
}

function say(out: Out, text: string): number {
  out.stdout.write(text);
  return 0;
}

function complain(out: Out, lines: readonly string[], code: number): number {
  out.stderr.write(`${lines.join('\n')}\n`);
  return code;
}
