import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { plainDate, whyOf } from '@bihuan/core/time';
import { expect, test } from 'vitest';
import { Trouble } from '../trouble.ts';
import { FaultyCalendar, parseNotice, readCalendars, storedNotice } from './index.ts';

const HEAD = `jurisdiction: cn
year: 2030
notices:
  - title: 通知
    number: 甲〔2029〕9号
    issued: 2029-11-01
    source: invented
    occasions:
`;

const occasion = (days: string) => `${HEAD}      - name: { zh: 丰收节, en: Harvest }\n        ${days}\n`;
const faultsOf = (text: string) =>
  parseNotice(text, 'x.yaml').faults.map(({ line, key, en }) => `${line} ${key}: ${en}`);

test('a notice is read with its ranges spelt out', () => {
  const { year, faults } = parseNotice(occasion('off: [2030-01-01, 2030-05-01..2030-05-03]'));
  expect(faults).toEqual([]);
  expect(year).toMatchObject({ jurisdiction: 'cn', year: 2030 });
  expect(year?.notices[0]?.occasions[0]).toEqual({
    name: { zh: '丰收节', en: 'Harvest' },
    off: ['2030-01-01', '2030-05-01', '2030-05-02', '2030-05-03'],
    working: [],
  });
});

test.each([
  [
    'a day that does not exist',
    'off: [2030-02-29]',
    '10 notices.0.occasions.0.off.0: there is no such day: 2030-02-29',
  ],
  ['a range backwards', 'off: [2030-05-03..2030-05-01]', '10 notices.0.occasions.0.off.0: a range covers 2 to 15 days'],
  [
    'a range with a slip in its month',
    'off: [2030-05-01..2030-06-03]',
    '10 notices.0.occasions.0.off.0: a range covers 2 to 15 days',
  ],
  [
    'a day of another year',
    'off: [2031-01-01]',
    '10 notices.0.occasions.0.off.0: 2031-01-01 is not in 2030 or the December before',
  ],
  [
    'a day twice',
    'off: [2030-05-01, 2030-05-01]',
    '10 notices.0.occasions.0.off.1: 2030-05-01 stands twice in one notice',
  ],
  [
    'a make-up day on an ordinary Tuesday',
    'working: [2030-04-23]',
    '10 notices.0.occasions.0.working.0: 2030-04-23 is an ordinary working day, not one worked in return',
  ],
  ['an unknown word', 'of: [2030-05-01]', '10 notices.0.occasions.0.of: of is not known here'],
])('%s is refused, with its line and key', (_sentence, days, fault) => {
  expect(faultsOf(occasion(days))).toContain(fault);
});

test('the December before belongs to a year, the November before does not', () => {
  expect(faultsOf(occasion('off: [2029-12-31]'))).toEqual([]);
  expect(faultsOf(occasion('off: [2029-11-30]'))).toHaveLength(1);
});

test('a later notice may have a day worked again that an earlier one freed', () => {
  const second = `  - title: 调整
    number: 甲〔2030〕1号
    issued: 2030-03-01
    source: invented
    occasions:
      - name: { zh: 丰收节, en: Harvest }
        working: [2030-05-01]
`;
  expect(faultsOf(occasion('off: [2030-05-01]') + second)).toEqual([]);
});

test('a notice of mid-year, entered alone, may have a day worked again that one in force freed', () => {
  const { year: inForce } = parseNotice(occasion('off: [2030-05-01]'));
  const change = occasion('working: [2030-05-01]')
    .replace('甲〔2029〕9号', '甲〔2030〕1号')
    .replace('2029-11', '2030-03');

  expect(faultsOf(change)).toHaveLength(1);
  expect(parseNotice(change, 'x.yaml', [inForce!]).faults).toEqual([]);
  expect(parseNotice(occasion('working: [2030-05-02]'), 'x.yaml', [inForce!]).faults).toHaveLength(1);
  expect(storedNotice(change, 'an applied notice').year).toBe(2030);
});

test('a notice issued in another year is a slip', () => {
  expect(faultsOf(occasion('off: [2030-05-01]').replace('2029-11-01', '2019-11-01'))).toEqual([
    '6 notices.0.issued: a notice for 2030 is issued that year or the year before',
  ]);
});

test('every fault is listed at once, not only the first', () => {
  expect(faultsOf('jurisdiction: xx\nyear: soon\n')).toEqual([
    '1 : notices is missing',
    expect.stringMatching(/^1 jurisdiction: not written as it must be/),
    '2 year: must be a whole number without quotes',
  ]);
  const unquoted = parseNotice(occasion('off: [2030-05-01]').replace('cn', '530521')).faults;
  expect(unquoted.map(({ line, key, zh }) => `${line} ${key}: ${zh}`)).toEqual([
    '1 jurisdiction: 应为文字（数字加引号，如 "530521"）',
  ]);
});

test.each([
  ['text that is no YAML', 'notices: ['],
  ['an empty file', ''],
  ['a list', '- 1'],
  ['one key twice', 'year: 2030\nyear: 2031'],
  [
    'a billion laughs',
    `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefgh'.replaceAll(/./g, (key) => `${key}: &${key} [${`*${String.fromCharCode(key.charCodeAt(0) - 1)}, `.repeat(9)}]\n`)}`,
  ],
])('%s is refused without falling over', (_sentence, text) => {
  const { year, faults } = parseNotice(text);
  expect(year).toBeNull();
  expect(faults.length).toBeGreaterThan(0);
});

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'calendars-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), text);
  }
  return dir;
}

const LOCAL = occasion('off: [2030-04-23]').replace('cn', '"990101"');

test('a region’s own days stand on top of the nation’s, only for that region', async () => {
  const dir = await folderOf({ 'cn/2030.yaml': occasion('off: [2030-05-01]'), '990101/2030.yaml': LOCAL });

  expect(whyOf(plainDate('2030-04-23'), readCalendars(dir, ['990101'])).kind).toBe('local-day-off');
  expect(whyOf(plainDate('2030-05-01'), readCalendars(dir, ['990101'])).kind).toBe('holiday');
  expect(whyOf(plainDate('2030-04-23'), readCalendars(dir, ['990102'])).kind).toBe('working');
});

test('a file in the wrong place is a fault that names it', async () => {
  const dir = await folderOf({ 'cn/2030.yaml': occasion('off: [2030-05-01]'), '990102/2031.yaml': LOCAL });

  expect(() => readCalendars(dir, ['990102'])).toThrow(FaultyCalendar);
  expect(() => readCalendars(dir, ['990102'])).toThrow(/990102\/2031\.yaml:1:1 jurisdiction .*\n.*2031\.yaml:1:1 year/);
});

test('without the nation’s notices there is no calendar at all', async () => {
  const dir = await folderOf({ '990101/2030.yaml': LOCAL });
  expect(() => readCalendars(dir, ['990101'])).toThrow(Trouble);
});

test.each(['a: [', 'a: "x', 'a:\n\t- b', 'a: *b', 'a: 1\na: 2', 'a: b: c', 'a: @b', '- a\nb: c'])(
  'what is no notice (%j) is said in the office’s words, without those of the parser',
  (text) => {
    const { faults } = parseNotice(text, 'x.yaml');

    expect(faults.length).toBeGreaterThan(0);
    for (const { zh } of faults) expect(zh.replaceAll(/YAML|“[^”]*”/g, '')).not.toMatch(/[A-Za-z]{3}/);
  },
);
