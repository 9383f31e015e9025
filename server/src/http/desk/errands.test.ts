import { expect, test } from 'vitest';
import { theInstallation } from '@bihuan/core/person';
import { commandPerson } from '../../operations/people/people.ts';
import { registration, staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services, cast } = office;
await office.add({ name: '（演示）管理员', username: 'guanli', administrator: true });

type Errand = { readonly what: string; readonly count: number; readonly unit: string | null; readonly post: string };
type Page = {
  readonly errands: readonly Errand[];
  readonly tasks: readonly { readonly dossier: string; readonly unit: string; readonly post: string }[];
};
type Rows = { readonly tasks: readonly { readonly subject: string }[] };
type Desk = Awaited<ReturnType<typeof office.at>>;
type Now = { readonly people: readonly string[]; readonly vacant: boolean };

const todo = async (desk: Desk) => (await desk.get('/tasks?kind=todo&size=100')).json<Page>();
const errandsOf = async (desk: Desk, what: string) => (await todo(desk)).errands.filter((one) => one.what === what);
const countOf = async (desk: Desk): Promise<number> =>
  (await desk.get('/workbench')).json<{ counts: { todo: number } }>().counts.todo;
const keeper = await office.as('guanli');
const clerk = await office.at('county-ecology', 'handler');
const coordinator = await office.at('county-push-office', 'handler');
const leader = await office.at('county-development', 'main-leader');
const coordinating = await office.at('county-push-office', 'main-leader');
const register = async (title: string) => (await clerk.post('/problems', registration(title))).json<{ now: Now[] }>();

/** The post is given up by everybody who holds it. */
async function vacate(unit: string, post: string): Promise<void> {
  const held = await services.db
    .selectFrom('posting')
    .select(['id', 'person'])
    .where('unit', '=', unit)
    .where('post', '=', post)
    .execute();
  for (const { id, person } of held) {
    const ask = { type: 'LeavePost', posting: id, until: services.today() } as const;
    const answer = await commandPerson(services, { person, ask, by: theInstallation });
    expect(answer).toHaveProperty('done');
  }
}

test('an answer names who has it now; once nobody holds the post it says so, and whoever has to see to it has it on the desk', async () => {
  const head = cast.holding('county-development', 'section-head').name;
  const first = await register('有人办');
  expect(first.now[0]).toMatchObject({ people: expect.arrayContaining([head]), vacant: false });
  expect(await errandsOf(coordinator, 'vacant')).toEqual([]);

  await vacate('county-development', 'section-head');
  const second = await register('无人办');

  expect(second.now[0]).toMatchObject({ people: [], vacant: true });
  const waiting = [{ what: 'vacant', unit: 'county-development', post: 'section-head', count: 2 }];
  expect(await errandsOf(coordinator, 'vacant')).toMatchObject(waiting);
  expect(await errandsOf(leader, 'vacant')).toMatchObject(waiting);
  const kept = (await keeper.get('/vacancies')).json<{ vacancies: Errand[] }>();
  expect(kept.vacancies).toMatchObject(waiting);
});

test('what waits at a vacant post is opened from there by whoever sees to it, and by nobody else', async () => {
  const rows = async (desk: Desk, post = 'section-head') => {
    const page = (await desk.get(`/tasks?kind=vacant&unit=county-development&post=${post}`)).json<Rows>();
    return page.tasks.map(({ subject }) => subject);
  };

  expect((await rows(coordinator)).toSorted()).toEqual(['（演示）无人办', '（演示）有人办']);
  expect(await rows(leader)).toHaveLength(2);
  expect(await rows(clerk)).toEqual([]);
  // a post that somebody holds opens nothing by this door
  expect(await rows(coordinator, 'main-leader')).toEqual([]);
});

test('whoever neither leads the unit nor coordinates is not told of its vacant posts', async () => {
  for (const other of [clerk, await office.at('youwang', 'main-leader')])
    expect(await errandsOf(other, 'vacant')).toEqual([]);
});

test('a dossier says of its open step who holds the post, or that nobody does', async () => {
  const { id } = (await clerk.post('/problems', registration('看档案'))).json<{ id: string }>();

  const { tasks } = (await clerk.get(`/problems/${id}`)).json<{ tasks: readonly Now[] }>();

  expect(tasks[0]).toMatchObject({ people: [], vacant: true });
});

test('rulings that nobody stands for yet are an errand of whoever may confirm them, one fewer with each', async () => {
  const before = (await errandsOf(coordinating, 'rulings'))[0]!.count;
  const { policy } = services.law();
  const { id } = policy.rulings.find(({ status }) => status === 'pending')!;
  const note = '（演示）县领导小组办公室会议纪要';
  const url = `/policies/${encodeURIComponent(policy.edition)}/rulings/${id}/confirm`;
  expect((await coordinating.post(url, { note })).statusCode).toBe(200);

  expect((await errandsOf(coordinating, 'rulings'))[0]!.count).toBe(before - 1);
  expect(await errandsOf(coordinator, 'rulings')).toEqual([]);
});

test('what the card of to-dos counts is what opens: its errands and its lines', async () => {
  for (const desk of [coordinator, coordinating, leader, clerk]) {
    const { errands, tasks } = await todo(desk);
    expect(await countOf(desk)).toBe(errands.length + tasks.length);
  }
});
