import { addDays, dueOf, isWorkingDay, naturalDays, plainDate, whyOf, workingDays } from '@bihuan/core/time';
import chineseDays from 'chinese-days';
import { expect, test } from 'vitest';
import { CALENDARS, readCalendars, readCalendarYears } from './index.ts';

const nation = readCalendars(CALENDARS, []);
const DAYS = Array.from({ length: 3_287 }, (_, offset) => addDays(plainDate('2018-01-01'), offset));

test.each([
  ['2023-04-26', ['2023-05-06', '2023-05-12', '2023-05-19', '2023-06-09']],
  ['2024-02-10', ['2024-02-22', '2024-02-29', '2024-03-07', '2024-03-28']],
  ['2025-09-30', ['2025-10-14', '2025-10-21', '2025-10-28', '2025-11-18']],
  ['2026-02-13', ['2026-02-27', '2026-03-05', '2026-03-12', '2026-04-02']],
])('5, 10, 15 and 30 working days from %s are the days an office would count', (start, expected) => {
  const found = [5, 10, 15, 30].map((days) => dueOf(plainDate(start), workingDays(days), nation));
  expect(found.map((each) => each.due)).toEqual(expected);
  expect(found.map((each) => each.provisional)).toEqual([false, false, false, false]);
});

test('five natural days from 2026-09-26 end on National Day and move behind the holiday', () => {
  expect(dueOf(plainDate('2026-09-26'), naturalDays(5), nation)).toMatchObject({
    rolledFrom: '2026-10-01',
    due: '2026-10-08',
    provisional: false,
  });
});

// Two tables made from the same notices by different hands. Of 3,287 days none differs; a difference that a later version
// brings is a slip in one of them: look the day up in the notice, and list it here with the notice's words if ours is right.
const EXPLAINED: Readonly<Record<string, string>> = {};

test('every day from 2018 to 2026 is worked or not as chinese-days has it, differences explained', () => {
  expect(DAYS.at(-1)).toBe('2026-12-31');
  const different = DAYS.filter((day) => chineseDays.isWorkday(day) !== isWorkingDay(day, nation));
  expect(different).toEqual(Object.keys(EXPLAINED));
});

test('every day off carries the name that chinese-days gives it', () => {
  const named = [...nation.exceptions.values()].filter((day) => day.kind === 'day-off');
  const theirs = (day: string) => chineseDays.getDayDetail(day).name.split(',')[1]; // "Labour Day,劳动节,5"
  const other = named.filter(
    (day) => !day.name.zh.split('、').some((name) => name.startsWith(theirs(day.date) ?? '?')),
  );

  expect(named.length).toBeGreaterThan(200);
  expect(other.map((day) => `${day.date} ${day.name.zh} ${theirs(day.date)}`)).toEqual([]);
});

test('each year holds its notices, each with number and date of issue', () => {
  const notices = readCalendarYears(CALENDARS, [])
    .filter(({ statute }) => statute === undefined)
    .map(({ year, notices: each }) => [year, ...each.map((notice) => `${notice.number} ${notice.issued}`)]);
  expect(notices).toEqual([
    [2018, '国办发明电〔2017〕12号 2017-11-30'],
    [2019, '国办发明电〔2018〕15号 2018-12-04', '国办发明电〔2019〕3号 2019-03-22'],
    [2020, '国办发明电〔2019〕16号 2019-11-21', '国办发明电〔2020〕1号 2020-01-26'],
    [2021, '国办发明电〔2020〕27号 2020-11-25'],
    [2022, '国办发明电〔2021〕11号 2021-10-25'],
    [2023, '国办发明电〔2022〕16号 2022-12-08'],
    [2024, '国办发明电〔2023〕7号 2023-10-25'],
    [2025, '国办发明电〔2024〕12号 2024-11-12'],
    [2026, '国办发明电〔2025〕7号 2025-11-04'],
  ]);
});

test.each([
  ['2020-01-31', 'holiday', '国办发明电〔2020〕1号', 'a Friday freed in the middle of the holiday'],
  ['2020-02-01', 'holiday', '国办发明电〔2020〕1号', 'a make-up Saturday taken back'],
  ['2020-01-30', 'holiday', '国办发明电〔2019〕16号', 'a day of the first notice'],
  ['2020-01-19', 'make-up', '国办发明电〔2019〕16号', 'a make-up day of the first notice that stood'],
  ['2019-05-02', 'holiday', '国办发明电〔2019〕3号', 'Labour Day made longer in March'],
  ['2019-05-05', 'make-up', '国办发明电〔2019〕3号', 'the Sunday worked for it'],
  ['2018-12-29', 'make-up', '国办发明电〔2018〕15号', 'a December day in the notice for the next year'],
  ['2022-12-31', 'holiday', '国办发明电〔2022〕16号', 'another one'],
])('%s is %s by %s: %s', (day, kind, number) => {
  expect(whyOf(plainDate(day), nation)).toMatchObject({ kind, notice: { number } });
});

test('nothing is published for 2027: chinese-days calls its New Year’s Day worked, we know it off by law and call the date provisional', () => {
  const found = dueOf(plainDate('2026-12-25'), workingDays(10), nation);

  expect(found).toMatchObject({ provisional: true, awaiting: [2027] });
  expect(chineseDays.isWorkday('2027-01-01')).toBe(true);
  expect(whyOf(plainDate('2027-01-01'), nation)).toMatchObject({ kind: 'holiday', name: { zh: '元旦' } });
  expect(whyOf(plainDate('2027-01-04'), nation)).toEqual({ kind: 'working', assumed: true });
  expect(dueOf(plainDate('2026-12-10'), workingDays(10), nation).provisional).toBe(false);
});
