import { expect, test } from 'vitest';
import { findHead as find } from './head.ts';
import { REGISTER } from './meaning.ts';
import type { Sheet } from './sheet.ts';
import { OFFICE, decide, sheetOf } from './testing/office.ts';
import { mustBeAnswered } from './question.ts';
import { recognise } from './recognise.ts';
import { applyDecisions, understand } from './understand.ts';

const findHead = (sheet: Sheet) => find(sheet, REGISTER);

test('the head is found below any number of titles, and 截至… in them is kept', () => {
  const head = findHead(
    sheetOf([
      ['虚构清单'],
      ['填报单位：虚构'],
      ['截止到2024年6月底'],
      ['序号', '问题', '责任单位'],
      ['1', '演示', '甲镇'],
    ]),
  );
  expect(head).toMatchObject({ first: 3, last: 3, asOf: '截止到2024年6月底', year: 2024 });
});

test('two rows of head without merged cells are read as groups', () => {
  const head = findHead(
    sheetOf([
      ['序号', '问题', '责任落实', '', '备注'],
      ['', '', '责任单位', '责任人', ''],
      ['1', '演示', '甲镇', '赵甲', ''],
    ]),
  );
  expect(head).toMatchObject({ first: 0, last: 1 });
  expect(head?.columns.map(({ text, group }) => [group, text])).toEqual([
    [null, '序号'],
    [null, '问题'],
    ['责任落实', '责任单位'],
    ['责任落实', '责任人'],
    [null, '备注'],
  ]);
});

test('the first row of data is never taken for a second row of the head', () => {
  expect(
    findHead(
      sheetOf([
        ['序号', '问题', '责任单位'],
        ['1', '演示', '甲镇'],
      ]),
    ),
  ).toMatchObject({ first: 0, last: 0 });
});

test('rows of plain text hold no head', () => {
  expect(
    findHead(
      sheetOf([
        ['甲', '乙', '丙'],
        ['1', '2', '3'],
        ['问题', '很多', '很多', '很多'],
      ]),
    ),
  ).toBeNull();
});

test.each([
  ['整改时限（年/月）', null, 'deadline', 'sure'],
  ['责 任\n单 位', null, 'unit', 'sure'],
  ['时限', '整改', 'deadline', 'sure'],
  ['问题整改情况', null, 'progress', 'likely'],
  ['县级验收单位', null, 'accepting', 'likely'],
  ['牵头单位（县级）', null, 'lead', 'sure'],
  ['整改时限要求说明栏', null, 'deadline', 'unsure'],
  ['颜色', null, null, 'none'],
])('the head “%s” (group %s) is %s, %s', (text, group, field, confidence) => {
  expect(recognise(text, group, REGISTER)).toMatchObject({ field, confidence });
});

test('a doubtful head is asked about and its column waits', () => {
  const sheet = sheetOf([
    ['序号', '问题', '整改时限要求说明栏', '责任单位'],
    ['1', '演示：甲沟直排', '2024年底前', '甲镇'],
  ]);
  const before = understand(sheet, OFFICE);
  const [question] = before.questions;
  const after = applyDecisions(sheet, OFFICE, [decide(question?.id ?? '', 'yes')]);

  expect(question).toMatchObject({ code: 'column-unsure', suggested: 'yes' });
  expect(before.rows[0]).toMatchObject({ pile: 'needs-decision', deadline: { kind: 'none' } });
  expect(after.rows[0]).toMatchObject({ pile: 'ready', deadline: { date: '2024-12-31' } });
});

test('two columns that claim one field are asked about, and the choice is kept', () => {
  const sheet = sheetOf([
    ['序号', '问题', '责任单位', '整改责任单位'],
    ['1', '演示：甲沟直排', '甲镇', '乙乡'],
  ]);
  const before = understand(sheet, OFFICE);
  const after = applyDecisions(sheet, OFFICE, [decide(before.questions[0]?.id ?? '', '3')]);

  expect(before.questions.filter(mustBeAnswered).map(({ code }) => code)).toEqual(['column-doubled']);
  expect(before.questions[0]?.options.map(({ zh }) => zh)).toEqual(['第3列“责任单位”', '第4列“整改责任单位”']);
  expect(before.rows[0]?.pile).toBe('needs-decision');
  expect(after.rows[0]).toMatchObject({ pile: 'ready', units: [{ unit: 'yi' }] });
});

test('a person may correct any column, also one that nobody asked about', () => {
  const sheet = sheetOf([
    ['序号', '问题', '备注', '责任单位'],
    ['1', '演示：甲沟直排', '2024年底前', '甲镇'],
  ]);
  const after = applyDecisions(sheet, OFFICE, [decide('column:2', 'field', 'deadline'), decide('column:3', 'ignore')]);

  expect(after.columns.map(({ field, decided }) => [field, decided])).toEqual([
    ['serial', false],
    ['problem', false],
    ['deadline', true],
    [null, true],
  ]);
  expect(after.rows[0]).toMatchObject({ deadline: { date: '2024-12-31' }, units: [] });
});

test('where no head is recognised a person points it out', () => {
  const sheet = sheetOf([
    ['甲表', ''],
    ['名目', '内容'],
    ['1', '演示：甲沟直排'],
    ['2', '演示：乙坪矿渣'],
  ]);
  const before = understand(sheet, OFFICE);
  const pointed = applyDecisions(sheet, OFFICE, [decide('head', 'rows', '2')]);
  const after = applyDecisions(sheet, OFFICE, [
    decide('head', 'rows', '2'),
    decide(pointed.questions[0]?.id ?? '', '1'),
  ]);

  expect(before).toMatchObject({ kind: 'unreadable', questions: [{ id: 'head', code: 'no-head' }] });
  expect(pointed.questions.map(({ code }) => code)).toEqual(['no-problem-column']);
  expect(after.rows.map(({ pile, problem }) => [pile, problem])).toEqual([
    ['ready', '演示：甲沟直排'],
    ['ready', '演示：乙坪矿渣'],
  ]);
});
