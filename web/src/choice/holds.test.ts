import { expect, test } from 'vitest';
import { holds } from './holds.ts';

test.each([
  ['（演示）ＣＯＤ超标', 'cod', true],
  ['COD超标(演示)', '（演示）', true],
  ['施环〔2024〕3号', '[2024]3', true],
  ['施环［2024］3号', '【２０２４】', true],
  ['县水务局 河长制办公室', '河长　水务', true],
  ['县水务局', '河长、水务', false],
  ['县水务局', '', true],
])('D11 · %s is found by %s: %s', (text, words, found) => {
  expect(holds(text, words)).toBe(found);
});
