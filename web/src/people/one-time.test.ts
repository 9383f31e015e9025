import { expect, test } from 'vitest';
import { newPassword, passwordFrom } from './one-time.ts';

test('a password to hand over is long enough for the server, and reads aloud without doubt', () => {
  for (let n = 0; n < 50; n += 1)
    expect(newPassword()).toMatch(/^[a-hj-km-np-z2-9]{4}-[a-hj-km-np-z2-9]{4}-[a-hj-km-np-z2-9]{4}$/);
});

test('bytes that would favour some letters are left out', () => {
  const bytes = new Uint8Array([255, 248, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(passwordFrom(bytes)).toBe('abcd-efgh-jkmn');
});

test('too little chance makes no password', () => {
  expect(() => passwordFrom(new Uint8Array([255, 255, 1]))).toThrow(RangeError);
});
