import { expect, test } from 'vitest';
import { officesOf } from './offices.ts';

const people = [
  { name: '赵甲', unitName: '施甸县水务局', post: '主要领导' },
  { name: '钱乙', unitName: '甸阳镇', post: '经办人' },
  { name: '孙丙', unitName: '施甸县水务局', post: '经办人' },
];
const found = (words: string) =>
  officesOf(people, words, (person) => person.post).map(({ name, people: own }) => [
    name,
    own.map((person) => person.name).join(),
  ]);

test.each([
  [
    '',
    [
      ['施甸县水务局', '赵甲,孙丙'],
      ['甸阳镇', '钱乙'],
    ],
  ],
  [
    '经办',
    [
      ['甸阳镇', '钱乙'],
      ['施甸县水务局', '孙丙'],
    ],
  ],
  ['水务 经办', [['施甸县水务局', '孙丙']]],
  ['无此人', []],
])('%j finds people by office, post and name', (words, expected) => {
  expect(found(words)).toEqual(expected);
});
