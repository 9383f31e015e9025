import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';

/** Numbers that were given twice before this was looked at. Files that have run keep their names: the runner goes by the whole name. */
const TWICE = new Set(['0041', '0048', '0053', '0054']);

const numbersOf = (names: readonly string[]): readonly string[] => names.map((name) => name.slice(0, 4));

/** Numbers that more than one of these files bears. */
const givenTwice = (names: readonly string[]): readonly string[] => {
  const numbers = numbersOf(names);
  return [...new Set(numbers.filter((number, at) => numbers.indexOf(number) < at))].toSorted();
};

test('no further number of a migration is given twice', async () => {
  const names = (await readdir(new URL('../server/migrations/', import.meta.url))).filter((name) =>
    name.endsWith('.sql'),
  );

  expect(names.every((name) => /^\d{4}_[a-z_]+\.sql$/.test(name))).toBe(true);
  expect(givenTwice(names)).toEqual([...TWICE]);
});

test('a number that two files bear is found', () => {
  expect(givenTwice(['0060_one.sql', '0061_two.sql', '0060_three.sql'])).toEqual(['0060']);
});
