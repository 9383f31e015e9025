import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canonical } from '@bihuan/core/ledger';
import { openDuties } from '../../operations/duties/open-duties.ts';
import { exportLedger } from '../../operations/record/verify-ledger.ts';
import { sm3 } from '../../sm3.ts';
import { withClient } from '../../store/database/connection.ts';
import { addresses } from '../../testing/addresses.ts';
import { hasLawSince } from '../../testing/library.ts';
import { libraryDesk } from '../../testing/library-desk.ts';
import { unzipped } from '../../testing/unzipped.ts';

const lines: string[] = [];
const library = await libraryDesk({ log: { level: 'trace', stream: { write: (line) => lines.push(line) } } });
const { services, database, chair, deskHead, officeHead, open, read, ask, take, at } = library;

const NEEDLES = ['欧阳读者', '上官证人', '13800001234', '13900001234', '13700077889', '令狐改名'];
const PUBLIC = '柜台态度恶劣';
const given = {
  what: PUBLIC,
  wish: '修整柜台',
  letter: [{ id: await deskHead.file('来信.png') }],
  reader: { name: '欧阳读者', phone: '13800001234' },
  witnesses: [{ name: { name: '上官证人' }, said: '在场' }],
};

// everything that can be done with it, what is refused too
const key = randomUUID();
const opening = { kind: 'complaint', values: given };
const complaint = (await deskHead.post('/cases', opening, key)).json<{ id: string }>().id;
const refused = [
  await deskHead.post('/cases', { ...opening, values: { ...given, reader: { name: '令狐改名'.repeat(20) } } }),
  await deskHead.post('/cases', { ...opening, values: { ...given, reader: { name: '令狐改名', phone: 13700077889 } } }),
  await deskHead.post('/cases', { ...opening, values: { ...given, reader: '13900001234' } }),
  await deskHead.post('/cases', { ...opening, kind: 'suggestion', from: 'box' }),
  await deskHead.post('/cases', { ...opening, values: { ...given, what: '' } }, key),
];
await ask(chair, complaint, {
  type: 'FillSheet',
  values: { reader: { name: '令狐改名', phone: '13900001234' } },
  reason: '（演示）更正',
});
const show = await chair.post(`/cases/${complaint}/personal`, { field: 'reader', reason: '（演示）回访' });
await take(chair, complaint, { values: { severity: 'grave' } });
const erased = await open(deskHead, 'complaint', given);
const ids = Object.values((await read(chair, erased)).values as Record<string, { personal?: string }>); // fields of the sheet
await ask(chair, erased, {
  type: 'ErasePersonal',
  ids: ids.flatMap(({ personal }) => personal ?? []),
  reason: '（演示）',
  basis: '§4',
});
await hasLawSince(services, '2026-11-01');
await openDuties(services);
const idOf = async (by: typeof chair, kind: string) =>
  (await by.get(`/cases?kind=${kind}`)).json<{ rows: { id: string }[] }>().rows[0]!.id;

const asked = addresses({
  complaint,
  repair: await idOf(chair, 'repair'),
  returned: await idOf(officeHead, 'stock-return'),
  gathering: await idOf(officeHead, 'stock-sheet'),
  letter: given.letter[0]!.id,
  words: PUBLIC,
});
const needlesIn = (text: string) => NEEDLES.filter((needle) => text.includes(needle));

test('what is looked for would be found: whoever may see it is told, once he asks', () => {
  expect(needlesIn(show.body)).toEqual(['欧阳读者', '13800001234', '13900001234', '令狐改名']);
});

test('no door that answers a question tells it, to whom so ever', async () => {
  const said = [];
  for (const by of [chair, deskHead, officeHead, await at('desk', 'clerk')])
    for (const address of [...Object.values(asked).flat(), `/cases/${erased}`, `/cases/${erased}/events`]) {
      const { rawPayload: body } = await by.get(address);
      said.push(body.subarray(0, 2).toString() === 'PK' ? await unzipped(body) : body.toString());
    }

  expect(said.join('')).toContain(PUBLIC);
  expect(needlesIn(said.join(''))).toEqual([]);
});

test('no refusal repeats it', () => {
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([422, 400, 422, 403, 422]);
  expect(needlesIn(refused.map(({ body }) => body).join(''))).toEqual([]);
});

/** Every column of every table, as whoever takes the database away would read it; bytes as the texts they may be. */
const taken = () =>
  withClient({ ...database.owner, user: 'bihuan_admin' }, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth')`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ t: string }>(`select t::text as t from ${name} t`);
      texts.push(...rows.map(({ t }) => t));
    }
    return texts.join('\n').replaceAll(/\\x([0-9a-f]+)/g, (_all, hex: string) => Buffer.from(hex, 'hex').toString());
  });

test('who takes the database away reads it nowhere, and finds no digest to try numbers against', async () => {
  const all = await taken();

  expect(all).toContain(`"what":"${PUBLIC}"`); // in the bytes of an event
  expect(needlesIn(all)).toEqual([]);
  expect(all).not.toContain(sm3(canonical(['POST', '/api/cases', opening])));
});

test('who takes the exported record away neither', async () => {
  const record: string[] = [];
  for await (const line of exportLedger(services)) record.push(JSON.stringify(line));
  const text = record
    .join('\n')
    .replaceAll(/"body":"([0-9a-f]+)"/g, (_all, hex: string) => Buffer.from(hex, 'hex').toString());

  expect(text).toContain(PUBLIC);
  expect(needlesIn(text)).toEqual([]);
});

test('the folder of the installation says nothing of it, but for the keys', async () => {
  const files = await readdir(services.home, { recursive: true, withFileTypes: true });
  const own = files.filter((file) => file.isFile() && !file.parentPath.includes('keys'));
  const bytes = await Promise.all(own.map((file) => readFile(join(file.parentPath, file.name), 'utf8')));

  expect(own.length).toBeGreaterThan(0);
  expect(needlesIn(bytes.join(''))).toEqual([]);
});

test('the log says nothing of it, of errors neither', () => {
  expect(lines.join('')).toContain('/api/cases/:id/personal');
  expect(needlesIn(lines.join(''))).toEqual([]);
});
