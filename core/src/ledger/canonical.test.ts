import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from './index.ts';

test.each([
  [{ b: 1, a: [true, null, '字"\n'] }, '{"a":[true,null,"字\\"\\n"],"b":1}'],
  [{ left: undefined, kept: 0 }, '{"kept":0}'],
  [[undefined, -0], '[null,0]'],
  [{ 10: 'x', 9: 'y', é: 1, z: 2 }, '{"10":"x","9":"y","z":2,"é":1}'],
])('%j has one text', (value, text) => {
  expect(canonical(value)).toBe(text);
});

test.each([[NaN], [Infinity], [undefined], [1n], [Symbol('x')], [() => 1]])(
  '%s cannot stand in the record',
  (value) => {
    expect(() => canonical(value)).toThrow(/record/);
  },
);

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, shuffled(item)]),
  );
};

test('the order in which keys were written never shows', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(canonical(shuffled(value))).toBe(canonical(value));
    }),
  );
});

test('two values have one text only when they are the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (a, b) => {
      expect(canonical(JSON.parse(canonical(a)))).toBe(canonical(a));
      if (canonical(a) === canonical(b)) expect(JSON.parse(canonical(a))).toEqual(JSON.parse(canonical(b)));
      expect(JSON.parse(canonical({ a, b }))).toEqual(JSON.parse(JSON.stringify({ a, b })));
    }),
  );
});
