import { weekday, type CalendarYear, type Notice, type Occasion, type PlainDate } from '@bihuan/core/time';
import { expect, test } from 'vitest';
import { CALENDARS, fileFromWords, parseNotice, readCalendarYears } from './index.ts';

/** Every year's first notice: later ones of a year change single days, in words of their own. */
const ofYears = readCalendarYears(CALENDARS, []).filter(({ statute }) => statute === undefined);
const YEARS = ofYears.map((year) => ({
  year: year.year,
  notice: year.notices[0]!,
  whole: year,
}));

const said = (day: PlainDate): string =>
  `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日（周${'一二三四五六日'[weekday(day) - 1]}）`;

/** The day with its year where the year is another than the notice's, as notices write New Year's. */
const dated = (day: PlainDate, year: number): string =>
  day.startsWith(String(year)) ? said(day) : `${day.slice(0, 4)}年${said(day)}`;

function item({ name, off, working }: Occasion, index: number, year: number): string {
  const [from, to] = [off[0]!, off.at(-1)!];
  const last =
    to.slice(0, 7) === from.slice(0, 7) ? said(to).replace(/^\d+月/, '') : dated(to, Number(from.slice(0, 4)));
  const days = from === to ? dated(from, year) : `${dated(from, year)}至${last}`;
  const worked = working.length > 0 ? `${working.map((day) => dated(day, year)).join('、')}上班。` : '';
  return `${'一二三四五六七'[index]}、${name.zh}：${days}放假调休，共${off.length}天。${worked}`;
}

/** A notice in the form in which such papers are written, from the days of our own table. */
function words({ year }: CalendarYear, { title, number, issued, occasions }: Notice): string {
  const day = `${issued.slice(0, 4)}年${Number(issued.slice(5, 7))}月${Number(issued.slice(8))}日`;
  const head = `${title.replace('部分', '\n部分')}\n${number}\n\n各有关单位：\n  现将${year}年的放假安排通知如下。\n`;
  return `${head}  ${occasions.map((one, index) => item(one, index, year)).join('\n  ')}\n\n国务院办公厅\n${day}\n`;
}

test.each(YEARS)('the notice for $year, pasted as words, is read as our table has it', ({ notice, whole }) => {
  const file = fileFromWords(words(whole, notice))!;

  expect(file.doubts).toEqual([]);
  const { year, faults } = parseNotice(file.yaml);
  expect(faults).toEqual([]);
  expect(year).toEqual({
    ...whole,
    notices: [
      {
        ...notice,
        source: '由通知原文读出',
        occasions: notice.occasions.map((one) => ({ ...one, name: expect.anything() })),
      },
    ],
  });
  expect(year!.notices[0]!.occasions.map(({ name }) => name.zh)).toEqual(notice.occasions.map(({ name }) => name.zh));
});

const { whole, notice } = YEARS.at(-1)!;

test.each([
  ['a weekday that does not fit its day', (text: string) => text.replace('10月1日（周四）', '10月1日（周五）'), /周五/],
  ['a count that does not fit its days', (text: string) => text.replace('共9天', '共8天'), /共8天/],
  ['a day that does not exist', (text: string) => text.replace('4月4日', '4月34日'), /4月34日/],
  ['no day of issue', (text: string) => text.replace(/国务院办公厅\n.*\n$/, ''), /成文日期/],
])('a text with %s is read with a doubt, never guessed', (_what, slip, doubt) => {
  const text = words(whole, notice);
  const slipped = slip(text);

  expect(slipped).not.toBe(text);
  expect(
    fileFromWords(slipped)!
      .doubts.map(({ zh }) => zh)
      .join('\n'),
  ).toMatch(doubt);
});

test.each(['', 'jurisdiction: cn\nyear: 2027\n', '关于开展节前安全检查的通知'])(
  'what is no holiday notice is not taken for one: %j',
  (text) => {
    expect(fileFromWords(text)).toBeNull();
  },
);
