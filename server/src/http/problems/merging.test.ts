import { expect, test } from 'vitest';
import type { Problem } from '@bihuan/core/problem';
import { loadDemonstration } from '../../demonstration/load.ts';
import type { Progress } from '../../demonstration/problems.ts';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import { findDossier } from '../../store/dossiers/dossiers.ts';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services, people } = office;
const problem = (place: string, until: Progress) => ({
  title: `（演示）${place}污水直排`,
  place: `（虚构）${place}`,
  township: 'youwang' as const,
  field: 'sewage-garbage' as const,
  facts: { origin: 'city', grade: 'general' },
  until,
});
await loadDemonstration(services, people, () => {}, [
  { title: '（演示）一期', age: 40, problems: [problem('甲沟', 'rectifying')] },
  { title: '（演示）二期', age: 30, problems: [problem('甲沟口', 'rectifying')] },
]);
const clerk = await office.at('county-push-office', 'handler');
const outsider = await office.at('youwang', 'handler');

type Row = { id: string; number: string; title: string };
const rowsOf = async (query: string) => (await clerk.get(`/problems${query}`)).json<{ rows: Row[]; total: number }>();
const { rows } = await rowsOf('');
const survivor = rows.find(({ title }) => title.includes('甲沟污水'))!;
const double = rows.find(({ title }) => title.includes('甲沟口'))!;
const standing = async ({ id }: Row) => (await findDossier<Problem>(services.db, services.region, id))!;
const ask = async (row: Row, wish: object, by = clerk) =>
  by.post(`/problems/${row.id}/commands`, { version: (await standing(row)).version, ask: wish });
const merge = { type: 'MergeInto', dossier: survivor.id, reason: '两张清单写的是同一处' };
const before = { survivor: (await standing(survivor)).state, double: (await standing(double)).state };
const desk = async () => (await clerk.get('/tasks?size=50')).body;

test('likely doubles are found after the hand-over', async () => {
  const found = (await clerk.get(`/problems/${double.id}/alike`)).json<{ rows: { row: Row; percent: number }[] }>();

  expect(found.rows.map(({ row }) => row.id)).toEqual([survivor.id]);
});

test('nobody else merges, nobody merges with what is not there or with itself, and nothing is written then', async () => {
  const none = '00000000-0000-4000-8000-000000000000';
  const answers = [
    await ask(double, merge, outsider),
    await ask(double, { ...merge, dossier: none }),
    await ask(double, { ...merge, dossier: double.id }),
    await ask(double, { ...merge, reason: ' ' }),
  ];

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 422, 422, 422]);
  expect((await standing(double)).state).toEqual(before.double);
  expect((await standing(survivor)).state).toEqual(before.survivor);
});

test('a merger closes the double and leaves the survivor its clocks; both know each other', async () => {
  const answer = await ask(double, merge);
  const [gone, kept] = [(await standing(double)).state, (await standing(survivor)).state];
  const page = (await clerk.get(`/problems/${survivor.id}`)).json<{
    absorbed: { number: string; evidence: object[] }[];
  }>();

  expect(answer.statusCode).toBe(200);
  expect(gone).toMatchObject({ stage: 'merged', tasks: [], merged: { into: { dossier: survivor.id } } });
  expect(kept.clocks).toEqual(before.survivor.clocks);
  expect(page.absorbed).toMatchObject([{ number: double.number }]);
  expect(page.absorbed[0]!.evidence.length).toBe(before.double.evidence.length);
  expect((await clerk.get(`/problems/${double.id}`)).json()).toMatchObject({
    merged: { into: { number: survivor.number } },
  });
});

test('the merged one is in no list and on no desk, and is found by search and number', async () => {
  expect((await rowsOf('')).rows.map(({ id }) => id)).not.toContain(double.id);
  expect((await rowsOf(`?q=${encodeURIComponent(double.number)}`)).rows.map(({ id }) => id).toSorted()).toEqual(
    [double.id, survivor.id].toSorted(), // the survivor knows the number too
  );
  expect(await desk()).not.toContain(double.id);
  expect((await rowsOf('?stage=merged')).rows.map(({ id }) => id)).toEqual([double.id]);
});

test('nothing goes on in it, and the record proves itself', async () => {
  const urged = await ask(double, { type: 'AddCrossReference', source: { list: '甲', number: '1', date: null } });
  const again = await ask(double, merge);
  const circle = await ask(survivor, { ...merge, dossier: double.id });

  expect([urged.statusCode, again.statusCode, circle.statusCode]).toEqual([422, 422, 422]);
  expect((await verifyLedger(services)).findings).toEqual([]);
});

test('set apart again both stand as they stood, with both histories', async () => {
  const answer = await ask(double, { type: 'Unmerge', reason: '现场核实是两处' });
  const { hands: _own, ...gone } = (await standing(double)).state;
  const { hands: _were, ...was } = before.double;
  const events = (await clerk.get(`/problems/${survivor.id}/events`)).json<{ entries: { type: string }[] }>().entries;

  expect(answer.statusCode).toBe(200);
  expect(gone).toEqual(was);
  expect((await standing(survivor)).state).toEqual(before.survivor);
  expect(events.map(({ type }) => type).slice(-2)).toEqual(['DoubleAbsorbed', 'DoubleReleased']);
  expect((await rowsOf('')).rows.map(({ id }) => id)).toContain(double.id);
  expect((await verifyLedger(services)).findings).toEqual([]);
});

test('a day that has passed does not vanish: the one that is late since earlier goes on', async () => {
  office.setToday('2027-06-01');
  const lost = await ask(survivor, { ...merge, dossier: double.id });
  const kept = await ask(double, merge);

  expect([lost.statusCode, kept.statusCode]).toEqual([422, 200]);
  expect(lost.json()).toMatchObject({ obstacle: { code: 'day-lost' } });
});
