import { expect, test } from 'vitest';
import { club, MONDAY } from '../testing/index.ts';
import { isHeld, neededSeats } from './index.ts';

const needed = neededSeats(club, MONDAY);

test('first comes who leads the office that coordinates, then who records and opens, then who decides the first steps', () => {
  const reasons = needed.map(({ why }) => why);
  expect(reasons[0]).toBe('leads');
  expect(reasons).toEqual([...reasons].toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
  expect(needed[0]).toMatchObject({ unit: 'office', posts: ['chief'], step: null });
  expect(needed.find(({ why }) => why === 'decides')).toMatchObject({
    step: { zh: expect.any(String) },
    clause: expect.any(String),
  });
});
const ORDER = ['leads', 'records', 'opens', 'decides'];

test('no seat stands twice, none in a unit that does not sign in here, none that many units have', () => {
  const names = needed.map(({ unit, posts }) => `${unit}/${posts.join('+')}`);
  expect(new Set(names).size).toBe(names.length);
  const outside = club.units.filter(({ external }) => external).map(({ id }) => id);
  expect(needed.filter(({ unit }) => outside.includes(unit))).toEqual([]);
  expect(needed.map(({ unit }) => unit)).not.toContain('greens');
});

test('one of the posts that would do is enough', () => {
  const seat = { unit: 'office', posts: ['chief', 'clerk'] };
  expect(isHeld(seat, [{ unit: 'office', post: 'clerk' }])).toBe(true);
  expect(isHeld(seat, [{ unit: 'survey', post: 'chief' }])).toBe(false);
});
