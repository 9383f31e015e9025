import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { seal, unseal } from './sealing.ts';

const key = randomBytes(32).toString('base64url');
const sealed = seal(key, 'here', '张三');

test('what is sealed opens under its key and in its place, and says nothing before', () => {
  expect(unseal(key, 'here', sealed)).toBe('张三');
  expect(sealed.sealed.toString('utf8')).not.toContain('张三');
});

test('the same words have another id every time: nobody finds a number by trying them all', () => {
  const again = seal(key, 'here', '张三');
  expect([again.id === sealed.id, again.sealed.equals(sealed.sealed)]).toEqual([false, false]);
});

const changed = (at: number): Buffer => {
  const bytes = Buffer.from(sealed.sealed);
  bytes[at]! ^= 1;
  return bytes;
};
test.each([
  ['another key', randomBytes(32).toString('base64url'), 'here', sealed],
  ['another place', key, 'there', sealed],
  ['another id', key, 'here', { ...sealed, id: '0'.repeat(64) }],
  ['a changed byte', key, 'here', { ...sealed, sealed: changed(sealed.sealed.length - 1) }],
  ['another way of sealing', key, 'here', { ...sealed, sealed: changed(0) }],
  ['a torn value', key, 'here', { ...sealed, sealed: sealed.sealed.subarray(0, 20) }],
])('%s opens nothing', (_what, secret, place, value) => {
  expect(unseal(secret, place, value)).toBeNull();
});
