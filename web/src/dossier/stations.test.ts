import { expect, test } from 'vitest';
import { STATIONS, stationsOf } from './stations.ts';

const given = (stage: string, record: { type: string; on: string; claimedOn: string | null }[] = []) =>
  stationsOf(
    {
      row: { stage, registeredOn: '2026-03-19', handedOverOn: null, closedOn: null },
      plan: null,
      runs: [],
    } as never,
    record,
  ); // only what the bar reads

test.each([
  ['registered', 0, 1],
  ['listed', 1, 1],
  ['consented', 2, 1],
  ['handed-over', 2, 1],
  ['planning', 3, 1],
  ['rectifying', 4, 1],
  ['accepting', 5, 1],
  ['closed', 7, 0],
])('a problem that is %s has %i stations behind it', (stage, done, open) => {
  const states = given(stage).map((station) => station.state);
  expect(states.filter((state) => state === 'done')).toHaveLength(done);
  expect(states.filter((state) => state === 'open')).toHaveLength(open);
  expect(states).toHaveLength(STATIONS.length);
});

test('a station shows its day where the record has one', () => {
  expect(given('listed')[0]).toEqual({ id: 'found', state: 'done', on: '2026-03-19' });
  expect(given('listed').at(-1)?.on).toBeNull();
});

test('the record tells when the county government agreed and when the finish was reported, the last time it happened', () => {
  const stations = given('accepting', [
    { type: 'EditionConsented', on: '2026-03-25', claimedOn: null },
    { type: 'FinishReported', on: '2026-05-04', claimedOn: null },
    { type: 'FinishReported', on: '2026-06-09', claimedOn: '2026-06-08' },
  ]);
  const days = Object.fromEntries(stations.map(({ id, on }) => [id, on]));
  expect(days).toMatchObject({ edition: '2026-03-25', rectify: '2026-06-08' });
});
