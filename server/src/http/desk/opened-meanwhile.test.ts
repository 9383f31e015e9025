import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { loadDemonstration } from '../../demonstration/load.ts';
import { noteSeen } from '../../store/dossiers/task-seen.ts';
import { withClient } from '../../store/database/connection.ts';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services, people, database, cast } = office;
const { db, region } = services;
const [FIRST, SECOND] = ['（演示）先打开的', '（演示）先撤回的'];
const invented = (title: string) => ({
  title,
  place: '（虚构）',
  township: 'youwang',
  field: 'sewage-garbage',
  facts: { origin: 'city', grade: 'general' },
  until: 'returned' as const,
});

beforeAll(async () => {
  await loadDemonstration(services, people, () => {}, [
    { title: '（演示）一期', age: 60, problems: [invented(FIRST), invented(SECOND)] },
  ]);
}, 60_000);

type Shown = {
  readonly version: number;
  readonly offers: readonly {
    readonly type: string;
    readonly target: string;
    readonly seen: { readonly digest: string } | null;
  }[];
};
const lineOf = async (id: string) =>
  db.selectFrom('task').select(['id', 'unit', 'post']).where('dossier', '=', id).executeTakeFirstOrThrow();

/** The open step of the problem is taken; what takes it back, and who has it now. */
async function taken(title: string) {
  const { id } = await db.selectFrom('problem').select('id').where('title', '=', title).executeTakeFirstOrThrow();
  const line = await lineOf(id);
  const mine = await office.at(line.unit!, line.post);
  const { version, offers } = (await mine.get(`/problems/${id}`)).json<Shown>();
  const { target: task, seen } = offers.find(({ type, target }) => type === 'TakeStep' && target === line.id)!;
  const ask = { type: 'TakeStep', task, opinion: '同意。', ...(seen ? { seen: seen.digest } : {}) };
  const done = await mine.post(`/problems/${id}/commands`, { version, ask });
  const after = done.json<{ version: number }>().version;
  const next = await lineOf(id);
  return {
    id,
    next: next.id,
    reader: cast.holding(next.unit!, next.post).id,
    takeBack: async () =>
      mine.post(`/problems/${id}/commands`, { version: after, ask: { type: 'WithdrawAct', reason: '附件传错' } }),
  };
}

/** Waits until so many statements of this database stand before a lock that somebody else holds. */
async function untilBlocked(most: number): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
      return rows[0]!.n;
    })
    .toBe(most);
}

const seenBy = async (dossier: string, person: string) =>
  (
    await db
      .selectFrom('task_seen')
      .select('task')
      .where('dossier', '=', dossier)
      .where('person', '=', person)
      .execute()
  ).map(({ task }) => task);

test('whoever opens it while it is being taken back comes first: it stands', async () => {
  const { id, next, reader, takeBack } = await taken(FIRST);
  const answer = await db.transaction().execute(async (opening) => {
    await noteSeen(opening, region, id, reader);
    const asked = takeBack();
    await untilBlocked(1);
    return { asked };
  });

  const refused = await answer.asked;
  expect(refused.statusCode).toBe(422);
  expect(refused.json()).toMatchObject({ obstacle: { code: 'not-withdrawable', why: 'opened' } });
  expect((await lineOf(id)).id).toBe(next);
  expect(await seenBy(id, reader)).toEqual([next]);
});

test('whoever opens it after it began to be taken back has nothing any more, and it is gone from his desk', async () => {
  const { id, next, reader, takeBack } = await taken(SECOND);
  const { asked, opening } = await withClient(database.owner, async (client) => {
    // holds the writing up between its last look and its end
    await client.query('begin');
    await client.query('lock table dossier_event in share row exclusive mode');
    const running = { asked: takeBack(), opening: Promise.resolve() };
    await untilBlocked(1);
    running.opening = noteSeen(db, region, id, reader);
    await untilBlocked(2);
    await client.query('commit');
    return running;
  });

  await expect(opening).resolves.toBeUndefined();
  expect((await asked).json()).toMatchObject({ happened: ['ActWithdrawn'] });
  expect((await lineOf(id)).id).not.toBe(next);
  expect(await seenBy(id, reader)).toEqual([]);
});
