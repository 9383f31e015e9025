import { expect, test } from 'vitest';
import { correctionOf, registrationOf } from './registration.ts';
import { decide, listOf, OFFICE, sheetOf } from './testing/office.ts';
import { applyDecisions, understand } from './understand.ts';

const LINE = ['1', 'X-1', '演示：甲沟排口直排。另有异味', '甲镇', '发改局', '2024年底前，并长期坚持', '1.封堵；2.补植'];
const rowOf = (line: readonly string[]) => understand(listOf(line), OFFICE).rows[0]!;

test('a row becomes what a registration says: unit, deadline with its words, measures below the problem, its list as the source', () => {
  const { number, basics, facts, source } = registrationOf(rowOf(LINE), '虚构清单', { origin: 'city' });

  expect(basics).toMatchObject({
    title: '演示：甲沟排口直排',
    description: '演示：甲沟排口直排。另有异味\n整改措施：1.封堵；2.补植',
    township: 'jia',
    deadline: { date: '2024-12-31', longTerm: true, raw: '2024年底前，并长期坚持' },
    proposed: { holder: 'development', lead: null },
    remarks: '',
  });
  expect([number, facts, source]).toEqual([null, { origin: 'city' }, { list: '虚构清单', number: 'X-1', date: null }]);
});

test.each([
  ['7', null],
  ['第12项', null],
  ['X-1', null],
  ['2024-12-31', null],
  ['D3YN202405280050', 'D3YN202405280050'],
])('%s names a problem everywhere, or in its list only', (written, number) => {
  expect(registrationOf(rowOf(LINE.with(1, written)), '清单', {}).number).toBe(number);
});

test('a list that came again changes what it says otherwise, and a blank takes nothing away', () => {
  const { basics } = registrationOf(rowOf(LINE), '清单', {});
  const again = registrationOf(rowOf(LINE.with(5, '2025年底前').with(4, '')), '清单', {});

  expect(correctionOf({ basics }, basics)).toEqual({});
  expect(correctionOf(again, { ...basics, remarks: '已核对' })).toEqual({
    deadline: { date: '2025-12-31', longTerm: false, raw: '2025年底前' },
  });
});

test('a long sentence is cut for the title and whole in the description', () => {
  const long = `演示：${'甲沟'.repeat(60)}`;
  const { basics } = registrationOf(rowOf(LINE.with(2, long)), '清单', {});
  expect([basics.title.length, basics.title.endsWith('…'), basics.description.startsWith(long)]).toEqual([
    60,
    true,
    true,
  ]);
});

test('words in brackets behind a unit stay in the remarks; 各乡镇 holds nobody in particular', () => {
  const noted = registrationOf(rowOf(LINE.with(4, '甲镇（赵甲 13900000001）')), '清单', {}).basics;
  const group = applyDecisions(listOf(LINE.with(4, '各乡镇')), OFFICE, [decide('unit-group:unit:各乡镇', 'all')])
    .rows[0]!;

  expect([noted.proposed.holder, noted.remarks]).toEqual(['jia', '责任单位：甲镇（赵甲 13900000001）']);
  expect(registrationOf(group, '清单', {}).basics).toMatchObject({
    proposed: { holder: null },
    remarks: '责任单位：各乡镇',
  });
});

test('a column of names gives the title, and the problem where no other column does', () => {
  const head = ['序号', '问题名称', '存在问题', '责任单位（责任人）'];
  const line = [
    '1',
    '演示：甲沟污水',
    '演示：甲沟约两百米长的河段有三处排口直排。',
    '甲镇人民政府（赵甲 13900000001）',
  ];
  const full = understand(sheetOf([head, line]), OFFICE).rows[0]!;
  const short = understand(sheetOf([head.toSpliced(2, 1), line.toSpliced(2, 1)]), OFFICE).rows[0]!;

  expect(registrationOf(full, '清单', {}).basics).toMatchObject({
    title: '演示：甲沟污水',
    description: line[2],
    proposed: { holder: 'jia', person: '赵甲 13900000001' },
  });
  expect(short).toMatchObject({ pile: 'ready', problem: '演示：甲沟污水' });
  const bare = understand(sheetOf([head, line.with(3, '甲镇人民政府、发改局')]), OFFICE).rows[0]!;
  expect(bare).toMatchObject({ pile: 'ready', people: [], units: [{ unit: 'jia' }, { unit: 'development' }] });
});
