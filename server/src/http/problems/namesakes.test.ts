import { expect, test } from 'vitest';
import { registration, staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services } = office;
const seat = { unit: 'county-ecology', post: 'handler', from: services.today(), until: null } as never;
const [NAME, OTHER] = ['（演示）李伟', '（演示）王芳'];
await office.add({ name: NAME, username: 'liwei', posts: [seat] });
await office.add({ name: NAME, username: 'liwei2', posts: [seat] });
await office.add({ name: OTHER, username: 'wangfang', posts: [seat] });

type Entry = { readonly by: { readonly name: string; readonly aside: string | null } };
const signersAfter = async (username: string): Promise<readonly string[]> => {
  const person = await office.as(username);
  const made = (await person.post('/problems', registration(`${username}登记的污水直排`))).json<{ id: string }>();
  const timeline = (await person.get(`/problems/${made.id}/events`)).json<{ entries: readonly Entry[] }>();
  return [...new Set(timeline.entries.map(({ by }) => `${by.name} ${by.aside ?? '—'}`))];
};

test('two people of one name in one seat are told apart in the record that they signed', async () => {
  expect(await signersAfter('liwei')).toEqual([`${NAME} liwei`]);
  expect(await signersAfter('liwei2')).toEqual([`${NAME} liwei2`]);
});

test('whoever has no namesake stands by his name alone', async () => {
  expect(await signersAfter('wangfang')).toEqual([`${OTHER} —`]);
});
