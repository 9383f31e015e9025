import { expect, test } from 'vitest';
import { verifyLedger } from '../record/verify-ledger.ts';
import { PASSWORD, testOffice } from '../../testing/office.ts';

const office = await testOffice();
const { add, as, services } = office;
await add({ name: '（演示）管理员', username: 'guanli', administrator: true });
const administrator = await as('guanli');
const OWN = '自己的密码-2026';
const posts = [{ unit: 'county-ecology', post: 'handler', from: '2026-01-01' }];
const made = async (name: string, username: string): Promise<string> =>
  (await administrator.post('/people', { name, username, password: PASSWORD, postings: posts })).json().id;

test('who comes in with a password that was handed out finds every door shut but the one that changes it', async () => {
  await made('（演示）陈某', 'chen');
  const clerk = await as('chen');
  expect((await clerk.get('/session')).json()).toMatchObject({
    person: { name: '（演示）陈某' },
    mustChange: true,
    menu: [],
  });
  for (const answer of [
    await clerk.get('/people'),
    await clerk.get('/workbench'),
    await clerk.post('/feedback', {
      text: '（演示）先看看',
      page: '/',
    }),
  ])
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'password-due']);

  expect((await clerk.post('/session/password', { old: PASSWORD, new: PASSWORD })).json()).toMatchObject({
    code: 'same-password',
  });
  expect((await clerk.get('/people')).statusCode).toBe(403);
  expect((await clerk.post('/session/password', { old: PASSWORD, new: OWN })).statusCode).toBe(200);
  expect((await clerk.get('/people')).statusCode).toBe(200);
  expect((await clerk.get('/session')).json()).toMatchObject({ mustChange: false });
});

test('a password that an administrator sets anew is handed out again; one that the person set is not', async () => {
  const id = await add({ name: '（演示）林某', username: 'lin' });
  expect((await (await as('lin')).get('/people')).statusCode).toBe(200);
  await administrator.post(`/people/${id}/password`, { password: '另一个-2026-密码' });
  expect((await (await as('lin', '另一个-2026-密码')).get('/people')).json()).toMatchObject({ code: 'password-due' });
});

test('the list of people says to administrators alone who has not changed the password yet', async () => {
  const id = await made('（演示）何某', 'he');
  const listed = async (by: typeof administrator) =>
    (await by.get('/people')).json().people.find((person: { id: string }) => person.id === id);
  expect((await listed(administrator)).mustChange).toBe(true);
  expect((await listed(await as('chen', OWN))).mustChange).toBeNull();
});

test('a mistyped name is corrected, the one before stands beside it, and the record proves both', async () => {
  const id = await made('（演示）杨建冈', 'yang');
  const correct = (body: object) => administrator.post(`/people/${id}/correction`, body);
  const refused = await correct({ name: '（演示）杨建刚', phone: null, reason: '' });
  expect(refused.json()).toMatchObject({ code: 'bad-input', faults: [{ field: 'reason', code: 'required' }] });
  expect((await correct({ name: '（演示）杨建刚', phone: '0875-8120000', reason: '录入时写错' })).statusCode).toBe(200);

  const { people } = (await administrator.get('/people')).json();
  expect(people.find((person: { id: string }) => person.id === id)).toMatchObject({
    name: '（演示）杨建刚',
    phone: '0875-8120000',
    formerNames: [{ name: '（演示）杨建冈', until: '2026-11-24' }],
  });
  expect((await (await as('yang')).get('/session')).json().person.name).toBe('（演示）杨建刚');
  expect(
    (
      await (
        await as('chen', OWN)
      ).post(`/people/${id}/correction`, {
        name: 'x',
        phone: null,
        reason: 'x',
      })
    ).statusCode,
  ).toBe(403);
  expect((await verifyLedger(services)).findings).toEqual([]);
});
