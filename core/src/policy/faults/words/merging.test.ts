import { expect, test } from 'vitest';
import type { Kind, Pack } from '../../model.ts';
import { said } from '../../testing/checked.ts';
import { kindIn, letters, withKind } from '../../testing/letters.ts';
import { seat } from '../../testing/library-words.ts';
import { withPolicy } from '../../testing/plant.ts';

const letter = kindIn('letter');
const merge = { clause: '§7', by: [seat('desk/clerk')] };
const merging = (merges: Kind['merges'], acts: Kind['acts'] = { ...letter.acts, merge }): Pack =>
  withKind('letter', { ...(merges ? { merges } : {}), acts });

test('a kind that says by which fields two of it look alike, and who may merge them, is sound', () => {
  expect(said(merging(['what', 'where', 'verdict']))).toEqual([]);
  // whoever may merge needs nothing proposed to him
  expect(said(merging(undefined))).toEqual([]);
});

test.each<[string, Kind['merges'], string]>([
  ['that the sheet lacks', ['what', 'ghost'], 'unknown-field letter, ghost'],
  ['that is kept of people apart', ['what', 'writer'], 'unknown-field letter, writer'],
  ['of which none is words', ['where'], 'unknown-field letter, merges'],
])('fields %s cannot be compared', (_what, merges, fault) => {
  expect(said(merging(merges))).toContain(fault);
});

test('pairs that nobody may merge are proposed for nothing', () => {
  const { merge: _given, ...acts } = letters.policy.acts;
  expect(said(withPolicy(merging(['what'], letter.acts), { acts }))).toContain('dead-end letter, merge');
});

test('what is no plain kind is compared by no fields', () => {
  expect(said(withKind('round-list', { merges: ['what'] }))).toContain('unused round-list, merges');
});

test('whoever may merge must be able to read what he merges', () => {
  const outsider = { clause: '§7', by: [seat('bindery/clerk')] };
  const pack = merging(['what'], { ...letter.acts, merge: outsider });
  expect(said(pack)).toContain('readers-narrow letter, bindery/clerk, merge');
});
