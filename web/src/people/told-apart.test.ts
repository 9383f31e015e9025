import { expect, test } from 'vitest';
import { hasNamesake, toldApart } from './told-apart.ts';

test('two who read alike have what else is known behind them; everybody else stays short', () => {
  const options = [
    { label: '甲一 经办人', aside: '8120000' },
    { label: '甲一 经办人', aside: '8120001' },
    { label: '甲一 联络员', aside: '8120002' },
  ];
  expect(toldApart(options).map(({ label }) => label)).toEqual([
    '甲一 经办人（8120000）',
    '甲一 经办人（8120001）',
    '甲一 联络员',
  ]);
});

test('a namesake is another person of the same name', () => {
  const people = [
    { id: '1', name: '甲一' },
    { id: '2', name: '甲一' },
    { id: '3', name: '甲二' },
  ];
  expect(people.map((person) => hasNamesake(person, people))).toEqual([true, true, false]);
});
