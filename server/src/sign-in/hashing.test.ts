import { expect, test } from 'vitest';
import { PASSWORD, testOffice } from '../testing/office.ts';
import { acquainted } from './hashing.ts';

const office = await testOffice();
const { add, app } = office;

const signIn = async (username: string, password: string, remoteAddress: string) =>
  (await app.inject({ method: 'POST', url: '/api/session', payload: { username, password }, remoteAddress }))
    .statusCode;

test('while sixty strangers try passwords, whoever has been in comes in before them, and whoever has not comes in too', async () => {
  for (const username of ['laoren', 'xinren']) await add({ name: `（演示）${username}`, username });
  expect(await signIn('laoren', PASSWORD, '10.0.0.1')).toBe(200);
  const ended: string[] = [];
  const note = async (who: string, answer: Promise<number>): Promise<number> => {
    const status = await answer;
    ended.push(who);
    return status;
  };

  const strangers = Array.from({ length: 60 }, (_, no) =>
    note('stranger', signIn(`nobody-${no}`, 'guess', '10.9.9.9')),
  );
  const known = note('known', signIn('laoren', PASSWORD, '10.0.0.1'));
  const fresh = note('new', signIn('xinren', PASSWORD, '10.0.0.2'));

  expect(await Promise.all([known, fresh])).toEqual([200, 200]);
  // on a machine that is busy elsewhere the last of them may be told to come again
  for (const status of await Promise.all(strangers)) expect([401, 503]).toContain(status);
  // strangers of one address take turns with everybody else's
  expect(ended.indexOf('known')).toBeLessThan(15);
  expect(ended.indexOf('new')).toBeLessThan(15);
});

test('wrong passwords from elsewhere do not shut out whoever has been in from here', async () => {
  await add({ name: '（演示）熟', username: 'shu' });
  expect(await signIn('shu', PASSWORD, '10.0.0.1')).toBe(200);
  const tries = await Promise.all(Array.from({ length: 7 }, () => signIn('shu', 'guess', '10.9.9.9')));

  expect(tries.filter((status) => status === 401)).toHaveLength(5);
  expect(await signIn('shu', PASSWORD, '10.9.9.9')).toBe(429);
  expect(await signIn('shu', PASSWORD, '10.0.0.1')).toBe(200);
});

test('guesses from where somebody has been in are counted too, and shut the name out', async () => {
  await add({ name: '（演示）己', username: 'ji' });
  expect(await signIn('ji', PASSWORD, '10.0.0.1')).toBe(200);
  for (let no = 0; no < 5; no += 1) expect(await signIn('ji', 'guess', '10.0.0.1')).toBe(401);

  expect(await signIn('ji', PASSWORD, '10.0.0.1')).toBe(429);
});

test('the kept room is a queue of its own: full of strangers or not, it lets the next one in', async () => {
  let open = (): void => {};
  const held = new Promise<void>((resolve) => (open = resolve));
  const inside = acquainted.run('a', () => held);
  const status = signIn('nobody', 'guess', '10.0.0.3'); // strangers have places of their own
  expect(await status).toBe(401);
  open();
  await inside;
});
