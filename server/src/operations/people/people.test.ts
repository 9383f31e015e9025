import { expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import { withClient } from '../../store/database/connection.ts';
import { PASSWORD, testOffice } from '../../testing/office.ts';

const office = await testOffice();
const { add, as, stranger, services, setToday, database } = office;
await add({ name: '（演示）管理员', username: 'guanli', administrator: true });
const administrator = await as('guanli');
const post = { unit: 'county-ecology', post: 'handler', from: '2026-12-01' };

test('a post that begins next month does not count today, and counts when its day has come', async () => {
  const created = await administrator.post('/people', {
    name: '（演示）李某',
    username: '李某',
    password: PASSWORD,
    postings: [post],
  });
  expect(created.statusCode).toBe(201);
  const clerk = await as('李某');

  expect((await clerk.get('/session')).json()).toMatchObject({ person: { postings: [] }, menu: [] });
  setToday('2026-12-01');
  expect((await clerk.get('/session')).json().person.postings).toMatchObject([
    { unit: 'county-ecology', unitName: '保山市生态环境局施甸分局', post: 'handler' },
  ]);
  setToday('2026-11-24');
});

test('a post that is left stops counting at once, in a session that is already open', async () => {
  const id = await add({
    name: '（演示）王某',
    username: 'wang',
    posts: [{ ...post, from: '2026-01-01', until: null } as never],
  });
  const clerk = await as('wang');
  const [held] = (await administrator.get('/people?unit=county-ecology'))
    .json()
    .people.find((person: { id: string }) => person.id === id).postings;
  expect((await clerk.get('/session')).json().person.postings).toHaveLength(1);

  const left = await administrator.post(`/people/${id}/postings/end`, { posting: held.id, until: '2026-11-24' });

  expect(left.statusCode).toBe(200);
  expect((await clerk.get('/session')).json().person.postings).toEqual([]);
});

test('a deactivated person is out at once and cannot come in again', async () => {
  const id = await add({ name: '（演示）赵某', username: 'zhao' });
  const clerk = await as('zhao');
  expect((await administrator.post(`/people/${id}/active`, { active: false })).statusCode).toBe(200);

  expect((await clerk.get('/people')).statusCode).toBe(401);
  expect((await (await as('zhao')).get('/people')).statusCode).toBe(401);
});

test('only an administrator keeps accounts, and holds no post of the plan', async () => {
  const id = await add({ name: '（演示）钱某', username: 'qian' });
  const clerk = await as('qian');
  const refused = await clerk.post('/people', { name: 'x', username: 'xx', password: PASSWORD });
  expect(refused.statusCode).toBe(403);
  expect(refused.json()).toMatchObject({ code: 'not-allowed', obstacle: { code: 'not-administrator' } });
  expect((await clerk.post(`/people/${id}/postings`, post)).statusCode).toBe(403);
  expect((await stranger.post('/people', { name: 'x', username: 'xx', password: PASSWORD })).statusCode).toBe(401);

  const mixed = await administrator.post('/people', {
    name: 'x',
    username: 'xx',
    password: PASSWORD,
    administrator: true,
    postings: [post],
  });
  expect(mixed.json()).toMatchObject({ obstacle: { code: 'administrator-holds-no-post' } });
});

test('an administrator opens no dossier: no page of the business is offered and no command goes through', async () => {
  expect((await administrator.get('/session')).json()).toMatchObject({
    admin: true,
    menu: ['rules', 'calendar', 'people', 'feedback'],
  });
  const basics = {
    title: '排污',
    description: '',
    place: '',
    township: null,
    field: null,
    target: '',
    deadline: null,
    proposed: { holder: null, lead: null, person: '' },
    remarks: '',
  };
  const refused = await administrator.post('/problems', { basics, facts: {}, sources: [] });
  expect(refused.json()).toMatchObject({ code: 'not-allowed', obstacle: { code: 'wrong-seat' } });
});

test.each([
  ['a unit nobody knows', { unit: 'nowhere', post: 'handler', from: '2026-01-01' }, 'postings.0.unit'],
  [
    'a unit that does not sign in here',
    { unit: 'city-ecology', post: 'handler', from: '2026-01-01' },
    'postings.0.unit',
  ],
  ['a post the unit does not have', { unit: 'county-ecology', post: 'king', from: '2026-01-01' }, 'postings.0.post'],
  ['an end before the beginning', { ...post, until: '2026-11-01' }, 'postings.0.until'],
])('%s is refused by its field', async (_what, posting, field) => {
  const response = await administrator.post('/people', {
    name: 'x',
    username: `u${randomUUID().slice(0, 8)}`,
    password: PASSWORD,
    postings: [posting],
  });
  expect(response.statusCode).toBe(422);
  expect(response.json().faults.map((fault: { field: string }) => fault.field)).toEqual([field]);
});

test('the same intent twice makes one person; the same name twice is refused', async () => {
  const body = { name: '（演示）孙某', username: 'sun', password: PASSWORD };
  const key = randomUUID();
  const answers = await Promise.all([
    administrator.post('/people', body, key),
    administrator.post('/people', body, key),
  ]);
  expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);

  const taken = await administrator.post('/people', { ...body, username: 'SUN' });
  expect(taken.statusCode).toBe(409);
  expect(taken.json()).toMatchObject({ code: 'username-taken' });
});

test('one changes one’s own password with the old one; other sessions end, this one stays', async () => {
  await add({ name: '（演示）周某', username: 'zhou' });
  const [here, there] = [await as('zhou'), await as('zhou')];
  expect((await here.post('/session/password', { old: 'wrong one', new: '新的密码-2026-11' })).json()).toMatchObject({
    code: 'wrong-password',
    title: '原密码不正确',
  });
  expect((await here.post('/session/password', { old: PASSWORD, new: '新的密码-2026-11' })).statusCode).toBe(200);

  expect((await here.get('/people')).statusCode).toBe(200);
  expect((await there.get('/people')).statusCode).toBe(401);
});

test('who might do what is in the log: added, posted, left, with the hand that did it', async () => {
  const log = await withClient(database.owner, (client) =>
    client.query(
      `select distinct type from dossier_event e join dossier d on d.id = e.dossier where d.kind = 'person' order by type`,
    ),
  );
  expect(log.rows.map((row) => row.type)).toEqual([
    'PasswordSet',
    'PersonAdded',
    'PersonDeactivated',
    'PostHeld',
    'PostLeft',
  ]);
  expect(services.region).toBe('530521');
});

test('user names are for administrators to see', async () => {
  const clerk = await as('zhou', '新的密码-2026-11');
  expect((await clerk.get('/people?size=1')).json().people[0].username).toBeNull();
  const page = (await administrator.get('/people?size=2')).json();
  expect(page.people[0].username).not.toBeNull();
  expect((await administrator.get(`/people?size=2&after=${page.next}`)).json().people[0].id).not.toBe(
    page.people[1].id,
  );
});
