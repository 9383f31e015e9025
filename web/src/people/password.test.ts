import { expect, test } from 'vitest';
import { invented } from './password.ts';

test('a password is four groups of clear signs, and never twice the same', () => {
  const some = Array.from({ length: 200 }, invented);

  for (const one of some) expect(one).toMatch(/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){3}$/);
  expect(new Set(some).size).toBe(200);
});
