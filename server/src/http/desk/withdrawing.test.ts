import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { InventedProblem } from '../../demonstration/problems.ts';
import { loadDemonstration } from '../../demonstration/load.ts';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import { visitor } from '../../testing/office.ts';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services, people } = office;
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
  {
    title: '（演示）一期',
    age: 60,
    problems: [problem('撤回的', 'returned'), problem('查看过的', 'returned'), problem('印发的', 'rectifying')],
  },
]);
const idOf = async (title: string) =>
  (await db.selectFrom('problem').select('id').where('title', 'like', `%${title}`).executeTakeFirstOrThrow()).id;

type Task = { readonly id: string; readonly unit: string; readonly post: string };
type Offer = {
  readonly type: string;
  readonly target: string | null;
  readonly obstacle: { readonly code: string; readonly why?: string } | null;
  readonly seen: { readonly digest: string } | null;
};
type Shown = { readonly version: number; readonly tasks: readonly Task[]; readonly offers: readonly Offer[] };

/** The desk of whoever holds a task's post. */
const deskOf = ({ unit, post }: Task) => office.at(unit, post);
type Desk = Awaited<ReturnType<typeof deskOf>>;
const read = async (desk: Desk, id: string) => (await desk.get(`/problems/${id}`)).json<Shown>();
const backOf = ({ offers }: Shown) => offers.find(({ type }) => type === 'WithdrawAct');
const standing = async (id: string) =>
  await db.selectFrom('dossier').select(['state', 'version']).where('id', '=', id).executeTakeFirstOrThrow();

/** What stands on desks, in lists and in copies because of this dossier. */
const rowsOf = async (id: string) => ({
  tasks: (await sql`select * from task where dossier = ${id}::uuid order by id`.execute(db)).rows,
  clocks: (await sql`select * from clock where dossier = ${id}::uuid order by id`.execute(db)).rows,
  copies: (await sql`select * from copy where dossier = ${id}::uuid order by id`.execute(db)).rows,
  // in which order its units stand means nothing
  line: (
    await sql`select p.*, array(select unnest(units) order by 1) units from problem p where id = ${id}::uuid`.execute(
      db,
    )
  ).rows,
});

/** Takes the one open step as whoever has it, who is returned. */
async function takes(id: string, task: Task): Promise<Desk> {
  const desk = await deskOf(task);
  const { version, offers } = await read(desk, id);
  const offer = offers.find(({ type, target }) => type === 'TakeStep' && target === task.id)!;
  const ask = {
    type: 'TakeStep',
    task: task.id,
    opinion: '同意。',
    ...(offer.seen ? { seen: offer.seen.digest } : {}),
  };
  const answer = await desk.post(`/problems/${id}/commands`, { version, ask });
  expect(answer.json()).toMatchObject({ happened: expect.arrayContaining(['StepTaken']) });
  return desk;
}

const openTask = async (id: string): Promise<Task> =>
  (await read(await office.at('county-push-office', 'handler'), id)).tasks[0]!;

test('an act that nobody has opened is taken back: desk, lists, limits and bell are as before, and the record says so', async () => {
  const id = await idOf('撤回的');
  const task = await openTask(id);
  const before = { ...(await rowsOf(id)), state: (await standing(id)).state };
  const mine = await takes(id, task);
  const next = await openTaskUnseen(id);
  expect(next.id).not.toBe(task.id);
  const other = await deskOf(next);
  const unread = async () =>
    (await other.get('/notifications?size=50'))
      .json<{ dossiers: { dossier: string }[] }>()
      .dossiers.filter(({ dossier }) => dossier === id).length;
  expect(await unread()).toBe(1);

  const shown = await read(mine, id);
  expect(backOf(shown)).toMatchObject({ obstacle: null });
  expect(backOf(await read(await office.at('county-push-office', 'handler'), id))).toBeUndefined();
  const ask = { type: 'WithdrawAct', reason: '附件传错' };
  const answer = await mine.post(`/problems/${id}/commands`, { version: shown.version, ask });

  expect(answer.json()).toMatchObject({ happened: ['ActWithdrawn'] });
  expect({ ...(await rowsOf(id)), state: (await standing(id)).state }).toEqual(before);
  expect(await unread()).toBe(0);
  const events = (await mine.get(`/problems/${id}/events`)).json<{
    entries: { type: string; detail: { reason?: string } }[];
  }>();
  expect(events.entries.at(-1)).toMatchObject({ type: 'ActWithdrawn', detail: { reason: '附件传错' } });
  expect(events.entries.filter(({ type }) => type === 'StepTaken').length).toBeGreaterThan(0);
  expect((await verifyLedger(services)).findings).toEqual([]);

  // and once more: what was taken back is no reason to be refused
  await takes(id, task);
  expect((await openTaskUnseen(id)).id).toBe(next.id);
  expect((await verifyLedger(services)).findings).toEqual([]);
});

/** As the row says, without opening the dossier. */
async function openTaskUnseen(id: string): Promise<Task> {
  const row = await db
    .selectFrom('task')
    .select(['id', 'unit', 'post'])
    .where('dossier', '=', id)
    .executeTakeFirstOrThrow();
  return { id: row.id, unit: row.unit!, post: row.post };
}

test('once the next person has opened it, it stands; nothing changes by asking', async () => {
  const id = await idOf('查看过的');
  const mine = await takes(id, await openTask(id));
  // somebody who has nothing to do there may look
  expect(backOf(await read(await office.at('county-push-office', 'handler'), id))).toBeUndefined();
  expect(backOf(await read(mine, id))).toMatchObject({ obstacle: null });
  await read(await deskOf(await openTaskUnseen(id)), id);

  const shown = await read(mine, id);
  expect(backOf(shown)).toMatchObject({ obstacle: { code: 'not-withdrawable', why: 'opened' } });
  const answer = await mine.post(`/problems/${id}/commands`, {
    version: shown.version,
    ask: { type: 'WithdrawAct', reason: '附件传错' },
  });
  expect(answer.statusCode).toBe(422);
  expect(answer.json()).toMatchObject({ detail: expect.stringContaining('已经查看') });
  expect((await standing(id)).version).toBe(shown.version);
});

test('a dossier that stands as if the act had not been taken back is found', async () => {
  const id = await idOf('撤回的');
  const afterwards = (await standing(id)).state;
  const { version, tasks } = await read(await office.at('county-push-office', 'handler'), id);
  const done = (
    await db
      .selectFrom('dossier_event')
      .select('actor')
      .where('dossier', '=', id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow()
  ).actor;
  const mine = visitor(office.app, await office.cookie(done));
  expect(tasks).toHaveLength(1);
  const answer = await mine.post(`/problems/${id}/commands`, {
    version,
    ask: { type: 'WithdrawAct', reason: '附件传错' },
  });
  expect(answer.statusCode).toBe(200);
  const put = (state: unknown) =>
    sql`update dossier set state = ${JSON.stringify(state)}::jsonb where id = ${id}::uuid`.execute(db);
  const now = (await standing(id)).state;

  await put(afterwards);
  expect((await verifyLedger(services)).findings).not.toEqual([]);

  await put(now);
  expect((await verifyLedger(services)).findings).toEqual([]);
});
