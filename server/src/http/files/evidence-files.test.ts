import { appendFile, rm, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { SOUND, UNSOUND } from '../../files/testing/documents.ts';
import { pathOf } from '../../files/vault.ts';
import { fileAlarms, raiseFileAlarm } from '../../store/files.ts';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services, app, cast } = office;
const cookie = await office.cookie(cast.holding('county-ecology', 'handler').id);
const keeper = await services.db
  .selectFrom('person')
  .select('id')
  .where('administrator', '=', true)
  .executeTakeFirstOrThrow();
const administrator = await office.cookie(keeper.id);
const BYTES = { 'content-type': 'application/octet-stream' };

const send = (name: string, payload: Buffer) =>
  app.inject({
    method: 'POST',
    url: `/api/files?name=${encodeURIComponent(name)}`,
    headers: { cookie, ...BYTES },
    payload,
  });
const read = (id: string) => app.inject({ url: `/api/files/${id}`, headers: { cookie } });
const kept = async (): Promise<number> => (await services.db.selectFrom('file').select('id').execute()).length;

test.each(Object.entries(SOUND))('%s is kept and given back byte for byte', async (name, bytes) => {
  const taken = await send(name, bytes);

  expect([taken.statusCode, taken.json()]).toEqual([201, expect.objectContaining({ name })]);
  expect((await read(taken.json<{ id: string }>().id)).rawPayload).toEqual(bytes);
});

test.each(UNSOUND)('%s is refused after a look inside, in words', async (_what, name, bytes, reason) => {
  const before = await kept();
  const answer = await send(name, bytes);

  expect([answer.statusCode, answer.json()]).toEqual([
    415,
    expect.objectContaining({ code: 'file-inside', reason, detail: expect.stringMatching(/[一-鿿]/) }),
  ]);
  expect(await kept()).toBe(before);
});

test.each([
  ['file-changed', (at: string) => appendFile(at, 'x')],
  ['file-missing', (at: string) => rm(at)],
] as const)('%s: not given out, named to the administrators, until it is whole again', async (found, spoil) => {
  const taken = (await send(`${found}.heic`, SOUND['现场.heic']!)).json<{ id: string }>();
  const notWhole = async (who: string) =>
    (await app.inject({ url: '/api/session', headers: { cookie: who } })).json<{ notWhole: unknown[] }>().notWhole;
  const at = pathOf(services.home, taken.id);
  await spoil(at);

  const answer = await read(taken.id);
  expect([answer.statusCode, answer.json()]).toEqual([
    410,
    expect.objectContaining({ code: found, detail: `${found}.heic` }),
  ]);
  expect(await notWhole(administrator)).toMatchObject([{ file: taken.id, found, name: `${found}.heic` }]);
  expect(await notWhole(cookie)).toEqual([]);

  await writeFile(at, SOUND['现场.heic']!);
  expect((await read(taken.id)).statusCode).toBe(200);
  expect(await fileAlarms(services.db, services.region)).toEqual({ alarms: [], inAll: 0 });
});

test('of more files than a page names it is said how many there are', async () => {
  const { db, region } = services;
  const at = services.now();
  for (let no = 0; no < 21; no += 1) {
    const { id: file } = (await send(`${no}.heic`, SOUND['现场.heic']!)).json<{ id: string }>();
    await raiseFileAlarm(db, region, { file, found: 'file-missing', name: `${no}.heic`, at });
  }
  const { alarms, inAll } = await fileAlarms(db, region);
  expect([alarms.length, inAll]).toEqual([20, 21]);
});

test('a name that turns its direction reads as it is written', async () => {
  const turned = '现场\u202egpj.pdf';
  const taken = (await send(turned, Buffer.from('%PDF-1.7\n'))).json<{ id: string; name: string }>();
  expect(taken.name).toBe('现场gpj.pdf');

  // one that was stored before names were looked at
  await services.db.updateTable('file').set({ name: turned }).where('id', '=', taken.id).execute();
  expect((await read(taken.id)).headers['content-disposition']).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('现场gpj.pdf')}`,
  );
  const missing = await rm(pathOf(services.home, taken.id)).then(() => read(taken.id));
  expect(missing.json()).toMatchObject({ detail: '现场gpj.pdf' });
});
