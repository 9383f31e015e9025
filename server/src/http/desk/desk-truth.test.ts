import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { InventedProblem } from '../../demonstration/problems.ts';
import { loadDemonstration } from '../../demonstration/load.ts';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services, people } = office;
const { db } = services;

const late = (title: string, until: InventedProblem['until'], township: string): InventedProblem => ({
  title: `（演示）${title}`,
  place: `（虚构）${title}`,
  township,
  field: 'sewage-garbage',
  facts: { origin: 'city', grade: 'general' },
  until,
});
await loadDemonstration(services, people, () => {}, [
  {
    title: '（演示）一期',
    age: 300,
    problems: [
      late('渗漏', 'rectifying', 'youwang'),
      late('淤堵', 'handed-over', 'youwang'),
      late('裂缝', 'accepting', 'dianyang'),
      late('争议', 'contested', 'youwang'),
    ],
  },
  { age: 4, problems: [late('新列', 'classified', 'youwang')] },
]);

type Light = {
  readonly level: string;
  readonly due: string | null;
  readonly dueAt: string | null;
  readonly days: number | null;
};
type Row = {
  readonly dossier: string;
  readonly kind: string;
  readonly task: string;
  readonly what: string;
  readonly unit: string | null;
  readonly openedOn: string;
  readonly light: Light;
};
type Desk = Awaited<ReturnType<typeof office.at>>;

const lines = async (desk: Desk, kind: string) =>
  (await desk.get(`/tasks?kind=${kind}&size=100`)).json<{ tasks: readonly Row[] }>().tasks;
const counts = async (desk: Desk) =>
  (await desk.get('/workbench')).json<{ counts: Readonly<Record<string, number>> }>().counts;
const register = async (desk: Desk) =>
  (await desk.get('/problems?size=100')).json<{
    rows: readonly { id: string; title: string; stage: string; light: Light }[];
  }>().rows;

const coordinator = await office.at('county-push-office', 'handler');
const inStage = async (stage: string) =>
  (await register(coordinator)).find((row) => row.stage === stage && !row.title.includes('争议'))!;

test('register, desk and dossier show the same light: the nearest limit over all lines of a dossier is the register’s', async () => {
  for (const { id, light } of await register(coordinator)) {
    const { rows } = await sql<{
      ends: string | null;
    }>`select min(coalesce(due_at, due::text || 'T24:00')) as ends from task where dossier = ${id}`.execute(db);
    expect(rows[0]?.ends ?? null).toBe(light.dueAt ?? (light.due && `${light.due}T24:00`));
    const shown = (await coordinator.get(`/problems/${id}`)).json<{ row: { light: Light } }>();
    expect(shown.row.light).toEqual(light);
  }
});

test('D2 · what is late in rectification is late on the desk of its holder and among what the coordinator looks after', async () => {
  const { id, light } = await inStage('rectifying');
  expect(light.level).toBe('red');
  const holder = await office.at('youwang', 'handler');

  const mine = (await lines(holder, 'overdue')).filter(({ dossier }) => dossier === id);
  const looked = (await lines(coordinator, 'watching')).filter(({ dossier }) => dossier === id);

  expect(mine.map(({ what }) => what)).toEqual(expect.arrayContaining(['work', 'measure']));
  expect(looked.map(({ task }) => task).toSorted()).toEqual(mine.map(({ task }) => task).toSorted());
  expect((await counts(holder))['overdue']).toBe((await lines(holder, 'overdue')).length);
  expect((await counts(coordinator))['watching']).toBe((await lines(coordinator, 'watching')).length);
});

test('D1 · handed over and never signed for, it is overdue for its holder and the coordinator once the limit has run out', async () => {
  const { id } = await inStage('handed-over');
  const holder = await office.at('youwang', 'handler');

  for (const [desk, what] of [
    [holder, 'overdue'],
    [coordinator, 'watching'],
  ] as const) {
    const line = (await lines(desk, what)).find(({ dossier }) => dossier === id);
    // the limit that runs stands on the line, and not that there is none
    expect(line).toMatchObject({ light: { level: 'red', due: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) } });
  }
});

test('what is none of a unit’s is not on its desk', async () => {
  const stranger = await office.at('dianyang', 'handler');
  const { id } = await inStage('rectifying');

  expect((await lines(stranger, 'todo')).filter(({ dossier }) => dossier === id)).toEqual([]);
  expect((await lines(stranger, 'watching')).filter(({ dossier }) => dossier === id)).toEqual([]);
});

test('D2 · many are urged at once, each at the line that hurts first, rectification included; the reminded unit sees it', async () => {
  const { id } = await inStage('rectifying');
  const holder = await office.at('youwang', 'handler');
  const { results } = (
    await coordinator.post('/problems/commands', {
      items: [{ id, version: null }],
      ask: { type: 'Urge', text: '请抓紧整改。' },
    })
  ).json<{ results: readonly { refused: unknown }[] }>();

  expect(results.map(({ refused }) => refused)).toEqual([null]);
  const urged = (await lines(holder, 'watching')).filter(({ dossier }) => dossier === id);
  expect(urged).toHaveLength(1);
});

const CARDS = ['todo', 'near', 'overdue', 'watching'] as const;

test('every card counts the lines that it opens, and lines of one day stand by age', async () => {
  const desks = [
    coordinator,
    await office.at('youwang', 'handler'),
    await office.at('county-push-office', 'main-leader'),
  ];
  for (const desk of desks) {
    const counted = await counts(desk);
    for (const card of CARDS) {
      const page = (await desk.get(`/tasks?kind=${card}&size=100`)).json<{
        tasks: readonly Row[];
        errands: readonly object[];
      }>();
      expect([card, counted[card]]).toEqual([card, page.tasks.length + page.errands.length]);
      const places = page.tasks.map(({ light, openedOn }) => `${light.due ?? '9999-12-31'} ${openedOn}`);
      expect(places).toEqual(places.toSorted());
    }
  }
});

test('pages of one follow each other: nothing twice, nothing left out', async () => {
  const whole = await lines(coordinator, 'watching');
  const found: Row[] = [];
  for (let after = ''; ;) {
    const url = `/tasks?kind=watching&size=1${after && `&after=${encodeURIComponent(after)}`}`;
    const { tasks, next } = (await coordinator.get(url)).json<{ tasks: readonly Row[]; next: string | null }>();
    found.push(...tasks);
    if (next === null) break;
    after = next;
  }
  expect(found.map(({ dossier, task }) => `${dossier} ${task}`)).toEqual(
    whole.map(({ dossier, task }) => `${dossier} ${task}`),
  );
});

test('what was closed this month is counted as it is opened: a unit’s own, or all where the plan is coordinated', async () => {
  await db.updateTable('problem').set({ closed_on: services.today() }).where('stage', '=', 'accepting').execute();
  const shown = async (desk: Desk, mine: boolean) =>
    (
      await desk.get(`/problems?size=100&closedSince=${services.today().slice(0, 7)}-01${mine ? '&mine=true' : ''}`)
    ).json<{ rows: readonly object[] }>().rows.length;
  for (const [unit, own] of [
    ['county-push-office', 1],
    ['dianyang', 1],
    ['youwang', 0],
  ] as const) {
    const desk = await office.at(unit, 'handler');
    const { wide, counts: counted } = (await desk.get('/workbench')).json<{
      wide: boolean;
      counts: Record<string, number>;
    }>();
    expect([counted['closedThisMonth'], await shown(desk, !wide)]).toEqual([own, own]);
  }
});

test('a classified problem that waits for a list is a line of whoever forms the list; a dispute, of whoever settles it', async () => {
  const { rows } = await sql<{ what: string; unit: string; post: string }>`
    select distinct do_kind what, unit, post from task where do_kind in ('listing', 'contest')`.execute(db);
  expect([...new Set(rows.map(({ what }) => what))].toSorted()).toEqual(['contest', 'listing']);
  for (const { what, unit, post } of rows) {
    const desk = await office.at(unit, post);
    expect((await lines(desk, 'todo')).some((line) => line.what === what)).toBe(true);
  }
});
