import { expect, test } from 'vitest';
import { absent, beforeHandOver, type Evidence } from './index.ts';
import { club, MONDAY } from '../testing/index.ts';
import { addDays } from '../time/index.ts';

const problem = { ...absent, handedOverOn: MONDAY };
const proof = (kind: string, days: number | null): Evidence => ({
  id: 'e1',
  kind,
  file: 'f1',
  name: '场.jpg',
  mediaType: 'image/jpeg',
  size: 1,
  digest: 'd',
  takenOn: days === null ? null : addDays(MONDAY, days),
  place: '',
  measure: null,
  note: '',
});

test.each([
  ['the work, from before anybody had it to do', 'after-photo', -1, true],
  ['a record of the check, from before the hand-over', 'on-site-record', -1, true],
  ['the place as it was, from before', 'before-photo', -1, false],
  ['the work, from the very day of the hand-over', 'after-photo', 0, false],
  ['the work, with no day said', 'after-photo', null, false],
  ['a kind that the edition does not know', 'sketch', -1, true],
])('%s: pointed at or not', (_what, kind, days, strange) => {
  expect(beforeHandOver(proof(kind, days), problem, club)).toBe(strange);
});

test('before a hand-over no day is strange', () => {
  expect(beforeHandOver(proof('after-photo', -1), absent, club)).toBe(false);
});
