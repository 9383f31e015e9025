import { expect, test } from 'vitest';
import { isMisread, valueOfCell, wordsOfCell, type CellWords } from './cell-words.ts';
import type { FieldType, SheetField, SheetValue } from './field.ts';

const units: Readonly<Record<string, string>> = { 河务科: 'river', 乒乓球室: 'table-tennis' };
const say: CellWords = {
  text: ({ zh }) => zh,
  unitNamed: (name) => units[name] ?? (Object.values(units).includes(name) ? name : null),
  unitName: (id) => Object.keys(units).find((name) => units[name] === id) ?? id,
  unitsKnown: true,
  yes: '是',
  no: '否',
  unknown: '尚不清楚',
  comma: '、',
  personHint: '',
};

const column = (type: FieldType, more: Partial<SheetField> = {}): SheetField => ({
  id: 'column',
  label: { zh: '栏' },
  type,
  required: false,
  personal: false,
  ...more,
});
const ways = {
  values: [
    { id: 'boat', label: { zh: '船' } },
    { id: 'car', label: { zh: '车', en: 'Car' } },
  ],
};

test.each<[SheetField, string, SheetValue | undefined]>([
  [column('text'), ' 一是清运\n二是绿化 ', '一是清运\n二是绿化'],
  [column('number'), '1,200', 1200],
  [column('number', { measure: { zh: '吨' } }), '３.５ 吨', 3.5],
  [column('money'), '1,234.5', 123450],
  [column('day'), '2026年1月2日', '2026-01-02'],
  [column('day'), '2026/12/31', '2026-12-31'],
  [column('day'), '2024.2.29', '2024-02-29'],
  [column('yes-no'), '是', true],
  [column('yes-no'), '无', false],
  [column('choice', ways), '船', 'boat'],
  [column('choice', ways), 'Car', 'car'],
  [column('choices', ways), '船、车', ['boat', 'car']],
  [column('unit'), '河务科', 'river'],
  [column('units'), '河务科；乒乓球室', ['river', 'table-tennis']],
  [
    column('named-person'),
    '李某（演示） 科长 0875-1234567',
    { name: '李某（演示）', post: '科长', phone: '0875-1234567' },
  ],
  [column('person'), '李某', { name: '李某' }],
  [column('place'), '河口', { words: '河口' }],
])('%o takes “%s”', (field, written, value) => {
  expect(valueOfCell(field, written, say)).toEqual(value);
  expect(isMisread(field, value, say)).toBe(false);
});

test.each<[SheetField, string]>([
  [column('number'), '约20'],
  [column('number'), '20吨'],
  [column('money'), '二十元'],
  [column('day'), '2026-02-30'],
  [column('day'), '20259月底前'],
  [column('yes-no'), '不详'],
  [column('choice', ways), '飞机'],
  [column('choices', ways), '船、飞机'],
  [column('unit'), '某某局'],
  [column('units'), '河务科、某某局'],
])('what %o cannot hold, “%s”, stays as it was written and is pointed at', (field, written) => {
  const value = valueOfCell(field, written, say);

  expect(value).toBe(written);
  expect(isMisread(field, value, say)).toBe(true);
  expect(wordsOfCell(field, value, say)).toBe(written);
});

test('a blank cell is unknown, which is neither no nor nought', () => {
  for (const type of ['text', 'number', 'money', 'yes-no', 'choice', 'units'] as const)
    expect(valueOfCell(column(type), '  ', say)).toBeUndefined();
});

test('words go back to a spreadsheet as they came', () => {
  expect(wordsOfCell(column('choices', ways), ['boat', 'car'], say)).toBe('船、车');
  expect(wordsOfCell(column('money'), 123450, say)).toBe('1,234.50');
  expect(wordsOfCell(column('yes-no'), false, say)).toBe('否');
  expect(wordsOfCell(column('unit'), 'river', say)).toBe('河务科');
  expect(wordsOfCell(column('named-person'), { name: '李某', post: '科长' }, say)).toBe('李某 科长');
  expect(wordsOfCell(column('yes-no'), undefined, say)).toBe('');
});
