import { expect, test } from 'vitest';
import { club } from '../testing/index.ts';
import { workOf } from './work-of.ts';

const titles = (role: string): readonly string[] => workOf(role, club.policy).map(({ zh }) => zh);

test('a part says which steps of the plan are its own, each once, and no more than tell it apart', () => {
  const own = titles('case.holder');

  expect(own.length).toBeGreaterThan(1);
  expect(own.length).toBeLessThanOrEqual(4);
  expect(new Set(own).size).toBe(own.length);
});

test('a part that only helps decides no step', () => {
  expect(titles('case.nobody')).toEqual([]);
});
