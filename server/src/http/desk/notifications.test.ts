import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { theInstallation } from '@bihuan/core/person';
import type { InventedProblem } from '../../demonstration/problems.ts';
import { loadDemonstration } from '../../demonstration/load.ts';
import { tellOfDays } from '../../operations/notifications/tell-of-days.ts';
import { commandPerson } from '../../operations/people/people.ts';
import { visitor } from '../../testing/office.ts';
import { registration, staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services, people, cast } = office;
const { db } = services;
const problem = (title: string, until: InventedProblem['until']): InventedProblem => ({
  title: `（演示）${title}`,
  place: '（虚构）',
  township: 'youwang',
  field: 'sewage-garbage',
  facts: { origin: 'city', grade: 'general' },
  until,
});
await loadDemonstration(services, people, () => {}, [
  { title: '（演示）一期', age: 300, problems: [problem('整改中', 'rectifying'), problem('退回', 'returned')] },
]);

type Item = { readonly occasion: string; readonly by: { readonly name: string } | null; readonly words: string | null };
type Folded = {
  readonly dossier: string;
  readonly subject: string;
  readonly unread: number;
  readonly count: number;
  readonly items: readonly Item[];
};
type Desk = Awaited<ReturnType<typeof office.at>>;

const told = async (desk: Desk) =>
  (await desk.get('/notifications?size=50')).json<{ unread: number; dossiers: readonly Folded[] }>();
const toldOf = async (desk: Desk, dossier: string) =>
  (await told(desk)).dossiers.find((one) => one.dossier === dossier);
const unread = async (desk: Desk): Promise<number> =>
  (await desk.get('/notifications/unread')).json<{ unread: number }>().unread;
const occasions = (folded: Folded | undefined) => (folded?.items ?? []).map(({ occasion }) => occasion);
const counted = async (occasion: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int n from notification where occasion = ${occasion}`.execute(db)).rows[0]!
    .n;
const idOf = async (title: string) =>
  (await db.selectFrom('problem').select('id').where('title', 'like', `%${title}`).executeTakeFirstOrThrow()).id;

const clerk = await office.at('county-ecology', 'handler');
const head = await office.at('county-development', 'section-head');
const coordinator = await office.at('county-push-office', 'handler');
const holder = await office.at('youwang', 'handler');
const register = async (title: string) =>
  (await clerk.post('/problems', registration(title))).json<{ id: string }>().id;

test('what an act gives somebody to do is told him in the same moment; whoever did it is not told of it', async () => {
  const id = await register('交办的');

  const mine = await toldOf(head, id);

  expect(mine).toMatchObject({ unread: 1, count: 1 });
  expect(mine!.items).toMatchObject([
    { occasion: 'assigned', by: { name: cast.holding('county-ecology', 'handler').name } },
  ]);
  expect(await toldOf(clerk, id)).toBeUndefined();
});

test('opening the dossier is reading it: the count goes down by one dossier, and what was told stays to be looked up', async () => {
  const id = await register('打开的');
  const before = await unread(head);

  await head.get(`/problems/${id}`);

  expect(await unread(head)).toBe(before - 1);
  expect(await toldOf(head, id)).toMatchObject({ unread: 0, count: 1 });
});

test('a reminder is told to the unit that was reminded, with its words, folded with what else was told of the dossier', async () => {
  const id = await idOf('整改中');
  const { version } = (await coordinator.get(`/problems/${id}`)).json<{ version: number }>();
  const before = (await toldOf(holder, id))?.count ?? 0;
  const ask = { type: 'Urge', task: 'work', text: '请抓紧整改。' };
  expect((await coordinator.post(`/problems/${id}/commands`, { version, ask })).statusCode).toBe(200);

  const now = await toldOf(holder, id);

  expect(now!.count).toBe(before + 1);
  expect(now!.items[0]).toMatchObject({ occasion: 'urged', words: '请抓紧整改。' });
});

test('what was returned is told as returned, by whom and with the reason', async () => {
  await sql`update notification set at = now() where occasion = 'returned'`.execute(db);
  const { rows } = await sql<{ person: string; dossier: string; reason: string }>`
    select n.person, n.dossier, convert_from(e.body, 'UTF8')::jsonb ->> 'reason' reason from notification n
    join dossier_event e using (region, dossier, version) where n.occasion = 'returned' and e.type = 'StepReturned'`.execute(
    db,
  );
  const { person, dossier, reason } = rows[0]!;

  const back = (await toldOf(visitor(office.app, await office.cookie(person)), dossier))!.items.filter(
    ({ occasion }) => occasion === 'returned',
  );

  expect(reason).not.toBe('');
  expect(back).toMatchObject([{ words: reason, by: { name: expect.any(String) } }]);
});

test('the day tells each thing once: run twice, or by two processes at once, nothing is told again', async () => {
  const before = await counted('overdue');
  const [one, two] = await Promise.all([tellOfDays(services, 3), tellOfDays(services, 3)]);
  const after = await counted('overdue');
  expect(one + two).toBeGreaterThan(0);
  expect(after).toBeGreaterThan(before);

  expect(await tellOfDays(services, 3)).toBe(0);

  expect(await counted('overdue')).toBe(after);
  expect(occasions(await toldOf(holder, await idOf('整改中')))).toContain('overdue');
});

test('who leads the unit is told after the days that the office sets, and not before', async () => {
  const id = await idOf('整改中');
  const leader = await office.at('youwang', 'main-leader');
  expect(occasions(await toldOf(leader, id))).toContain('overdue-led');

  await db.deleteFrom('notification').execute();
  await db.deleteFrom('day_told').execute();
  await tellOfDays(services, 250);

  expect(occasions(await toldOf(leader, id))).not.toContain('overdue-led');
  expect(occasions(await toldOf(holder, id))).toContain('overdue');
});

test('a limit that was moved is told anew for its new day', async () => {
  const before = await counted('overdue');
  await sql`update task set due = due - 1 where due = (select min(due) from task)`.execute(db);

  expect(await tellOfDays(services, 250)).toBeGreaterThan(0);

  expect(await counted('overdue')).toBeGreaterThan(before);
});

test('work that comes to a post nobody holds is told to whoever coordinates', async () => {
  const held = await db
    .selectFrom('posting')
    .select(['id', 'person'])
    .where('unit', '=', 'county-development')
    .where('post', '=', 'section-head')
    .execute();
  for (const { id, person } of held) {
    const ask = { type: 'LeavePost', posting: id, until: services.today() } as const;
    await commandPerson(services, { person, ask, by: theInstallation });
  }

  const id = await register('无人接');

  expect(occasions(await toldOf(coordinator, id))).toEqual(['vacant']);
});

test('all can be read at once; what is older than ninety days goes', async () => {
  expect(await unread(coordinator)).toBeGreaterThan(0);
  // what came after the latest that was on the screen stays new
  const before = await unread(coordinator);
  await coordinator.post('/notifications/read', { dossier: null, upTo: '2000-01-01T00:00:00.000Z' });
  expect(await unread(coordinator)).toBe(before);
  await coordinator.post('/notifications/read', { dossier: null });
  expect(await unread(coordinator)).toBe(0);

  await sql`update notification set at = ${services.today()}::date - interval '91 days'`.execute(db);
  expect((await told(coordinator)).dossiers).toEqual([]);
  await tellOfDays(services, 250);
  const { rows } = await sql<{ n: number }>`select count(*)::int n from notification`.execute(db);
  expect(rows[0]!.n).toBe(0);
});
