import { expect, test } from 'vitest';
import { MONDAY } from '../testing/index.ts';
import { contrastOnPage, decideAppearance, evolveAppearance, plainAppearance, type Appearance } from './index.ts';

const by = { actor: { id: 'k', name: '管理员（演示）', postings: [] }, administrator: true };
const decided = (chosen: Partial<Appearance>) =>
  decideAppearance({ type: 'SetAppearance', ...plainAppearance, ...chosen, by, on: MONDAY });

test('a name and two colours that can be read are taken as chosen; the last choice holds', () => {
  const decision = decided({ name: ' 虚县整改平台 ', main: '#1f5f8b', second: '#2f7d5b' });
  if ('faults' in decision) throw new Error(JSON.stringify(decision.faults));
  expect(decision.events.reduce(evolveAppearance, plainAppearance)).toEqual({
    name: '虚县整改平台',
    main: '#1f5f8b',
    second: '#2f7d5b',
  });
  expect(decided({ name: '  ' })).toMatchObject({ events: [{ name: null }] });
});

test.each([
  ['a yellow nobody can read', '#ffcc00', 'too-pale', '1.4'],
  ['a grey that just misses', '#767676', 'too-pale', '4.2'],
  ['the red of what is overdue', '#b83225', 'kept-for-overdue', undefined],
  ['no colour at all', 'blue', 'malformed', undefined],
])('%s is refused with the reason', (_what, main, code, bound) => {
  expect(decided({ main })).toEqual({ faults: [{ field: 'main', code, ...(bound ? { bound } : {}) }] });
});

test('contrast is counted as the standard counts it', () => {
  expect(contrastOnPage('#000000')).toBeCloseTo(19.7, 0);
  expect(contrastOnPage('#f6f8fa')).toBeCloseTo(1, 5);
});

test('both colours are looked at, and a name that is too long for a head', () => {
  expect(decided({ name: '名'.repeat(41), second: '#eeeeee' })).toMatchObject({
    faults: [
      { field: 'name', code: 'too-long', bound: '40' },
      { field: 'second', code: 'too-pale' },
    ],
  });
});
