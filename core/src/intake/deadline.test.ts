import { expect, test } from 'vitest';
import { arabicDates } from './numerals.ts';
import { parseDeadline } from './deadline.ts';

test.each([
  ['2024.12.31', 'date', '2024-12-31', false],
  ['2024/12/31', 'date', '2024-12-31', false],
  ['2024-12-31', 'date', '2024-12-31', false],
  ['20241231', 'date', '2024-12-31', false],
  ['2024年12月31日前', 'date', '2024-12-31', false],
  ['２０２４年１２月３１日', 'date', '2024-12-31', false],
  ['二〇二四年十二月三十一日', 'date', '2024-12-31', false],
  ['2024 年 12 月\n31 日前完成整改', 'date', '2024-12-31', false],
  ['45657', 'date', '2024-12-31', false],
  ['2024-12', 'month-end', '2024-12-31', false],
  ['2024年十二月', 'month-end', '2024-12-31', false],
  ['2023年12月底前', 'month-end', '2023-12-31', false],
  ['2024年2月底前完成', 'month-end', '2024-02-29', false],
  ['2024年6月中旬', 'date', '2024-06-20', false],
  ['2024年三季度末前', 'month-end', '2024-09-30', false],
  ['2024年上半年', 'month-end', '2024-06-30', false],
  ['2024年底前', 'year-end', '2024-12-31', false],
  ['2024年年底前', 'year-end', '2024-12-31', false],
  ['2024年底前，并长期坚持', 'year-end', '2024-12-31', true],
  ['2024年6月底前完成整改，长期坚持', 'month-end', '2024-06-30', true],
  ['2024年底前完成，长期坚持。', 'year-end', '2024-12-31', true],
  ['2024年12月底前（长期坚持）', 'month-end', '2024-12-31', true],
  ['2024/7/3 17:00', 'date', '2024-07-03', false],
  ['2024-7-3 10:00:00', 'date', '2024-07-03', false],
  ['2024-12-31T00:00:00Z', 'date', '2024-12-31', false],
  ['二0二四年十二月底', 'month-end', '2024-12-31', false],
  ['2024/6月底前', 'month-end', '2024-06-30', false],
  ['2024.6底前', 'month-end', '2024-06-30', false],
])('the deadline “%s” is %s %s', (raw, kind, date, longTerm) => {
  expect(parseDeadline(raw)).toMatchObject({ kind, date, longTerm, raw });
});

test.each([
  ['2025—2027年底前', '2025-01-01', '2027-12-31'],
  ['2025-2027年底前', '2025-01-01', '2027-12-31'],
  ['2024年3月至2024年12月', '2024-03-01', '2024-12-31'],
  ['2024年3月-12月', '2024-03-01', '2024-12-31'],
  ['2024.3.1～2024.6.30', '2024-03-01', '2024-06-30'],
])('the span “%s” runs from %s to %s', (raw, from, date) => {
  expect(parseDeadline(raw)).toMatchObject({ kind: 'range', from, date });
});

test.each([
  ['长期坚持', 'long-term', true],
  ['立行立改', 'immediate', false],
  ['立行立改，并长期坚持', 'immediate', true],
  ['', 'none', false],
  ['无', 'none', false],
  ['—', 'none', false],
])('“%s” names no day and needs nobody', (raw, kind, longTerm) => {
  const deadline = parseDeadline(raw);
  expect(deadline).toMatchObject({ kind, longTerm });
  expect(deadline.date).toBeUndefined();
  expect(deadline.needsPerson).toBeUndefined();
});

test.each([
  ['20259月底前', undefined, ['2025-09-30']],
  ['202512月底前', undefined, ['2025-12-31']],
  ['2025年9底前', undefined, ['2025-09-30']],
  ['2025年9月3', undefined, ['2025-09-03', '2025-09-30']],
  ['2025年9月30', undefined, ['2025-09-30']],
  ['2024年9月前', undefined, ['2024-09-30', '2024-08-31']],
  ['2024年前', undefined, ['2024-12-31', '2023-12-31']],
  ['12月31日前', 2024, ['2024-12-31']],
  ['12月31日前', undefined, []],
  ['年底前', 2024, ['2024-12-31']],
  ['2024年6月底前完成主体，2024年12月底前完成验收', undefined, ['2024-12-31', '2024-06-30']],
  ['汛期来临前（2024年5月底）', undefined, ['2024-05-31']],
  ['2024年〔 〕月底前', undefined, []],
  ['20XX年12月底前', undefined, []],
  ['2024年X月底前', undefined, []],
  ['收到交办单后15个工作日内', undefined, []],
  ['2025年2月30日', undefined, []],
  ['2025年13月底前', undefined, []],
  ['2204年12月底前', undefined, []],
  ['已完成', undefined, []],
  ['视资金情况', undefined, []],
])('“%s” is asked about and never decided', (raw, year, suggestions) => {
  const deadline = parseDeadline(raw, year);
  expect(deadline.kind).toBe('unreadable');
  expect(deadline.date).toBeUndefined();
  expect(deadline.needsPerson?.zh).toBeTruthy();
  expect(deadline.suggestions).toEqual(suggestions);
});

test('a state written for a deadline is called a state', () => {
  expect(parseDeadline('已完成整改').needsPerson?.zh).toContain('状态');
});

test.each([
  ['十二月', '12月'],
  ['二十一日', '21日'],
  ['二〇二四年', '2024年'],
  ['二零二五年', '2025年'],
  ['一是清运', '一是清运'],
])('Chinese numerals of a date are read: %s', (raw, read) => {
  expect(arabicDates(raw)).toBe(read);
});
