import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Policy, Unit } from '../policy/index.ts';
import { club } from '../testing/law.ts';
import { byOrder, duty, twiceAYear } from '../testing/duties.ts';
import { addDays, plainDate } from '../time/index.ts';
import { keptSince, owedBy, periodsToOpen, returnId, type Known } from './index.ts';

const on = plainDate;
const known = (since: string, ...opened: readonly string[]): Known => ({
  since: on(since),
  opened: new Set(opened),
  rounds: [],
});
const monthly = duty({ every: 'month' });
const sweep = duty(twiceAYear, { opensBefore: 30 });
const ids = (asked: typeof monthly, today: string, so: Known) =>
  periodsToOpen(asked, on(today), so, club).map(({ id, openedLate }) => (openedLate ? `${id} late` : id));

test('a period opens on the day its window begins, and not before', () => {
  expect(ids(sweep, '2030-04-05', known('2030-01-01'))).toEqual([]);
  expect(ids(sweep, '2030-04-06', known('2030-01-01'))).toEqual(['2030-05-06']);
  expect(ids(sweep, '2030-04-06', known('2030-01-01', '2030-05-06'))).toEqual([]);
});

test('after an outage all that should have been opened is, marked late', () => {
  const weekly = duty({ every: 'week' });

  expect(ids(weekly, '2030-03-18', known('2030-01-01', 'x'))).toHaveLength(12);
  expect(ids(weekly, '2030-03-20', known('2030-03-04', '2030-W10'))).toEqual(['2030-W11 late', '2030-W12 late']);
  expect(ids(sweep, '2030-04-13', known('2030-01-01'))).toEqual(['2030-05-06 late']);
});

test('a duty that is new does not ask for periods that ended before it was kept, and is not late in the one it began in', () => {
  expect(ids(monthly, '2030-03-10', known('2030-03-10'))).toEqual(['2030-03']);
  expect(ids(monthly, '2030-03-11', known('2030-03-10'))).toEqual(['2030-03 late']);
});

test('a round that was ordered for days that run already is not late', () => {
  const ordered = duty(byOrder, { due: { on: 'order' } });
  const round = { id: '2030-03-01', first: on('2030-03-01'), last: on('2030-03-10'), text: '开季前' };

  expect(ids(ordered, '2030-02-28', { ...known('2030-01-01'), rounds: [round] })).toEqual([]);
  expect(ids(ordered, '2030-03-04', { ...known('2030-01-01'), rounds: [round] })).toEqual(['2030-03-01']);
});

const { runs: _, ...onlyWritten } = monthly;
const edition = (from: string, runs: boolean): Policy => ({
  ...club.policy,
  inForceFrom: on(from),
  duties: [runs ? monthly : onlyWritten],
});
const published = (from: string, runs: boolean, day = '2028-01-01') => ({
  policy: edition(from, runs),
  publishedOn: on(day),
});

test('a duty is kept since it was first both published here and in force, without a gap', () => {
  const since = (...editions: readonly ReturnType<typeof published>[]) =>
    keptSince('rounds', editions, on('2030-06-01'));

  expect(since(published('2029-01-01', true))).toBe('2029-01-01');
  // an installation that begins in the middle of an old plan owes nothing of the time before it
  expect(since(published('2023-05-17', true, '2030-05-20'))).toBe('2030-05-20');
  expect(since(published('2028-02-01', true), published('2029-01-01', true))).toBe('2028-02-01');
  expect(since(published('2028-02-01', true), published('2029-01-01', false), published('2030-01-01', true))).toBe(
    '2030-01-01',
  );
  expect(since(published('2029-01-01', true), published('2030-01-01', false))).toBeNull();
  expect(since(published('2029-01-01', true), published('2030-07-01', false))).toBe('2029-01-01');
});

test('each unit in the roles owes it once, also where it holds two of them', () => {
  const owing = (asked: typeof monthly) =>
    owedBy(asked, club, on('2030-03-01')).map(({ unit, field }) => (field ? `${unit}/${field}` : unit));

  expect(owing(monthly)).toEqual(['greens', 'nets', 'lights', 'rollers', 'league-team']);
  expect(owing(duty({ every: 'month' }, { by: ['keepers', 'department', 'survey'], forEach: 'field' }))).toEqual([
    'keepers/clay',
    'treasury/grass',
    'survey',
  ]);
});

test('owed for each row of a table, every unit owes every row, whoever is in charge of what', () => {
  const each = (of: string) => duty({ every: 'month' }, { by: ['keepers', 'survey'], forEach: { of } });
  const owing = (of: string) =>
    owedBy(each(of), club, on('2030-03-01')).map(({ unit, field, about }) => `${unit}/${field}/${about}`);
  const sizes = club.policy.facts[0]!;

  expect(owing('fields')).toEqual(['keepers/clay/null', 'keepers/grass/null', 'survey/clay/null', 'survey/grass/null']);
  expect(owing(sizes.id)).toEqual(
    ['keepers', 'survey'].flatMap((unit) => sizes.values.map(({ id }) => `${unit}/${id}/null`)),
  );
});

test('who owes it is asked as of the day on which the window opens', () => {
  const units = club.units.map((unit): Unit => {
    if (unit.id === 'greens') return { ...unit, roles: [{ role: 'team', until: on('2030-03-01') }] };
    return unit.id === 'press' ? { ...unit, roles: [{ role: 'team', from: on('2030-03-02') }] } : unit;
  });
  const owing = (day: string) => owedBy(monthly, { ...club, units }, on(day)).map(({ unit }) => unit);

  expect(owing('2030-02-28')).toContain('greens');
  expect(owing('2030-03-01')).not.toContain('greens');
  expect(owing('2030-03-01')).not.toContain('press');
  expect(owing('2030-03-02')).toContain('press');
});

test('a sampled duty is owed about each dossier drawn, by the offices named or by who plays the part in it', () => {
  const drawn = {
    dossier: 'd1',
    kind: 'problem',
    number: '1',
    title: '积水',
    parts: { 'case.holder': [{ unit: 'nets', unitName: '球网队', person: null }] },
  };
  const looking = duty(twiceAYear, {
    by: ['survey', 'case.holder'],
    covers: { sample: 30, atLeast: 1, of: 'problem' },
  });

  expect(owedBy(looking, club, on('2030-03-01'), [drawn])).toEqual([
    { unit: 'survey', field: null, about: 'd1' },
    { unit: 'nets', field: null, about: 'd1' },
  ]);
  expect(owedBy(looking, club, on('2030-03-01'), [])).toEqual([]);
});

test('the same return has the same id whoever opens it, and no two returns share one', () => {
  const name = (period: string, unit: string, field: string | null) =>
    returnId(club.policy, 'rounds', period, { unit, field, about: null }, club);
  const all = ['2030-03', '2030-04'].flatMap((period) =>
    ['nets', 'greens'].flatMap((unit) => [null, 'clay'].map((field) => name(period, unit, field))),
  );

  expect(name('2030-03', 'nets', null)).toBe(name('2030-03', 'nets', null));
  expect(new Set(all).size).toBe(8);
  for (const id of all) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('however often and on whichever days the calendar looks, every window that began is opened exactly once', () => {
  const start = on('2030-01-01');
  const every = fc.constantFrom('month', 'half-month', 'quarter', 'week');
  fc.assert(
    fc.property(
      every,
      fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 20 }),
      fc.option(fc.integer({ min: 0, max: 60 })),
      (often, waits, before) => {
        const asked = duty({ every: often }, before === null ? {} : { opensBefore: before });
        let [today, opened] = [start, [] as readonly string[]];
        for (const wait of [...waits, 0]) {
          today = addDays(today, wait);
          opened = [...opened, ...periodsToOpen(asked, today, known(start, ...opened), club).map(({ id }) => id)];
        }
        const atOnce = periodsToOpen(asked, today, known(start), club).map(({ id }) => id);

        expect([...opened].toSorted()).toEqual([...atOnce].toSorted());
        expect(new Set(opened).size).toBe(opened.length);
      },
    ),
  );
});
