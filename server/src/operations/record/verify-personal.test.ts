import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withClient } from '../../store/database/connection.ts';
import { libraryDesk } from '../../testing/library-desk.ts';
import { renewKey, sealAgain } from './renew-personal-key.ts';
import { verifyLedger } from './verify-ledger.ts';

const { services, database, chair, deskHead, open, read, ask } = await libraryDesk();
const { home } = services;
const reader = { name: '（演示）读者', phone: '13800001234' };
const one = await open(deskHead, 'complaint', { what: '（演示）一', reader });
const other = await open(deskHead, 'complaint', { what: '（演示）二', reader });
const idIn = async (dossier: string) =>
  ((await read(chair, dossier)).values as { reader: { personal: string } }).reader; // as the pack has it
const { personal } = await idIn(one);
const shown = async () =>
  (await chair.post(`/cases/${one}/personal`, { field: 'reader', reason: '（演示）' })).json<{ values: object }>()
    .values;
const findings = async () => (await verifyLedger(services)).findings.map(({ detail }) => detail);

/** Does harm as somebody whom no privilege stops, looks what is found, and puts everything back. */
const harmed = (statement: string) =>
  withClient({ ...database.owner, user: 'bihuan_admin' }, async (admin) => {
    await admin.query('create temporary table kept as table personal');
    await admin.query(statement);
    const found = await findings();
    await admin.query('delete from personal; insert into personal select * from kept; drop table kept');
    return found;
  });

test('what nobody touched verifies', async () => {
  expect(await findings()).toEqual([]);
});

const opens = expect.stringMatching(/^personal [0-9a-f]{64} does not open/);
const row = expect.stringMatching(/^personal [0-9a-f]{64} is not what the events say/);
test.each([
  ['a value taken away', `delete from personal where id = '${personal}'`, [row]],
  [
    'a value too many',
    `insert into personal select region, dossier, repeat('0', 64), field, key, sealed, erased_on from personal limit 1`,
    [row, opens],
  ],
  ['a value in another field', `update personal set field = 'wish' where id = '${personal}'`, [row, opens]],
  [
    'a value erased that nobody erased',
    `update personal set key = null, sealed = null, erased_on = '2026-11-24' where id = '${personal}'`,
    [row],
  ],
  [
    'the words of another',
    `update personal p set sealed = o.sealed from personal o where p.dossier = '${one}' and o.dossier = '${other}'`,
    [opens],
  ],
  [
    'a changed byte',
    `update personal set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where id = '${personal}'`,
    [opens],
  ],
  ['a key that is not here', `update personal set key = repeat('0', 16) where id = '${personal}'`, [opens]],
])('%s is found', async (_what, statement, found) => {
  const said = await harmed(statement);
  expect(said).toEqual(expect.arrayContaining(found));
  expect(said).toHaveLength(found.length);
});

test('the program may take no value away, only empty it', async () => {
  await expect(services.db.deleteFrom('personal').execute()).rejects.toThrow('permission denied');
});

test('under a new key everything opens as before, and the key before opens what a backup brings back', async () => {
  const backup = await services.db
    .selectFrom('personal')
    .selectAll()
    .where('id', '=', personal)
    .executeTakeFirstOrThrow();
  const { before, now, ...renewed } = await renewKey([services], home);

  expect([renewed, before === now]).toEqual([{ sealed: 2, left: 0 }, false]);
  expect(await shown()).toEqual({ [personal]: reader });
  expect(await findings()).toEqual([]);

  const { key, sealed } = backup;
  await services.db.updateTable('personal').set({ key, sealed }).where('id', '=', personal).execute();
  expect(await findings()).toEqual([]);
  expect(await sealAgain([services], home)).toEqual({ sealed: 1, left: 0 });
});

test('without the key nothing is shown and the check says which key is missing; with it everything is there again', async () => {
  const file = path.join(home, 'keys/personal.key');
  const key = await readFile(file, 'utf8');
  await rename(file, `${file}.lost`);

  expect(await shown()).toEqual({});
  expect(await findings()).toHaveLength(2);
  expect(await sealAgain([services], home)).toEqual({ sealed: 0, left: 2 });
  await writeFile(file, key);
  await rm(`${file}.lost`);
  expect(await shown()).toEqual({ [personal]: reader });
});

test('erased while it is put under a new key it stays erased', async () => {
  const erase = { type: 'ErasePersonal', ids: [personal], reason: '（演示）', basis: '§4' };
  expect((await ask(chair, one, erase)).statusCode).toBe(200);
  expect((await renewKey([services], home)).sealed).toBe(1);
  expect(await findings()).toEqual([]);
});
