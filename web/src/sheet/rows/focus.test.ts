import { expect, test } from 'vitest';
import { ledTo } from './focus.ts';

const pressed = (key: string, more: object = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  nativeEvent: { isComposing: false },
  ...more,
});
const at = { row: 2, column: 1 };

test('Enter and the arrows go through a column', () => {
  expect(ledTo(pressed('Enter'), at, { arrows: false })).toEqual({ row: 3, column: 1 });
  expect(ledTo(pressed('Enter', { shiftKey: true }), at, { arrows: false })).toEqual({ row: 1, column: 1 });
  expect(ledTo(pressed('ArrowDown'), at, { arrows: false })).toEqual({ row: 3, column: 1 });
  expect(ledTo(pressed('ArrowUp'), at, { arrows: false })).toEqual({ row: 1, column: 1 });
});

test('a list that opens under the cell keeps its arrows; Alt and Enter write a new line', () => {
  expect(ledTo(pressed('ArrowDown'), at, { arrows: true })).toBeNull();
  expect(ledTo(pressed('Enter', { altKey: true }), at, { arrows: false })).toBeNull();
});

test('while Chinese is being typed, Enter takes the word and stays in the cell', () => {
  expect(ledTo(pressed('Enter', { nativeEvent: { isComposing: true } }), at, { arrows: false })).toBeNull();
});

test('other keys write', () => {
  expect(ledTo(pressed('a'), at, { arrows: false })).toBeNull();
});
