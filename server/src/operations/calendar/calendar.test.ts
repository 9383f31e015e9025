import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Problem } from '@bihuan/core/problem';
import { movedBy } from '@bihuan/core/procedure';
import { loadDemonstration } from '../../demonstration/load.ts';
import { addDemonstrationPeople } from '../../demonstration/people.ts';
import { cookieOf, testOffice, visitor, type Visitor } from '../../testing/office.ts';
import { lagsBehindCalendar } from './amend-clocks.ts';
import { verifyLedger } from '../record/verify-ledger.ts';

const { services, app, add, as, stranger } = await testOffice({ demonstration: true });
let office: Visitor;
let farmer: Visitor;
beforeAll(async () => {
  const people = await addDemonstrationPeople(services);
  await loadDemonstration(services, people);
  const enter = async (unit: string, post: string) => {
    const person = people.find((each) => each.postings.some((held) => held.unit === unit && held.post === post))!;
    return visitor(app, cookieOf(await stranger.post('/session/demonstration', { person: person.id })));
  };
  office = await enter('county-push-office', 'handler');
  farmer = await enter('county-agriculture', 'handler');
  await add({ name: '（演示）管理员', username: 'guanli', administrator: true });
}, 60_000);

/** A local holiday of the county on these days of 2026, plainly invented. */
const notice = (days: string, number = '演示〔2026〕1号') => `jurisdiction: "530521"
year: 2026
notices:
  - title: 演示放假通知
    number: ${number}
    issued: 2026-11-20
    source: 虚构，仅供演示
    occasions:
      - name: { zh: 演示节, en: Demonstration Day }
        off: [${days}]
`;

/** Days that lie in the past of met clocks and in the future of open ones. */
const HOLIDAY = '2026-09-22..2026-09-24, 2026-11-25..2026-11-27';

/** Every clock of every problem as the log's fold has it, by whether it was met. */
async function clocks() {
  const rows = await services.db
    .selectFrom('dossier')
    .select(['id', 'state'])
    .where('kind', '=', 'problem')
    .orderBy('id')
    .execute();
  const all = rows.flatMap(({ id, state }) =>
    (state as unknown as Problem).clocks.map((clock) => ({ problem: id, ...clock })),
  );
  return { met: all.filter((clock) => clock.metOn !== null), open: all.filter((clock) => clock.metOn === null) };
}

test('a notice is looked at, then applied: exactly the listed open clocks move, with a trace, and no met clock does', async () => {
  const yaml = notice(HOLIDAY);
  const before = await clocks();
  const preview = (await office.post('/calendar/preview', { yaml })).json();
  expect(preview).toMatchObject({ faults: [], notice: { year: 2026, notices: [{ number: '演示〔2026〕1号' }] } });
  expect(preview.moves).toBeGreaterThan(0);
  expect(preview.untouchedClosed).toBeGreaterThan(0);
  expect(await clocks()).toEqual(before);

  expect((await (await as('guanli')).post('/calendar/enter', { yaml })).statusCode).toBe(200);
  expect(await clocks()).toEqual(before);
  const applied = await office.post('/calendar/apply', { yaml, seen: preview.digest });

  expect(applied.json()).toEqual({ no: 1, moved: preview.moves });
  const after = await clocks();
  // the control: by the new calendar some met clocks would have run otherwise, and they stand as they were
  expect(
    movedBy(
      before.met.map((clock) => ({ ...clock, metOn: null })),
      services.law().calendar,
    ).length,
  ).toBeGreaterThan(0);
  expect(after.met).toEqual(before.met);
  const moved = after.open.flatMap((clock, at) =>
    clock.due === before.open[at]!.due
      ? []
      : [{ dossier: clock.problem, clock: clock.id, was: before.open[at]!.due, due: clock.due }],
  );
  expect(moved).toEqual(
    preview.impact
      .filter((row: { moved: number }) => row.moved !== 0)
      .map(({ dossier, clock, was, due }: (typeof moved)[number]) => ({ dossier, clock, was, due })),
  );

  const [first] = preview.impact;
  const { entries } = (await office.get(`/problems/${first.dossier}/events`)).json();
  expect(entries.find((entry: { type: string }) => entry.type === 'ClockMoved')).toMatchObject({
    by: { name: '日历' },
    detail: { reason: '演示放假通知（演示〔2026〕1号）', was: first.was, due: first.due },
  });
  expect(await lagsBehindCalendar(services)).toBe(false);
  expect((await verifyLedger(services)).findings).toEqual([]);
}, 60_000);

test('the year shows the new days off with their paper, and the notice as it was entered', async () => {
  const year = (await farmer.get('/calendar/2026')).json();
  expect(year.days).toHaveLength(365);
  expect(year.days.find((day: { date: string }) => day.date === '2026-11-25')).toMatchObject({
    working: false,
    kind: 'local-day-off',
    notice: '530521 演示〔2026〕1号',
  });
  expect(year.days.find((day: { date: string }) => day.date === '2026-02-14')).toMatchObject({
    working: true,
    kind: 'make-up',
  });
  expect((await farmer.get('/calendar')).json()).toMatchObject({
    calendars: ['cn', '530521'],
    amendments: [{ no: 1, appliedBy: expect.stringContaining('（演示）') }],
  });
  expect((await farmer.get('/calendar/2027')).json()).toMatchObject({ published: false, notices: [] });
});

test('what was shown is what is applied: a list that is no longer true is refused, and nothing moves', async () => {
  const before = await clocks();
  const yaml = notice('2026-11-30', '演示〔2026〕2号');
  const seen = (await office.post('/calendar/preview', { yaml: notice('2026-12-01', '演示〔2026〕2号') })).json()
    .digest;
  await (await as('guanli')).post('/calendar/enter', { yaml });
  const refused = await office.post('/calendar/apply', { yaml, seen });
  expect(refused.statusCode).toBe(409);
  expect(refused.json()).toMatchObject({ code: 'content-changed' });
  expect(await clocks()).toEqual(before);
});

test.each([
  ['the same notice once more', () => office, notice(HOLIDAY), 422, 'changes-nothing'],
  ['one entered by a department', () => farmer, notice('2026-11-30', '演示〔2026〕2号'), 403, 'not-calendar-keeper'],
  ['one of another county', () => office, notice('2026-11-30').replace('530521', '530522'), 422, 'not-our-calendar'],
])('%s is refused', async (_what, who, yaml, status, code) => {
  const refused = await who().post('/calendar/preview', { yaml });
  expect(refused.statusCode).toBe(status);
  expect(refused.json()).toMatchObject({ code: 'not-allowed', obstacle: { code } });
});

test('a text with a slip is answered with its line', async () => {
  expect((await office.post('/calendar/preview', { yaml: notice('2026-02-30') })).json()).toMatchObject({
    notice: null,
    faults: [{ line: 10, text: { zh: expect.stringContaining('2026-02-30') } }],
  });
  expect((await office.post('/calendar/apply', { yaml: notice('2026-02-30'), seen: 'x' })).json()).toMatchObject({
    code: 'bad-input',
  });
});

test('the notice for an unpublished year settles provisional dates; sent twice it is put in once', async () => {
  const question = { from: '2026-12-25', workdays: 10 };
  expect((await farmer.post('/due', question)).json()).toMatchObject({
    provisional: true,
    awaiting: [2027],
    // 1 January is off by law itself
    due: '2027-01-11',
  });
  const yaml = notice('2027-01-01..2027-01-03', '演示〔2026〕3号')
    .replace('"530521"', 'cn')
    .replace('year: 2026', 'year: 2027');
  const administrator = await as('guanli');
  const { digest } = (await administrator.post('/calendar/preview', { yaml })).json();
  await office.post('/calendar/enter', { yaml });
  const key = randomUUID();
  const twice = [
    await administrator.post('/calendar/apply', { yaml, seen: digest }, key),
    await administrator.post('/calendar/apply', { yaml, seen: digest }, key),
  ];

  expect(twice.map((answer) => answer.json())).toEqual([twice[0]!.json(), twice[0]!.json()]);
  expect((await farmer.post('/due', question)).json()).toMatchObject({
    provisional: false,
    due: '2027-01-11',
    days: expect.arrayContaining([expect.objectContaining({ date: '2027-01-01', working: false })]),
  });
  expect((await farmer.get('/calendar')).json().amendments).toHaveLength(2);
  expect((await clocks()).open.filter((clock) => clock.provisional && clock.due! < '2027-12-28')).toEqual([]);
});

test('a later notice for the same year, entered alone, has a freed Friday worked again and leaves the other days as they were', async () => {
  const yaml = notice('2027-01-04', '演示〔2027〕4号')
    .replace('"530521"', 'cn')
    .replace('year: 2026', 'year: 2027')
    .replace('off: [2027-01-04]', 'off: [2027-01-04]\n        working: [2027-01-01]');
  const { digest, faults } = (await office.post('/calendar/preview', { yaml })).json();
  expect(faults).toEqual([]);
  await (await as('guanli')).post('/calendar/enter', { yaml });
  expect((await office.post('/calendar/apply', { yaml, seen: digest })).statusCode).toBe(200);

  const { days } = (await farmer.get('/calendar/2027')).json();
  expect(days.slice(0, 4).map(({ kind, notice: paper }: { kind: string; notice: string }) => [kind, paper])).toEqual([
    ['make-up', '演示〔2027〕4号'],
    ['holiday', '演示〔2026〕3号'],
    ['holiday', '演示〔2026〕3号'],
    ['holiday', '演示〔2027〕4号'],
  ]);
});

test('a notice takes two people: whoever entered it does not put it in, and nobody puts in what nobody entered', async () => {
  const yaml = notice('2027-03-15', '演示〔2027〕5号').replace('year: 2026', 'year: 2027');
  const { digest } = (await office.post('/calendar/preview', { yaml })).json();
  const refused = async (who: Visitor, code: string) =>
    expect((await who.post('/calendar/apply', { yaml, seen: digest })).json()).toMatchObject({ obstacle: { code } });
  await refused(office, 'not-entered');

  expect((await office.post('/calendar/enter', { yaml })).statusCode).toBe(200);
  expect((await office.post('/calendar/enter', { yaml })).json()).toMatchObject({
    obstacle: { code: 'entered-already' },
  });
  await refused(office, 'entered-by-you');
  expect((await office.get('/calendar')).json().waiting).toContainEqual(expect.objectContaining({ yaml, own: true }));
  const administrator = await as('guanli');
  expect((await administrator.get('/calendar')).json().waiting).toContainEqual(
    expect.objectContaining({ yaml, own: false }),
  );
  expect((await administrator.post('/calendar/apply', { yaml, seen: digest })).statusCode).toBe(200);
  expect((await office.get('/calendar')).json().waiting).not.toContainEqual(expect.objectContaining({ yaml }));
});

test('the last notice is taken back while no clock was met under it; the open clocks go back, and the record holds', async () => {
  const { no } = (await office.get('/calendar')).json().amendments[0];
  const undo = (which: number, who = office) => who.post('/calendar/undo', { no: which, reason: '文号有误' });
  expect((await undo(no - 1)).json()).toMatchObject({ obstacle: { code: 'not-latest' } });
  expect((await undo(no, farmer)).json()).toMatchObject({ obstacle: { code: 'not-calendar-keeper' } });

  const dayOf = async () =>
    (await farmer.get('/calendar/2027')).json().days.find(({ date }: { date: string }) => date === '2027-03-15');
  expect(await dayOf()).toMatchObject({ working: false });
  expect((await undo(no)).json()).toEqual({ no });
  expect(await dayOf()).toMatchObject({ working: true });
  expect((await office.get('/calendar')).json()).toMatchObject({ undone: [{ no, reason: '文号有误' }] });
  expect(await lagsBehindCalendar(services)).toBe(false);
  expect((await verifyLedger(services)).findings).toEqual([]);
}, 60_000);

test.each([
  ['no length', { from: '2026-12-25' }],
  ['two lengths', { from: '2026-12-25', workdays: 5, natural: 5 }],
  ['a year no office counts in', { from: '1901-01-01', workdays: 5 }],
  ['a start before the first notice that is kept', { from: '2017-12-28', natural: 5 }],
  ['a year far ahead', { from: '2101-01-03', workdays: 5 }],
  ['more than ten years of working days', { from: '2026-01-05', workdays: 3_000 }],
])('a question with %s is refused', async (_what, question) => {
  const refused = await farmer.post('/due', question);
  expect(refused.statusCode).toBe(422);
  expect(refused.json()).toMatchObject({ code: 'bad-input' });
});
