import { NATION, type DayReason, type NoticeRef } from './calendar.ts';
import type { CountedDay, CountReason, Due } from './due.ts';
import type { ExtensionUnit } from './extension.ts';
import { dayOf } from './local-time.ts';
import { weekday, type PlainDate } from './plain-date.ts';
import type { Light, Remaining } from './remaining.ts';
import type { Roll, Term } from './term.ts';

/** The languages that the arithmetic of a date can be said in. */
export type Language = 'zh' | 'en';

/**
 * Why a day is worked or not, with the paper that says so, `春节放假（国务院办公厅关于2026年部分节假日安排的通知，国办发明电〔2025〕7号）`,
 * or the law with its year; or why it stood still.
 */
export function whyText(why: CountReason, language: Language): string {
  const zh = language === 'zh';
  if (why.kind === 'paused') return zh ? `暂停计时：${why.reason}` : `paused: ${why.reason}`;
  const open = why.assumed ? (zh ? '，另有放假通知未公布，暂定' : ', provisional: a notice is not published yet') : '';
  return `${plainReason(why, language)}${open}`;
}

/** The paper behind a day: its number where it has one, otherwise its title; a local paper says whose it is. */
export function noticeText(notice: NoticeRef): string {
  const paper = notice.number ?? notice.title;
  return notice.jurisdiction === NATION ? paper : `${notice.jurisdiction} ${paper}`;
}

/** The paper behind a day in full: its title and its number, and of a law the year in which it was issued. */
function paperText({ jurisdiction, number, title, statute }: NoticeRef, language: Language): string {
  const [comma, year] = language === 'zh' ? ['，', `${statute}年`] : [', ', `${statute}`];
  const said = [title, ...(statute === undefined ? [] : [year]), ...(number === null ? [] : [number])].join(comma);
  return jurisdiction === NATION ? said : `${jurisdiction} ${said}`;
}

/** `周三` or `Wed`. */
export function weekdayText(day: PlainDate, language: Language): string {
  const names = language === 'zh' ? '周一 周二 周三 周四 周五 周六 周日' : 'Mon Tue Wed Thu Fri Sat Sun';
  return names.split(' ')[weekday(day) - 1] ?? '';
}

/** A term in words: `10个工作日（当日不计）`. */
export function termText(term: Term, language: Language): string {
  return language === 'zh' ? termZh(term) : termEn(term);
}

/** What a term is lengthened by, in words: `5个工作日`. */
export function extensionText(units: number, unit: ExtensionUnit, language: Language): string {
  const zh = { working: '个工作日', natural: '个自然日', months: '个月', hours: '小时' }[unit];
  const en = { working: 'working day', natural: 'natural day', months: 'month', hours: 'hour' }[unit];
  return language === 'zh' ? `${units}${zh}` : count(units, en);
}

/** What a day does in the arithmetic: `起算日，不计`, `第3日`, `不计`, `顺延`, and `到期` on the last one. */
export function markText(day: CountedDay, due: Due, language: Language): string {
  const mark = ordinal(day, due, language);
  if (day.date !== due.due) return mark;
  // hours run on through every day: the one they end on is neither counted nor left out
  if (due.term.count === 'hours' && day.date !== dayOf(due.start)) return language === 'zh' ? '到期' : 'due';
  return language === 'zh' ? `${mark}，到期` : `${mark}, due`;
}

/** One line of the strip of days: date, weekday, mark, reason. */
export function dayLine(day: CountedDay, due: Due, language: Language): string {
  const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')'];
  const name = `${day.date}${open}${weekdayText(day.date, language)}${close}`;
  return `${name}  ${markText(day, due, language)}  ${whyText(day.why, language)}`;
}

/** Why a date is only provisional (暂定); empty when it stands. */
export function provisionalText(due: Due, language: Language): string {
  if (!due.provisional) return '';
  const years = due.awaiting.join(language === 'zh' ? '、' : ', ');
  return language === 'zh'
    ? `暂定：${years}年放假通知尚未公布，未公布的年份只按周末休息推算；通知公布后重新计算。`
    : `Provisional: the notice for ${years} is not published; only weekends are taken as days off there. It is computed again when the notice is in.`;
}

/** A light in words; it never stands for itself as a colour alone: `还剩3个工作日`, `今日到期`, `逾期2天`. */
export function lightText(light: Light, left: Remaining, language: Language): string {
  const zh = language === 'zh';
  if (light === 'red') return zh ? `逾期${-left.natural}天` : `${count(-left.natural, 'day')} overdue`;
  if (left.natural === 0) return zh ? '今日到期' : 'due today';
  if (left.working === 0)
    return zh ? `还剩${left.natural}天（均为休息日）` : `${count(left.natural, 'day')} left, all days off`;
  return zh ? `还剩${left.working}个工作日` : `${count(left.working, 'working day')} left`;
}

function plainReason(why: DayReason, language: Language): string {
  const zh = language === 'zh';
  switch (why.kind) {
    case 'working':
      return zh ? '工作日' : 'working day';
    case 'weekend':
      return zh ? '周末' : 'weekend';
    case 'holiday':
    case 'local-day-off':
      return zh
        ? `${why.name.zh}放假（${paperText(why.notice, language)}）`
        : `${why.name.en}, day off (${paperText(why.notice, language)})`;
    case 'make-up':
    case 'local-working':
      return zh
        ? `${why.name.zh}调休上班（${paperText(why.notice, language)}）`
        : `${why.name.en}, make-up workday (${paperText(why.notice, language)})`;
  }
}

function ordinal(day: CountedDay, due: Due, language: Language): string {
  const zh = language === 'zh';
  if (day.counted !== null) return counted(day.counted, due.term, language);
  if (due.rolledFrom !== null && day.date > due.rolledFrom) return zh ? '顺延' : 'moved on';
  if (due.rolledFrom !== null && day.date >= due.due && day.date < due.rolledFrom) return zh ? '提前' : 'moved back';
  if (day.date !== dayOf(due.start)) return zh ? '不计' : 'not counted';
  if (due.term.count === 'hours') return zh ? '起算' : 'start';
  // months are numbered where they are full: a start that counts has no number, and is not left out either
  if (due.term.count === 'months' && due.term.startCounted) return zh ? '起算日' : 'start';
  return zh ? '起算日，不计' : 'start, not counted';
}

function counted(nth: number, term: Term, language: Language): string {
  const zh = language === 'zh';
  if (term.count === 'months') return zh ? `满${nth}个月` : `${count(nth, 'month')} full`;
  if (term.count === 'yearly' || term.count === 'fixed') return zh ? '期限日' : 'the day named';
  return zh ? `第${nth}日` : `day ${nth}`;
}

function termZh(term: Term): string {
  switch (term.count) {
    case 'working':
    case 'natural':
      return `${term.days}个${term.count === 'working' ? '工作日' : '自然日'}（${startZh(term.startCounted)}${rollZh(term.roll)}）`;
    case 'months':
      return `${term.months}个月（${startZh(term.startCounted)}${rollZh(term.roll)}）`;
    case 'hours':
      return `${term.hours}小时`;
    case 'yearly':
      return `每年${Number(term.monthDay.slice(2, 4))}月${Number(term.monthDay.slice(5))}日前（${term.inclusive ? '含' : '不含'}当日${rollZh(term.roll)}）`;
    case 'fixed':
      if (term.inclusive !== undefined)
        return `${term.date}前（${term.inclusive ? '含' : '不含'}当日${rollZh(term.roll)}）`;
      return `${term.date}${term.roll === 'none' ? '' : `（${rollZh(term.roll).slice(1)}）`}`;
  }
}

function termEn(term: Term): string {
  switch (term.count) {
    case 'working':
    case 'natural':
      return `${count(term.days, `${term.count} day`)} (${startEn(term.startCounted)}${rollEn(term.roll)})`;
    case 'months':
      return `${count(term.months, 'month')} (${startEn(term.startCounted)}${rollEn(term.roll)})`;
    case 'hours':
      return count(term.hours, 'hour');
    case 'yearly':
      return `every year before ${term.monthDay.slice(2)} (that day ${term.inclusive ? 'included' : 'not included'}${rollEn(term.roll)})`;
    case 'fixed':
      if (term.inclusive !== undefined)
        return `before ${term.date} (that day ${term.inclusive ? 'included' : 'not included'}${rollEn(term.roll)})`;
      return `${term.date}${term.roll === 'none' ? '' : ` (${rollEn(term.roll).slice(2)})`}`;
  }
}

const startZh = (startCounted: boolean): string => (startCounted ? '当日计入' : '当日不计');
const startEn = (startCounted: boolean): string => (startCounted ? 'start day counted' : 'start day not counted');
const rollZh = (roll: Roll): string => ({ none: '', forward: '，末日休息则顺延', backward: '，末日休息则提前' })[roll];
const rollEn = (roll: Roll): string =>
  ({ none: '', forward: ', a last day off moves on', backward: ', a last day off moves back' })[roll];
const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
