import { expect, test } from 'vitest';
import type { SheetField } from './field.ts';
import { factsIn, factsWith, isRequired } from './required.ts';

const field = (required: SheetField['required']): SheetField => ({
  id: 'reason',
  label: { zh: '理由' },
  type: 'text',
  required,
  personal: false,
});
const untrue = { fact: 'verdict', oneOf: ['no'] };

test('a field may be asked for always, never, or at facts', () => {
  expect(isRequired(field(true), {})).toBe(true);
  expect(isRequired(field(false), { verdict: 'no' })).toBe(false);
  expect(isRequired(field({ when: untrue }), { verdict: 'no' })).toBe(true);
  expect(isRequired(field({ when: untrue }), { verdict: 'yes' })).toBe(false);
});

test('while a fact is unknown the form does not insist, whichever way the condition is put', () => {
  expect(isRequired(field({ when: untrue }), {})).toBe(false);
  expect(isRequired(field({ when: { not: untrue } }), {})).toBe(false);
  expect(isRequired(field({ when: { all: [untrue, { fact: 'origin', oneOf: ['a'] }] } }), { verdict: 'no' })).toBe(
    false,
  );
});

test('one yes settles “any”, one no settles “all”, whatever else is unknown', () => {
  const both = [untrue, { fact: 'origin', oneOf: ['a'] }];

  expect(isRequired(field({ when: { any: both } }), { verdict: 'no' })).toBe(true);
  expect(isRequired(field({ when: { not: { all: both } } }), { verdict: 'yes' })).toBe(true);
});

test('what the form says goes over what the dossier knew; an empty field takes nothing back', () => {
  expect(
    factsWith({ verdict: 'no', origin: 'a' }, { verdict: 'yes', polluted: false, place: { words: '河口' } }),
  ).toEqual({
    verdict: 'yes',
    origin: 'a',
    polluted: 'no',
  });
});

test('what a condition speaks of is told as the reason, each fact once', () => {
  const origin = { fact: 'origin', oneOf: ['a'] };
  expect(factsIn(field({ when: { all: [untrue, { any: [origin, { not: untrue }] }] } }))).toEqual([
    'verdict',
    'origin',
  ]);
  expect(factsIn(field(true))).toEqual([]);
});
