import { expect, test } from 'vitest';
import { plainDate, type CalendarYear, type Notice } from '../time/index.ts';
import { mergedYear, withNotices } from './merge.ts';

const notice = (number: string | null, issued: string, off: string): Notice => ({
  title: '放假通知',
  number,
  issued: plainDate(issued),
  source: '虚构',
  occasions: [{ name: { zh: '灯节', en: 'Lantern' }, off: [plainDate(off)], working: [] }],
});
const year = (...notices: Notice[]): CalendarYear => ({ jurisdiction: 'cn', year: 2030, notices });
const first = notice('甲1号', '2029-11-01', '2030-03-04');

test('a notice in the middle of a year joins the one before it', () => {
  const second = notice('甲2号', '2030-02-01', '2030-03-05');
  expect(mergedYear([year(first)], year(second)).notices).toEqual([first, second]);
});

test('a notice entered again replaces itself, known by its number, or by title and day', () => {
  const corrected = notice('甲1号', '2029-11-01', '2030-03-06');
  expect(mergedYear([year(first)], year(corrected)).notices).toEqual([corrected]);
  const [bare, again] = [notice(null, '2029-11-01', '2030-03-04'), notice(null, '2029-11-01', '2030-03-06')];
  expect(mergedYear([year(bare)], year(again)).notices).toEqual([again]);
});

test('another jurisdiction’s year is left alone', () => {
  const local = { ...year(first), jurisdiction: '990101' };
  expect(withNotices([year(first)], local)).toEqual([year(first), local]);
  expect(withNotices([year(first), local], year(first))).toEqual([year(first), local]);
});
