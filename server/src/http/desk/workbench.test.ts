import { expect, test } from 'vitest';
import { registration, staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services } = office;
const { db } = services;
const clerk = await office.at('county-ecology', 'handler');

type Row = { readonly dossier: string; readonly fresh: boolean; readonly openWith: readonly string[] };
type Desk = Awaited<ReturnType<typeof office.at>>;

const register = async (title: string): Promise<string> =>
  (await clerk.post('/problems', registration(title))).json<{ id: string }>().id;
const rowOf = async (desk: Desk, dossier: string) => {
  const { tasks } = (await desk.get('/tasks?kind=todo&size=100')).json<{ tasks: readonly Row[] }>();
  return tasks.find((task) => task.dossier === dossier);
};

test('a to-do is new to each person of a seat until that person has opened it, and who has it open is named to the others', async () => {
  const id = await register('新来的事项');
  const head = await office.at('county-development', 'section-head');
  await office.add({
    name: '（演示）代班',
    username: 'daiban',
    posts: [{ unit: 'county-development', post: 'section-head', from: services.today(), until: null }],
  });
  const second = await office.as('daiban');

  expect(await rowOf(head, id)).toMatchObject({ fresh: true, openWith: [] });
  await second.get(`/problems/${id}`);

  expect(await rowOf(second, id)).toMatchObject({ fresh: false, openWith: [] });
  expect(await rowOf(head, id)).toMatchObject({ fresh: true, openWith: ['（演示）代班'] });
});

test('what was seen goes with its to-do', async () => {
  const id = await register('下一环节');
  const head = await office.at('county-development', 'section-head');
  const { version, tasks } = (await head.get(`/problems/${id}`)).json<{ version: number; tasks: { id: string }[] }>();
  const seen = async () =>
    (await db.selectFrom('task_seen').select('task').where('dossier', '=', id).execute()).map(({ task }) => task);
  expect(await seen()).toContain(tasks[0]!.id);

  const ask = {
    type: 'TakeStep',
    task: tasks[0]!.id,
    facts: { grade: 'general' },
    document: { number: '施发改演示〔2026〕1号', date: services.today() },
  };
  expect((await head.post(`/problems/${id}/commands`, { version, ask })).statusCode).toBe(200);

  expect(await seen()).not.toContain(tasks[0]!.id);
});
