import { expect, test } from 'vitest';
import { plainDate } from '@bihuan/core/time';
import { officeClock } from './clock.ts';
import { watchClock } from './machine-clock.ts';

const NOON = Date.parse('2026-11-30T04:00:00Z');
const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];

/** A machine whose clocks a test moves. */
function machine() {
  const at = { wall: NOON, running: 0, up: 500 };
  const watch = watchClock({ wall: () => at.wall, running: () => at.running, up: () => at.up });
  const pass = (ms: number): void => {
    at.wall += ms;
    at.running += ms;
    at.up += ms;
  };
  return { at, watch, pass, clock: officeClock(null, watch.now, watch.believed) };
}

test('a clock that runs is believed, through small corrections both ways, and never tells an earlier time than before', () => {
  const { at, watch, pass } = machine();
  const told: number[] = [];
  for (const step of [HOUR, -2 * SECOND, 10 * SECOND, 2 * MINUTE, -4 * SECOND]) {
    pass(MINUTE);
    told.push(watch.now().getTime());
    at.wall += step === HOUR ? 0 : step;
    told.push(watch.now().getTime());
  }
  expect(told).toEqual(told.toSorted((a, b) => a - b));
});

test('a year ahead for a minute: nothing is recorded, the day stays what it is, and then it goes on', () => {
  const { at, watch, pass, clock } = machine();
  pass(HOUR);
  expect(clock.now()).toBe('2026-11-30T05:00:00.000Z');
  at.wall += 365 * DAY;
  pass(30 * SECOND);

  expect(() => clock.now()).toThrow('ahead');
  expect(clock.today()).toBe(plainDate('2026-11-30'));
  expect(watch.fault()).toMatchObject({ why: 'ahead', statusCode: 503, expected: '2026-11-30T05:00:30.000Z' });

  pass(30 * SECOND);
  at.wall -= 365 * DAY;
  expect(clock.now()).toBe('2026-11-30T05:01:00.000Z');
});

test('a step back: nothing is recorded before the time of what was, and it goes on once that is reached', () => {
  const { at, clock, pass } = machine();
  clock.now();
  at.wall -= HOUR;

  expect(() => clock.now()).toThrow('behind');
  expect(clock.today()).toBe(plainDate('2026-11-30'));
  pass(HOUR);
  expect(clock.now()).toBe('2026-11-30T04:00:00.000Z');
});

test('a machine that starts with a time before the newest record is not believed', () => {
  const { clock, watch } = machine();
  watch.follow(new Date(NOON + DAY));

  expect(() => clock.now()).toThrow('behind');
  expect(clock.today()).toBe(plainDate('2026-12-01'));
});

test('a machine that slept is not wrong: its running time stood still, and it was up', () => {
  const { at, clock } = machine();
  at.wall += 9 * HOUR;
  at.up += 9 * HOUR;

  expect(clock.now()).toBe('2026-11-30T13:00:00.000Z');
});

test('without the watch, a year ahead is simply believed', () => {
  const clock = officeClock(null, () => new Date(NOON + 365 * DAY));
  expect(clock.today()).toBe(plainDate('2027-11-30'));
});
