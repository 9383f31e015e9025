import { expect, test } from 'vitest';
import type { CellWords } from './cell-words.ts';
import { wrongIn } from './check.ts';
import type { FieldType, SheetField } from './field.ts';

const say: CellWords = {
  text: ({ zh }) => zh,
  unitNamed: () => null,
  unitName: (id) => id,
  unitsKnown: true,
  yes: '是',
  no: '否',
  unknown: '尚不清楚',
  comma: '、',
  personHint: '',
};
const field = (type: FieldType, more: Partial<SheetField> = {}): SheetField => ({
  id: type,
  label: { zh: type },
  type,
  required: false,
  personal: false,
  ...more,
});

test('no and nought are answers to a question that must be answered; unknown is none', () => {
  expect(wrongIn(field('yes-no'), false, true, say)).toBeNull();
  expect(wrongIn(field('money'), 0, true, say)).toBeNull();
  expect(wrongIn(field('yes-no'), undefined, true, say)?.key).toBe('api.fault.required');
  expect(wrongIn(field('yes-no'), undefined, false, say)).toBeNull();
});

test('somebody who is named has a name', () => {
  expect(wrongIn(field('named-person'), { name: ' ', phone: '0875-1234567' }, false, say)?.key).toBe('sheet.needsName');
});

test('who may only be somebody of certain offices is chosen there, and not merely written down', () => {
  const checker = field('person', { among: ['office'] });

  expect(wrongIn(checker, { name: '李某' }, false, say)?.key).toBe('sheet.pickPerson');
  expect(wrongIn(checker, { id: 'p1', name: '李某', unit: 'office' }, false, say)).toBeNull();
  expect(wrongIn(field('person'), { name: '李某' }, false, say)).toBeNull();
});

test('a number keeps to its places and bounds, and is never rounded into them', () => {
  const tons = field('number', { decimals: 1, atLeast: 0.5, atMost: 100 });

  expect(wrongIn(tons, 3.5, false, say)).toBeNull();
  expect(wrongIn(tons, 0.1 + 0.6, false, say)).toBeNull();
  expect(wrongIn(tons, 3.55, false, say)?.key).toBe('sheet.tooFine');
  expect(wrongIn(tons, 0.4, false, say)?.key).toBe('sheet.atLeast');
  expect(wrongIn(tons, 100.5, false, say)?.key).toBe('sheet.atMost');
  expect(wrongIn(field('number'), 3.5, false, say)?.key).toBe('sheet.tooFine');
  expect(wrongIn(field('money'), '约三百元', false, say)?.key).toBe('sheet.misread');
});

test('a township alone is no place yet', () => {
  expect(wrongIn(field('place'), { words: '', township: 'east' }, false, say)?.key).toBe('sheet.needsPlace');
});

const members = field('rows', {
  longest: 2,
  columns: [field('named-person', { label: { zh: '姓名' }, required: true }), field('day', { label: { zh: '日期' } })],
});

test('a cell that could not be understood holds the form back and says where and what', () => {
  const rows = [{ 'named-person': { name: '甲' } }, { 'named-person': { name: '乙' }, day: '月底前' }];

  expect(wrongIn(members, rows, false, say)).toEqual({
    key: 'sheet.inCell',
    fill: { row: 2, column: '日期' },
    inner: { key: 'sheet.misread', fill: { words: '月底前' } },
  });
});

test('a row that is begun has what its columns ask for; a blank row is no row', () => {
  expect(wrongIn(members, [{}, { day: '2030-01-02' }], false, say)).toEqual({
    key: 'sheet.inCell',
    fill: { row: 2, column: '姓名' },
    inner: { key: 'api.fault.required', fill: {} },
  });
  expect(wrongIn(members, [{}, {}], true, say)?.key).toBe('api.fault.required');
});

test('what was pasted beyond the table’s limit is said and not cut off', () => {
  const rows = ['甲', '乙', '丙'].map((name) => ({ 'named-person': { name } }));

  expect(wrongIn(members, rows, false, say)).toEqual({ key: 'sheet.tooManyRows', fill: { count: 3, most: 2 } });
});
