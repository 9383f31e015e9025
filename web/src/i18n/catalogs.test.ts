import { expect, test } from 'vitest';
import { catalogs } from './catalogs.ts';

const keysOf = (words: object): string[] => Object.keys(words).sort();
const subjects = Object.keys(catalogs.zh);
const blanksOf = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

test('the catalogues are there', () => {
  expect(subjects.length).toBeGreaterThan(5);
});

test.each(subjects)('every word of "%s" is there in Chinese and in English', (subject) => {
  expect(keysOf(catalogs.en[subject] ?? {})).toEqual(keysOf(catalogs.zh[subject] ?? {}));
});

test.each(subjects)('both languages of "%s" have the same places to fill in', (subject) => {
  const [zh, en] = [catalogs.zh[subject] ?? {}, catalogs.en[subject] ?? {}];
  const different = Object.keys(zh).filter((key) => blanksOf(zh[key] ?? '').join() !== blanksOf(en[key] ?? '').join());
  expect(different).toEqual([]);
});
