import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Room } from '../../disk.ts';
import { ClockWrong } from '../../machine-clock.ts';
import { registration, staffedOffice } from '../../testing/staff.ts';
import { buildServer } from './server.ts';

let room: Room = 'enough';
let fault: ClockWrong | null = null;
const office = await staffedOffice();
const { cast } = office;
const services = {
  ...office.services,
  now: () => {
    if (fault) throw fault;
    return office.services.now();
  },
};
const watched = { disk: { room: async () => room }, clockFault: () => fault };
const app = await buildServer(services, { watched });
const cookie = await office.cookie(cast.holding('county-ecology', 'handler').id);

const post = (url: string, payload: object | Buffer, type = 'application/json') =>
  app.inject({
    method: 'POST',
    url: `/api${url}`,
    payload,
    headers: { cookie, 'idempotency-key': randomUUID(), 'content-type': type },
  });
const register = () => post('/problems', registration('坡面裸露'));
const picture = () => post('/files?name=a.png', Buffer.from('89504e470d0a1a0a00', 'hex'), 'application/octet-stream');
const ready = () => app.inject('/readyz');
const read = () => app.inject({ url: '/api/problems', headers: { cookie } });
const events = async () => (await services.db.selectFrom('dossier_event').select('version').execute()).length;

test('with room enough, files and commands are taken and the program is ready', async () => {
  expect([(await picture()).statusCode, (await register()).statusCode]).toEqual([201, 201]);
  expect((await ready()).statusCode).toBe(200);
});

test('while the reserve of the disk is touched files are refused in words and readiness says so; commands go on', async () => {
  room = 'low';
  const refused = await picture();

  expect(refused.statusCode).toBe(507);
  expect(refused.json()).toMatchObject({ code: 'disk-full', title: expect.stringContaining('磁盘') });
  expect((await ready()).json()).toEqual({ status: 'disk-low' });
  expect((await register()).statusCode).toBe(201);
});

test('with next to nothing left nothing is written, people still read, and it goes on by itself', async () => {
  room = 'full';
  const before = await events();

  expect([(await register()).statusCode, (await picture()).statusCode]).toEqual([507, 507]);
  expect((await read()).statusCode).toBe(200);
  expect(await events()).toBe(before);
  expect((await ready()).json()).toEqual({ status: 'disk-full' });

  room = 'enough';
  expect((await register()).statusCode).toBe(201);
  expect((await ready()).statusCode).toBe(200);
});

test('while the clock of the machine is wrong nothing is recorded, in words; people still read, and it goes on by itself', async () => {
  fault = new ClockWrong('ahead', Date.parse('2027-11-30T04:00:00Z'), Date.parse('2026-11-30T04:00:00Z'));
  const before = await events();
  const refused = await register();

  expect(refused.statusCode).toBe(503);
  expect(refused.json()).toMatchObject({ code: 'clock-wrong', title: expect.stringContaining('系统时间') });
  expect(refused.json<{ detail: string }>().detail).toContain('2027');
  expect(await events()).toBe(before);
  expect((await read()).statusCode).toBe(200);
  expect((await ready()).json()).toEqual({ status: 'clock-wrong' });

  fault = null;
  expect((await register()).statusCode).toBe(201);
  expect((await ready()).statusCode).toBe(200);
});

test.each(['ENOSPC', 'EDQUOT', '53100'])('the system’s own word %s is said in ours', async (code) => {
  const server = await buildServer(services);
  server.get('/api/no-room', async () => {
    throw Object.assign(new Error('no space left on device'), { code });
  });

  expect((await server.inject('/api/no-room')).json()).toMatchObject({ status: 507, code: 'disk-full' });
  await server.close();
});
