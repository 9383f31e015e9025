import { expect, test } from 'vitest';
import { findHead } from './head.ts';
import { issuesAmong } from './issues.ts';
import { REGISTER } from './meaning.ts';
import { joined } from './normalise.ts';
import { answers } from './question.ts';
import { isPlace } from './unit-directory.ts';
import { readTerm } from './term.ts';
import { decide, listOf, OFFICE, sheetOf, UNITS } from './testing/office.ts';
import { memoryOf } from './told.ts';
import { plainDate } from '../time/index.ts';
import { directoryOf } from './unit-directory.ts';
import { applyDecisions, understand } from './understand.ts';
import { likelyWord } from './vocabulary.ts';

const word = (id: string, zh: string) => ({ id, zh, en: id, written: [] });
const FROM = [
  word('nation', '国家移交'),
  word('province', '省级移交'),
  word('city', '市级确定'),
  word('own', '县级自查'),
  word('others', '某盟中央民主监督'),
];

test.each([
  ['国家长江经济带生态环境警示片', 'nation'],
  ['中央生态环境保护督察', 'nation'],
  ['第二轮中央环保督察', 'nation'],
  ['省警示片', 'province'],
  ['2026年省级督察', 'province'],
  ['市级排查', 'city'],
  ['本县自查', 'own'],
  ['2021年长江经济带生态环境警示片', 'nation'],
  ['审计署审计发现', 'nation'],
  ['乡镇排查上报', 'own'],
  ['自查', 'own'],
  ['民主监督', 'others'],
  ['市场监管抽查', null],
  ['省心工程', null],
  ['群众举报', null],
])('“%s” probably means %s', (raw, id) => {
  expect(likelyWord(raw, FROM)).toBe(id);
});

test('what a word was said to mean is remembered for its field, shown with who said it, and asked anew on request', () => {
  const on = 'word-unknown:source:警示片';
  const memory = memoryOf([{ on, choose: 'nation', person: '李甲', day: plainDate('2026-11-01') }]);
  const read = (field: 'source' | 'category', given = answers([])) =>
    readTerm({ id: field, zh: '来源', en: 'Source' }, '警示片', FROM, 3, given, memory);

  expect(read('source')).toMatchObject({
    value: { id: 'nation' },
    questions: [],
    decisions: [{ told: { person: '李甲', on: '2026-11-01' } }],
  });
  expect(read('category').questions).toHaveLength(1);
  expect(read('source', answers([decide(on, 'ask-again')])).questions).toHaveLength(1);
});

test('a head of three rows is read down to its own words', () => {
  const head = findHead(
    sheetOf(
      [
        ['序号', '问题', '整改要求', '整改要求', '整改要求', '备注'],
        ['序号', '问题', '目标和措施', '目标和措施', '整改时限', '备注'],
        ['序号', '问题', '整改目标', '整改措施', '整改时限', '备注'],
        ['1', '演示：甲沟', '达标', '截污', '2026年底前', ''],
      ],
      [
        { row: 0, column: 0, rowSpan: 3, columnSpan: 1 },
        { row: 0, column: 1, rowSpan: 3, columnSpan: 1 },
        { row: 0, column: 2, rowSpan: 1, columnSpan: 3 },
        { row: 1, column: 2, rowSpan: 1, columnSpan: 2 },
        { row: 1, column: 4, rowSpan: 2, columnSpan: 1 },
        { row: 0, column: 5, rowSpan: 3, columnSpan: 1 },
      ],
    ),
    REGISTER,
  );

  expect(head?.columns.map(({ text }) => text)).toEqual(['序号', '问题', '整改目标', '整改措施', '整改时限', '备注']);
  expect(head?.columns[2]?.group).toBe('目标和措施');
  expect(head?.last).toBe(2);
});

test('words broken over two lines are one piece; numbered lines, labels and mere lists stay lines', () => {
  expect(joined('影响居民点的正\n常生活，鸡粪未及\n时清运。')).toBe('影响居民点的正常生活，鸡粪未及时清运。');
  expect(joined('一是截污，\n二是清淤。')).toBe('一是截污，\n二是清淤。');
  expect(joined('甲沟直排，\n整改要求：截污')).toBe('甲沟直排，\n整改要求：截污');
  expect(joined('甲沟直排入河\n乙塘弃土堆放')).toBe('甲沟直排入河\n乙塘弃土堆放');
});

test('of one list in several months the newest is known, over the turn of a year too', () => {
  const sheet = (name: string, asOf: string | null, ...numbers: string[]) => ({
    name,
    list: name,
    asOf,
    year: null,
    numbers,
  });
  const { newest, notes } = issuesAmong([
    sheet('12月', '截至2026年12月25日', 'A-1', 'A-2'),
    sheet('1月', '截至2027年1月25日', 'A-1', 'A-2', 'A-3'),
    sheet('另一份', null, 'B-1'),
  ]);

  expect([...newest]).toEqual([['12月', '1月']]);
  expect(notes.get('12月')?.zh).toContain('2个相同编号');
  expect(issuesAmong([sheet('一月', null, 'A-1'), sheet('二月', null, 'A-1')]).newest.get('一月')).toBe('二月');
  expect(issuesAmong([sheet('一月', null, 'A-1'), sheet('二月', null, 'B-1')]).newest.size).toBe(0);
});

test('the county itself, its offices and a name left open are no township', () => {
  const place = (written: string) => {
    const [row] = understand(listOf(['1', 'X-1', '演示：甲沟', written, '甲镇', '2026年底前', '']), OFFICE).rows;
    const [asked] = row!.questions;
    return [row!.township?.unit ?? null, asked?.code ?? null, asked?.suggested ?? null];
  };

  for (const whole of ['虚县', '虚', '虚市虚县', '全县', '县直', '县城'])
    expect(place(whole), whole).toEqual([null, null, null]);
  for (const office of ['县水务局', 'XX镇', '某某乡', '甲镇、乙乡', '他县'])
    expect(place(office), office).toEqual([null, 'unit-unknown', null]);
  expect(place('虚市虚县甲镇')).toEqual(['jia', null, null]);
  expect(place('甲镇河西村')).toEqual([null, 'unit-unknown', 'jia']);
});

test('a list without townships offers those of the units responsible, and waits for no answer', () => {
  const sheet = sheetOf([
    ['序号', '问题', '责任单位'],
    ['1', '演示：甲沟直排', '甲镇'],
    ['2', '演示：乙塘弃土', '县发改局'],
  ]);
  const [offer] = understand(sheet, OFFICE).questions;
  const taken = applyDecisions(sheet, OFFICE, [decide(offer?.id ?? '', 'take')]);

  expect(offer).toMatchObject({ code: 'township-from-unit', suggested: 'take', optional: true });
  expect(understand(sheet, OFFICE).rows.map(({ pile }) => pile)).toEqual(['ready', 'ready']);
  expect(taken.rows.map(({ township }) => township?.unit ?? null)).toEqual(['jia', null]);
});

test('of a name without a day and one from a day on, the later holds from that day', () => {
  const unit = {
    id: 'a',
    level: 'county',
    names: [{ name: { zh: '虚县旧局' } }, { name: { zh: '虚县新局' }, from: plainDate('2025-01-01') }],
    shortNames: [],
    roles: [],
    posts: [],
    kind: 'office',
    external: false,
  } as const;
  const nameOn = (day: string) => directoryOf([unit], plainDate(day), '虚县').units[0]?.name;

  expect([nameOn('2024-12-31'), nameOn('2025-01-01')]).toEqual(['虚县旧局', '虚县新局']);
  expect(isPlace(UNITS, 'jia')).toBe(true);
});

test('a row with more words than a description holds is asked about before it is brought in', () => {
  const long = listOf(['1', 'X-1', '演示：甲沟直排', '甲镇', '甲镇', '2026年底前', '截污'.repeat(2_600)]);
  const [before] = understand(long, OFFICE).rows;
  const [after] = applyDecisions(long, OFFICE, [decide(before?.questions[0]?.id ?? '', 'without')]).rows;

  expect(before?.questions.map(({ code }) => code)).toEqual(['description-too-long']);
  expect(after).toMatchObject({ pile: 'ready', problem: '演示：甲沟直排', work: null });
});
