import { expect, test } from 'vitest';
import { calendarOf, NATION, whyOf } from './calendar.ts';
import { dueOf } from './due.ts';
import { ONE_YEAR, YEAR_2030 } from './invented-years.ts';
import { localTime } from './local-time.ts';
import { plainDate } from './plain-date.ts';
import { naturalDays, workingDays, type Term } from './term.ts';
import { dayLine, lightText, markText, provisionalText, termText, whyText } from './wording.ts';

test.each([
  ['2030-04-23', '工作日', 'working day'],
  ['2030-04-20', '周末', 'weekend'],
  [
    '2030-05-01',
    '丰收节放假（甲〔2029〕9号 通知，甲〔2029〕9号）',
    'Harvest, day off (甲〔2029〕9号 通知, 甲〔2029〕9号)',
  ],
  [
    '2030-04-27',
    '丰收节调休上班（甲〔2029〕9号 通知，甲〔2029〕9号）',
    'Harvest, make-up workday (甲〔2029〕9号 通知, 甲〔2029〕9号)',
  ],
  ['2031-01-01', '工作日，另有放假通知未公布，暂定', 'working day, provisional: a notice is not published yet'],
])('%s is explained in both languages', (day, zh, en) => {
  const why = whyOf(plainDate(day), ONE_YEAR);
  expect(whyText(why, 'zh')).toBe(zh);
  expect(whyText(why, 'en')).toBe(en);
});

test('a day that the law itself frees names the law with its year, and the calendar names it too', () => {
  const statute = {
    title: '甲节日放假办法',
    number: '甲令第1号',
    issued: plainDate('2028-11-10'),
    from: 2029,
    days: [{ name: { zh: '元旦', en: 'New Year' }, on: ['01-01'] }],
  };
  const calendar = calendarOf([{ jurisdiction: NATION, year: 0, notices: [], statute }, YEAR_2030]);
  const why = whyOf(plainDate('2031-01-01'), calendar);

  expect(whyText(why, 'zh')).toBe('元旦放假（甲节日放假办法，2028年，甲令第1号）');
  expect(whyText(why, 'en')).toBe('New Year, day off (甲节日放假办法, 2028, 甲令第1号)');
  expect(calendar.id).toBe('cn: 甲令第1号, 甲〔2029〕9号');
  // where the year has its notice, that is the paper
  expect(whyText(whyOf(plainDate('2030-05-01'), calendar), 'zh')).toContain('甲〔2029〕9号');
});

test('a local paper without a number is called by its region and title', () => {
  const notice = { jurisdiction: '990101', number: null, title: '本地节日放假通知' };
  const why = { kind: 'local-day-off', name: { zh: '丰收节', en: 'Harvest' }, notice } as const;
  expect(whyText(why, 'zh')).toBe('丰收节放假（990101 本地节日放假通知）');
});

test.each<[Term, string, string]>([
  [workingDays(10), '10个工作日（当日不计）', '10 working days (start day not counted)'],
  [
    naturalDays(1),
    '1个自然日（当日不计，末日休息则顺延）',
    '1 natural day (start day not counted, a last day off moves on)',
  ],
  [
    { count: 'months', months: 2, startCounted: true, roll: 'backward' },
    '2个月（当日计入，末日休息则提前）',
    '2 months (start day counted, a last day off moves back)',
  ],
  [{ count: 'hours', hours: 24 }, '24小时', '24 hours'],
  [
    { count: 'yearly', monthDay: '--05-06', inclusive: true, roll: 'none' },
    '每年5月6日前（含当日）',
    'every year before 05-06 (that day included)',
  ],
  [{ count: 'fixed', date: plainDate('2030-05-01'), roll: 'none' }, '2030-05-01', '2030-05-01'],
  [
    { count: 'fixed', date: plainDate('2030-05-01'), roll: 'forward' },
    '2030-05-01（末日休息则顺延）',
    '2030-05-01 (a last day off moves on)',
  ],
  [
    { count: 'fixed', date: plainDate('2030-05-01'), inclusive: false, roll: 'backward' },
    '2030-05-01前（不含当日，末日休息则提前）',
    'before 2030-05-01 (that day not included, a last day off moves back)',
  ],
  [
    { count: 'fixed', date: plainDate('2030-05-01'), inclusive: true, roll: 'none' },
    '2030-05-01前（含当日）',
    'before 2030-05-01 (that day included)',
  ],
])('%j is said in both languages', (term, zh, en) => {
  expect(termText(term, 'zh')).toBe(zh);
  expect(termText(term, 'en')).toBe(en);
});

test('the strip of days reads like the count on somebody’s fingers', () => {
  const due = dueOf(plainDate('2030-04-30'), naturalDays(1), ONE_YEAR);
  expect(due.days.map((day) => dayLine(day, due, 'zh'))).toEqual([
    '2030-04-30（周二）  起算日，不计  工作日',
    '2030-05-01（周三）  第1日  丰收节放假（甲〔2029〕9号 通知，甲〔2029〕9号）',
    '2030-05-02（周四）  顺延  丰收节放假（甲〔2029〕9号 通知，甲〔2029〕9号）',
    '2030-05-03（周五）  顺延  丰收节放假（甲〔2029〕9号 通知，甲〔2029〕9号）',
    '2030-05-04（周六）  顺延  周末',
    '2030-05-05（周日）  顺延，到期  丰收节调休上班（甲〔2029〕9号 通知，甲〔2029〕9号）',
  ]);
});

test('a counted start of months is not called left out', () => {
  const term = { count: 'months', months: 1, startCounted: true, roll: 'none' } as const;
  const month = dueOf(plainDate('2030-01-01'), term, ONE_YEAR);
  expect(month.days.map((day) => markText(day, month, 'zh'))).toEqual(['起算日', '满1个月，到期']);
});

test('a skipped day, a day moved back to and a start in hours each say so', () => {
  const working = dueOf(plainDate('2030-04-30'), workingDays(1), ONE_YEAR);
  const back = dueOf(
    plainDate('2030-02-01'),
    { count: 'yearly', monthDay: '--05-02', inclusive: true, roll: 'backward' },
    ONE_YEAR,
  );
  const hours = dueOf(localTime('2030-04-30T09:00'), { count: 'hours', hours: 2 }, ONE_YEAR);

  expect(working.days.map((day) => dayLine(day, working, 'en'))[1]).toBe(
    '2030-05-01 (Wed)  not counted  Harvest, day off (甲〔2029〕9号 通知, 甲〔2029〕9号)',
  );
  expect(back.days.map((day) => dayLine(day, back, 'zh')).slice(1)).toEqual([
    '2030-04-30（周二）  提前，到期  工作日',
    '2030-05-01（周三）  提前  丰收节放假（甲〔2029〕9号 通知，甲〔2029〕9号）',
    '2030-05-02（周四）  期限日  丰收节放假（甲〔2029〕9号 通知，甲〔2029〕9号）',
  ]);
  expect(hours.days.map((day) => dayLine(day, hours, 'zh'))).toEqual(['2030-04-30（周二）  起算，到期  工作日']);
  const longer = dueOf(localTime('2030-04-30T09:00'), { count: 'hours', hours: 24 }, ONE_YEAR);
  expect(longer.days.map((day) => markText(day, longer, 'en'))).toEqual(['start', 'due']);
});

test('a provisional date names the year it waits for; a definite one says nothing', () => {
  expect(provisionalText(dueOf(plainDate('2030-12-20'), workingDays(20), ONE_YEAR), 'zh')).toContain(
    '2031年放假通知尚未公布',
  );
  expect(provisionalText(dueOf(plainDate('2030-12-20'), workingDays(20), ONE_YEAR), 'en')).toContain('notice for 2031');
  expect(provisionalText(dueOf(plainDate('2030-04-22'), workingDays(2), ONE_YEAR), 'zh')).toBe('');
});

test.each([
  ['green', 12, 18, '还剩12个工作日', '12 working days left'],
  ['amber', 1, 1, '还剩1个工作日', '1 working day left'],
  ['amber', 0, 2, '还剩2天（均为休息日）', '2 days left, all days off'],
  ['amber', 0, 0, '今日到期', 'due today'],
  ['red', -2, -4, '逾期4天', '4 days overdue'],
] as const)('a %s light with %i working days left is said in words', (light, working, natural, zh, en) => {
  expect(lightText(light, { working, natural }, 'zh')).toBe(zh);
  expect(lightText(light, { working, natural }, 'en')).toBe(en);
});
