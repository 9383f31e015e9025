import { expect, test } from 'vitest';
import { sources, undocumented, unexplained } from './sources.ts';

/** Pages are found by their looks; the contract's schemas speak for themselves on the page of the API. */
const read = sources.filter((file) => !/^web\/|\/contract\//.test(file));

test('what core and server export says what it is: in a doc comment, with units, errors and reason where they matter', () => {
  expect(read.length).toBeGreaterThan(200);
  expect(read.flatMap((file) => undocumented(file))).toEqual([]);
});

test('an `as` has its reason beside it, or is not needed', () => {
  expect(sources.flatMap((file) => unexplained(file))).toEqual([]);
});
