import { expect, test } from 'vitest';
import { emptyFrom, holdersOn, leftEmpty, nextFrom, seatKey, seatsOf, type Person } from './seats.ts';

const TODAY = '2026-11-23';
const person = (name: string, spans: readonly (readonly [string, string | null])[], active = true): Person => ({
  id: name,
  name,
  username: null,
  unitName: null,
  phone: null,
  formerNames: [],
  mustChange: null,
  administrator: false,
  active,
  postings: spans.map(([from, until], at) => ({
    id: `${name}${at}`,
    unit: 'bureau',
    unitName: '局',
    post: 'handler',
    postName: { zh: '经办人' },
    from,
    until,
    held: true,
  })),
});
const holdings = (...people: Person[]) => seatsOf(people).get(seatKey('bureau', 'handler')) ?? [];
const names = (...people: Person[]) => holdersOn(holdings(...people), TODAY).map((held) => held.person.name);

test('the day of leaving is no longer held, the day of coming is', () => {
  expect(names(person('旧', [['2023-05-17', TODAY]]), person('新', [[TODAY, null]]))).toEqual(['新']);
});

test('whoever is deactivated holds nothing, and a post taken back before it began was never held', () => {
  expect(names(person('停', [['2023-05-17', null]], false), person('撤', [[TODAY, TODAY]]))).toEqual([]);
});

const first = person('前任', [['2023-05-17', '2026-11-01']]);
const leaving = person('将离任', [['2023-05-17', '2026-12-01']]);
const following = person('接任', [['2026-12-01', null]]);
const late = person('迟到', [['2026-12-08', null]]);
const staying = person('在任', [['2023-05-17', null]]);

test.each([
  { what: 'nobody ever came', people: [], empty: TODAY, next: TODAY },
  { what: 'somebody stays', people: [staying], empty: null, next: TODAY },
  { what: 'the last one left weeks ago', people: [first], empty: TODAY, next: '2026-11-01' },
  { what: 'the one who is there leaves soon', people: [leaving], empty: '2026-12-01', next: '2026-12-01' },
  { what: 'another follows on the day', people: [leaving, following], empty: null, next: TODAY },
  { what: 'another follows a week too late', people: [leaving, late], empty: '2026-12-01', next: '2026-12-01' },
  { what: 'two hold it and one leaves', people: [leaving, staying], empty: null, next: TODAY },
])('when $what, the post is empty from $empty and the next is proposed for $next', ({ people, empty, next }) => {
  expect(emptyFrom(holdings(...people), TODAY)).toBe(empty);
  expect(nextFrom(holdings(...people), TODAY)).toBe(next);
});

test.each([
  { people: [staying], posts: 1 },
  { people: [staying, following], posts: 1 },
  { people: [staying, person('同任', [['2024-01-01', null]])], posts: 0 },
  { people: [staying, person('停用', [['2024-01-01', null]], false)], posts: 1 },
])('a post that the leaver leaves without a holder is pointed out ($posts)', ({ people, posts }) => {
  expect(leftEmpty(seatsOf(people), staying, TODAY)).toHaveLength(posts);
});
