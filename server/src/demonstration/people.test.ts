import { expect, test } from 'vitest';
import { cookieOf, testOffice, visitor } from '../testing/office.ts';
import { buildServer } from '../http/door/server.ts';
import { freshSetUpCode } from '../operations/people/set-up.ts';
import { addDemonstrationPeople } from './people.ts';

const { services, app: demonstration, stranger } = await testOffice({ demonstration: true });
const real = await buildServer(services);
const people = await addDemonstrationPeople(services);

test('every post of every unit that signs in is held by somebody plainly invented', () => {
  const { units } = services.law();
  const posts = units
    .filter((unit) => !unit.external)
    .flatMap((unit) => unit.posts.map((post) => `${unit.id}/${post}`));
  expect(people.flatMap((person) => person.postings.map(({ unit, post }) => `${unit}/${post}`)).toSorted()).toEqual(
    posts.toSorted(),
  );
  expect(people.every(({ name }) => name.endsWith('（演示）'))).toBe(true);
  expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
  const office = people.filter(({ postings }) => postings.some(({ unit }) => unit === 'county-ecology'));
  expect(office.map(({ postings }) => postings.length)).toEqual([1, 1, 2, 1]);
});

test('inventing them again adds nobody', async () => {
  expect((await addDemonstrationPeople(services)).map(({ id }) => id)).toEqual(people.map(({ id }) => id));
});

test('one click signs in as any of them', async () => {
  const listed = (await stranger.get('/demonstration/people')).json().people;
  expect(listed).toHaveLength(people.length + 1);
  expect(listed.map(({ about }: { about: string }) => about)).toContain('股室负责人兼联络员：审核、分办、签收');
  const clerk = listed.find(
    (person: { unit: string; post: string }) => person.unit === 'county-push-office' && person.post === 'handler',
  );

  const response = await stranger.post('/session/demonstration', { person: clerk.id });

  expect(response.json()).toMatchObject({ person: { name: clerk.name }, installation: { demonstration: true } });
  expect((await visitor(demonstration, cookieOf(response)).get('/people')).statusCode).toBe(200);
  expect(
    (await stranger.post('/session/demonstration', { person: '00000000-0000-4000-8000-000000000000' })).statusCode,
  ).toBe(404);
});

test('D9 · whoever was let go is told so at this door too, and gets no session', async () => {
  const listed = (await stranger.get('/demonstration/people')).json().people as { id: string; unitName: string }[];
  const keeper = listed.find(({ unitName }) => unitName === '系统')!;
  const administrator = visitor(
    demonstration,
    cookieOf(await stranger.post('/session/demonstration', { person: keeper.id })),
  );
  const { id } = people.at(-1)!;
  expect((await administrator.post(`/people/${id}/active`, { active: false })).statusCode).toBe(200);

  const told = await stranger.post('/session/demonstration', { person: id });
  expect([told.statusCode, told.json().code, told.cookies]).toEqual([403, 'deactivated', []]);
  expect((await stranger.get('/demonstration/people')).body).not.toContain(id);

  expect((await administrator.post(`/people/${id}/active`, { active: true })).statusCode).toBe(200);
  expect((await stranger.post('/session/demonstration', { person: id })).statusCode).toBe(200);
});

test.each([
  ['the server is no demonstration', real, {}],
  ['it is asked from another machine', demonstration, { remoteAddress: '10.0.0.7' }],
  [
    'it is asked by a name from elsewhere that leads to this machine',
    demonstration,
    { headers: { host: 'rebound.example:8080' } },
  ],
])('there is no one-click sign-in when %s', async (_when, app, asking) => {
  const [person] = people;
  expect((await app.inject({ url: '/api/demonstration/people', ...asking })).statusCode).toBe(404);
  const response = await app.inject({
    method: 'POST',
    url: '/api/session/demonstration',
    payload: { person: person!.id },
    ...asking,
  });
  expect(response.statusCode).toBe(404);
  expect(response.cookies).toEqual([]);
  expect((await app.inject({ url: '/api/session', ...asking })).json().installation.demonstration).toBe(false);
});

test('invented people have no password to guess, and an installation with people in it gets no set-up code', async () => {
  expect((await stranger.post('/session', { username: 'demo-administrator', password: '' })).statusCode).toBe(401);
  expect(
    (await stranger.post('/session', { username: 'demo-administrator', password: 'demo-administrator' })).statusCode,
  ).toBe(401);
  expect(await freshSetUpCode(services)).toBeNull();
});
