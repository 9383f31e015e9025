import { expect, test } from 'vitest';
import { club, MONDAY } from '../testing/index.ts';
import { addDays } from '../time/index.ts';
import { beforeOpening } from './index.ts';

const opened = { openedOn: MONDAY };
const taken = (kind: string, days: number | null) => ({
  kind,
  takenOn: days === null ? null : addDays(MONDAY, days),
});

test.each([
  ['the work done, from before the dossier was there', 'after-photo', -1, true],
  ['the work done, from its first day', 'after-photo', 0, false],
  ['the work done, with no day said', 'after-photo', null, false],
  ['the place as it was', 'before-photo', -1, false],
  ['a record, which is written before it is filed', 'on-site-record', -1, false],
  ['a kind that the edition does not know', 'sketch', -1, false],
])('%s: pointed at or not', (_what, kind, days, strange) => {
  expect(beforeOpening(taken(kind, days), opened, club)).toBe(strange);
});

test('nothing is older than a dossier that is not there yet', () => {
  expect(beforeOpening(taken('after-photo', -1), { openedOn: null }, club)).toBe(false);
});
