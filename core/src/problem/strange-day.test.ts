import { expect, test } from 'vitest';
import { absent, beforeHandOver, completionApart, strangeCompletion, type Evidence, type Measure } from './index.ts';
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

const done = (completed: number, reported = 0): Measure => ({
  id: 'm1',
  text: '换红土',
  deadline: null,
  unit: null,
  person: '',
  percent: 100,
  pace: 'done',
  progress: '',
  reportedOn: addDays(MONDAY, reported),
  completedOn: addDays(MONDAY, completed),
});

test.each([
  ['on the day of the hand-over', done(0, 5), null, []],
  ['before the hand-over', done(-1, 5), null, ['before-hand-over']],
  ['in a year long past', done(-400), null, ['before-hand-over', 'long-past']],
  ['after the day on which it is said to have been reported', done(4, 5), addDays(MONDAY, 2), ['after-report']],
])('a completion %s', (_when, measure, claimed, strange) => {
  expect(strangeCompletion(measure, problem, claimed)).toEqual(strange);
});

test('an open measure has no strange day, and nothing apart', () => {
  expect(strangeCompletion({ ...done(-1), completedOn: null }, problem)).toEqual([]);
  expect(completionApart({ ...done(-1), completedOn: null })).toBe(0);
  expect(completionApart(done(-3, 4))).toBe(7);
});
