import { expect, test } from 'vitest';
import type { SheetValue } from '../../policy/index.ts';
import { CLUB, listed } from './testing/club.ts';

const known = {
  ...CLUB,
  people: [
    { id: 'p1', name: '钱甲', seat: '会所 文书', units: ['office'] },
    { id: 'p2', name: '孙乙', seat: '会所', units: ['office', 'greens'] },
    { id: 'p3', name: '孙乙', seat: '财务部', units: ['treasury'] },
  ],
  referred: [{ dossier: 'd1', number: '建议-2030-001', title: '旧建议', kind: 'suggestion' }],
};
const read = (field: string, written: string, answers: Parameters<typeof listed>[2] = [], head = field) =>
  listed(['what', 'about', head], [['添两张长椅', 'bar', written]], answers, known).rows[0]!;

test.each<readonly [string, string, SheetValue]>([
  ['weight', '12.5', 12.5],
  ['weight', '１２．５', 12.5],
  ['cost', '1,299.50元', 129_950],
  ['cost', '￥100', 10_000],
  ['cost', '0.5万元', 500_000],
  ['since', '2030-02-28', '2030-02-28'],
  ['since', '2030年2月28日', '2030-02-28'],
  ['since', '二〇三〇年二月二十八日', '2030-02-28'],
  ['since', '2030.2.28', '2030-02-28'],
  ['since', '47542', '2030-02-28'],
  ['seen-at', '2030-02-28 09:30', '2030-02-28T09:30'],
  ['seen-at', '2030年2月28日下午3点5分', '2030-02-28T15:05'],
  ['seen-at', '2030/2/28 9时', '2030-02-28T09:00'],
  ['urgent', '√', true],
  ['urgent', '否', false],
  ['wishes', 'shade、light', ['shade', 'light']],
  ['team', '草坪队', 'greens'],
  ['asked', '场地部、财务部', ['keepers', 'treasury']],
  ['keeper', '钱甲', { id: 'p1', name: '钱甲' }],
  ['coach', '孙乙', { id: 'p2', name: '孙乙', unit: 'greens' }],
  ['where', '一号场\n东侧', { words: '一号场，东侧' }],
  ['earlier', '建议-2030-001', { dossier: 'd1', number: '建议-2030-001', title: '旧建议' }],
])('under “%s” “%s” is read without a doubt', (field, written, value) => {
  const { values, questions, pile } = read(field, written);
  expect([values[field], questions, pile]).toEqual([value, [], 'ready']);
});

test.each<readonly [string, string, string, string | null]>([
  ['weight', '约12', '数字之外', null],
  ['weight', '三十', '不是一个数', 'is-30'],
  ['weight', '0.2', '小于0.5', null],
  ['weight', '1.25', '最多1位小数', null],
  ['cost', '若干', '没有读出金额', null],
  ['cost', '0.015', '不到一分钱', 'is-2'],
  ['since', '2030年2月', '没有写到哪一天', '2030-02-28'],
  ['since', '2030年2月28日前', '没有写到哪一天', '2030-02-28'],
  ['seen-at', '2030-02-28', '没有读出日期和几点几分', null],
  ['urgent', '不清楚', '不是“是”或“否”', null],
  ['wishes', 'shade、snow', '有的不在可选的内容里', null],
  ['team', '草坪', '对不上单位名录', 'greens'],
  ['team', '场地部', '不能填这个单位', null],
  ['keeper', '孙乙', '有几个同名的人', null],
  ['coach', '钱甲', '这个人所在单位不在这一项可填的范围内', null],
  ['keeper', '李丙', '人员里没有这个人', null],
  ['earlier', '建议-2030-999', '没有这个编号', null],
  ['what', '#REF!', '出错的公式', null],
])('under “%s” “%s” is a question, and the row waits', (field, written, why, suggested) => {
  const { questions, pile } =
    field === 'what' ? listed(['what', 'about'], [[written, 'bar']]).rows[0]! : read(field, written);
  expect([questions.length, questions[0]?.zh, questions[0]?.suggested, pile]).toEqual([
    1,
    expect.stringContaining(why),
    suggested,
    'needs-decision',
  ]);
});

test('a doubtful cell holds what a person says, by one of the offers or written anew, and what makes no sense leaves it open', () => {
  const on = '3:sheet:since:value-unclear';
  expect(read('since', '2030年2月', [[on, '2030-02-28']]).values['since']).toBe('2030-02-28');
  expect(read('since', '2030年2月', [[on, 'set', '2030-02-14']]).values['since']).toBe('2030-02-14');
  expect(read('since', '2030年2月', [[on, 'set', '二月里']])).toMatchObject({ pile: 'needs-decision' });
  expect(read('since', '2030年2月', [[on, 'leave-out']])).toMatchObject({ pile: 'ready', values: { about: 'bar' } });
  expect(read('team', '草坪', [['3:sheet:team:unit-unknown:草坪', 'other', 'nets']]).values['team']).toBe('nets');
  expect(read('keeper', '孙乙', [['3:sheet:keeper:person-unclear', 'p3']]).values['keeper']).toEqual({
    id: 'p3',
    name: '孙乙',
  });
});

test('a bare figure is in 万元 where the head says so, and in yuan where it does not', () => {
  expect(read('cost', '0.12', [], 'cost（万元）').values['cost']).toBe(120_000);
  expect(read('cost', '0.12').values['cost']).toBe(12);
});
