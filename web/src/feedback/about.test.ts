import { expect, test } from 'vitest';
import { keptAddress, pageOf } from './about.ts';

test.each([
  ['/', 'workbench'],
  ['/?group=step', 'workbench'],
  ['/problems?light=red', 'problems'],
  ['/problems/0192/evidence', 'evidence'],
  ['/problems/0192?tab=plan', 'dossier'],
  ['/editions/5', 'edition'],
  ['/people?unit=water', 'people'],
  ['/me', 'me'],
  ['/feedback', null],
  ['/medals', null],
  ['https://elsewhere.example/', null],
])('%s is the page %s', (address, page) => {
  expect(pageOf(address)).toBe(page);
});

test('an address is kept whole; a very long one keeps the page and lets the query go', () => {
  expect(keptAddress('/problems?light=red')).toBe('/problems?light=red');
  expect(keptAddress(`/problems?q=${'长'.repeat(300)}`)).toBe('/problems');
});
