import type { CellValue } from 'exceljs';
import { expect, test } from 'vitest';
import { flatten } from './flatten.ts';

const day = new Date(Date.UTC(2024, 11, 31));

test.each<readonly [string, CellValue, string, object]>([
  ['nothing', null, '', { text: '' }],
  ['plain text', '甲沟', '', { text: '甲沟' }],
  ['rich text, as LibreOffice writes mixed text', { richText: [{ text: '甲' }, { text: '沟' }] }, '', { text: '甲沟' }],
  ['a link', { text: '甲沟', hyperlink: 'http://example.invalid' }, '', { text: '甲沟' }],
  ['a number', 12.5, '', { text: '12.5', number: 12.5 }],
  ['a number with a rounding error', 0.1 + 0.2, '', { text: '0.3', number: 0.1 + 0.2 }],
  ['a share', 0.35, '0%', { text: '35%', number: 0.35 }],
  ['a date', day, '', { text: '2024-12-31', date: '2024-12-31' }],
  ['a date with a time', new Date(Date.UTC(2024, 11, 31, 9, 30)), '', { text: '2024-12-31 09:30', date: '2024-12-31' }],
  ['a month, stored as its first day', new Date(Date.UTC(2026, 5, 1)), 'yyyy"年"m"月"', { text: '2026年6月' }],
  ['a month, in the short form', new Date(Date.UTC(2026, 5, 1)), 'mmm-yy', { text: '2026年6月' }],
  ['a year, stored as its first day', new Date(Date.UTC(2026, 0, 1)), 'yyyy', { text: '2026年' }],
  ['a day in Chinese', day, '[$-804]yyyy"年"m"月"d"日";@', { text: '2024-12-31', date: '2024-12-31' }],
  ['a day without year', day, 'm"月"d"日"', { text: '2024-12-31', date: '2024-12-31' }],
  ['2026.10 that keeps its zero', 2026.1, '0.00', { text: '2026.10', number: 2026.1 }],
  ['more digits than the format shows', 2026.125, '0.00', { text: '2026.125', number: 2026.125 }],
  ['a time of day', new Date(Date.UTC(1899, 11, 30, 9, 30)), '', { text: '09:30' }],
  ['a mark', true, '', { text: '是' }],
  ['an error, as Excel writes it', { error: '#DIV/0!' }, '', { text: '#DIV/0!' }],
  [
    'an error, as LibreOffice writes it',
    { formula: '1/0', result: { error: '#DIV/0!' } },
    '',
    { text: '#DIV/0!', formula: true },
  ],
  ['a formula with a text', { formula: 'A1', result: '由旺镇' }, '', { text: '由旺镇', formula: true }],
  [
    'a formula with a day',
    { formula: 'A1', result: day },
    '',
    { text: '2024-12-31', date: '2024-12-31', formula: true },
  ],
  [
    'a formula that was never computed',
    { formula: 'A1', result: undefined },
    '',
    { text: '', formula: true, noResult: true },
  ],
  [
    'a picture in a cell of WPS',
    { formula: 'DISPIMG("ID_1",1)', result: '=DISPIMG("ID_1",1)' },
    '',
    { text: '', picture: true },
  ],
  ['such a picture, saved as words', '=_xlfn.DISPIMG("ID_1",1)', '', { text: '', picture: true }],
  ['a number under a format of its own', 7, '"第"000"号"', { text: '第007号', number: 7 }],
  [
    'a number under a format that looks like one of days',
    new Date(Date.UTC(1900, 0, 6)),
    String.raw`\d0000`,
    { text: 'd0007', number: 7 },
  ],
])('%s becomes plain text', (_what, value, format, flat) => {
  expect(flatten(value, format)).toEqual(flat);
});

test('a link whose text is rich is still text', () => {
  expect(flatten({ text: { richText: [{ text: '甲' }, { text: '沟' }] }, hyperlink: 'x' })).toEqual({ text: '甲沟' }); // exceljs types say a link's text is plain
});
