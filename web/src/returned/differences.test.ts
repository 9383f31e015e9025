import { expect, test } from 'vitest';
import { differences } from './differences.ts';

const of = (is: 'gone' | 'new') => (before: string, after: string) =>
  differences(before, after)
    .filter((piece) => piece.is === is)
    .map(({ text }) => text);

test('Chinese is compared by words, and what stayed is said once', () => {
  const [before, after] = ['清理河道垃圾，完成复绿。', '清理河道淤泥，完成复绿。'];
  expect(of('gone')(before, after)).toEqual(['垃圾']);
  expect(of('new')(before, after)).toEqual(['淤泥']);
});

test('both texts can be read out of the comparison, whatever stands in them', () => {
  for (const [before, after] of [
    ['', '新写'],
    ['1. 清理\n2. 复绿', '1. 清理\n2. 补种，2026-12-01'],
    ['删去', ''],
    ['same', 'same'],
  ] as const) {
    const pieces = differences(before, after);
    const without = (is: 'gone' | 'new') =>
      pieces
        .filter((piece) => piece.is !== is)
        .map(({ text }) => text)
        .join('');
    expect([without('new'), without('gone')]).toEqual([before, after]);
  }
});
