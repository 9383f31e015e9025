import { expect, test } from 'vitest';
import { neededSeats } from '@bihuan/core/person';
import { registration } from '../../testing/staff.ts';
import { testOffice } from '../../testing/office.ts';

const office = await testOffice();
const { add, as, services } = office;
await add({ name: '（演示）管理员', username: 'guanli', administrator: true });
const administrator = await as('guanli');
const hours = async (by = administrator) => (await by.get('/first-hours')).json();
const step = async (id: string) => (await hours()).steps.find((one: { id: string }) => one.id === id);
const law = services.law();
const needed = neededSeats(law, services.today());
const units = law.units.filter(({ external }) => !external);

test('an empty installation says what it lacks, each point counted from what is there', async () => {
  const { steps, seats } = await hours();
  expect(steps).toEqual([
    { id: 'posts', done: false, have: 0, of: needed.length },
    { id: 'people', done: false, have: 0, of: units.length },
    { id: 'calendar', done: true, have: null, of: null },
    { id: 'dossier', done: false, have: null, of: null },
  ]);
  expect(seats[0]).toMatchObject({ why: 'leads', held: false, posts: expect.any(Array) });
});

test('a seat is ticked by one of its posts being held today, a unit by anybody in it; a deactivated account fills none', async () => {
  const [first] = needed;
  const post = { unit: first!.unit, post: first!.posts[0]!, from: '2026-01-01', until: null } as never;
  const id = await add({ name: '（演示）甲', username: 'jia', posts: [post] });
  expect((await hours()).seats[0].held).toBe(true);
  expect(await step('people')).toMatchObject({ have: 1 });
  await administrator.post(`/people/${id}/active`, { active: false });
  expect((await hours()).seats[0].held).toBe(false);
  await administrator.post(`/people/${id}/active`, { active: true });
});

test('the coordinator sees the same; somebody of another unit has nothing to see to', async () => {
  expect((await hours(await as('jia'))).steps).toHaveLength(4);
  await add({
    name: '（演示）乙',
    username: 'yi',
    posts: [{ unit: 'county-water', post: 'handler', from: '2026-01-01', until: null } as never],
  });
  expect(await hours(await as('yi'))).toMatchObject({ steps: [], seats: [] });
});

test('with the last of them done all of it is gone', async () => {
  const wanted = [
    ...needed.map(({ unit, posts }) => `${unit} ${posts[0]}`),
    ...units.map(({ id, posts }) => `${id} ${posts[0]}`),
  ];
  const posts = [...new Set(wanted)].map((seat) => {
    const [unit, post] = seat.split(' ');
    return { unit, post, from: '2026-01-01', until: null } as never;
  });
  await add({ name: '（演示）丙', username: 'bing', posts });
  expect((await step('posts')).done).toBe(true);
  expect((await step('people')).done).toBe(true);
  const registered = await (await as('bing')).post('/problems', registration('（演示）第一件'));
  expect(registered.statusCode, registered.body).toBe(201);
  expect(await hours()).toMatchObject({ steps: [], seats: [] });
});
