import { expect, test } from 'vitest';
import { theCalendar } from '../access/index.ts';
import { plainDate } from '../time/index.ts';
import { after, at, chair, calendarWith, clockOf, clubWhere, eventsOf, reaching, walk } from '../testing/index.ts';

/** The inner of two nested limits may stand still; the outer one, of fifteen working days, does not. */
const law = clubWhere((step) => ({
  ...step,
  limits: step.limits.map((limit) =>
    limit.id === 'inner' ? { ...limit, pause: { by: { role: 'committee', post: 'chair' }, clause: '§10' } } : limit,
  ),
}));
const handedOver = walk(reaching('member', at('handover/hand-over')), at('handover/receive'), { law });
const outer = clockOf(handedOver, 'outer').due!;
const held = (from: string, until: string) => {
  const paused = after(handedOver, { type: 'PauseTerm', clock: 'inner', reason: '洪水' }, chair, plainDate(from), law);
  return after(paused, { type: 'ResumeTerm', clock: 'inner', reason: '退水' }, chair, plainDate(until), law);
};

test('a pause of the inner limit does not carry it past the outer one', () => {
  const long = held('2030-03-05', '2030-03-22');
  expect(clockOf(long, 'inner').due).toBe(outer);
  const resumed = eventsOf(long, 'TermResumed')[0]!;
  expect(resumed).toMatchObject({ due: outer, notAfter: outer });
  expect(resumed.days.at(-1)!.date <= outer).toBe(true);

  // one that stays inside is counted as it is
  const short = held('2030-03-05', '2030-03-06');
  expect(clockOf(short, 'inner').due! < outer).toBe(true);
  expect(eventsOf(short, 'TermResumed')[0]).not.toHaveProperty('notAfter');
});

test('nor does a notice that comes later', () => {
  const long = held('2030-03-05', '2030-03-22');
  const later = { ...law, calendar: calendarWith('2030-03-22') };
  const amended = after(long, { type: 'AmendClocks', reason: '通知' }, theCalendar, plainDate('2030-03-22'), later);
  expect(clockOf(amended, 'inner').due).toBe(outer);
  expect(clockOf(amended, 'outer').due! > outer).toBe(true);
});
