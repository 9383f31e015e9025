import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { harm } from '../../testing/harm.ts';
import { registration, staffedOffice } from '../../testing/staff.ts';
import { enterDossiers, volumeId } from './enter-dossiers.ts';
import { noteFound } from './note-found.ts';
import { verifyLedger } from './verify-ledger.ts';

const office = await staffedOffice();
const { services, cast } = office;
const harmed = harm(office);
const quiet = await office.add({ name: '（演示）从未办事的人', username: 'anjing' });
const clerk = await office.at('county-push-office', 'handler');
const { id: problem } = (await clerk.post('/problems', registration('登记'))).json<{ id: string }>();
const photo = await clerk.file('现场.png');
const words = randomUUID();
await clerk.post('/feedback', { text: '（演示）字太小', page: '/' }, words);

const enterAll = async (size?: number): Promise<void> => {
  while (await enterDossiers(services, size));
};
const gone = (id: string): string =>
  ['task', 'clock', 'copy', 'question', 'dossier_event']
    .map((table) => `delete from ${table} where dossier = '${id}';`)
    .concat(
      ['problem', 'problem_words', 'person', 'file', 'feedback', 'dossier'].map(
        (table) => `delete from ${table} where id = '${id}';`,
      ),
    )
    .concat(`delete from posting where person = '${id}'; delete from took_part where dossier = '${id}';`)
    .concat(`delete from auth.account where user_id = '${id}'; delete from auth.sign_in where id = '${id}';`)
    .join('\n');
const WHOLE = [
  'task',
  'clock',
  'copy',
  'question',
  'dossier_event',
  'problem',
  'problem_words',
  'person',
  'file',
  'feedback',
].concat('dossier', 'posting', 'took_part', 'auth.account', 'auth.sign_in');

test('whoever was opened and taken away before the register named him is found by his waiting for it', async () => {
  expect(await harmed(WHOLE, gone(quiet))).toMatchObject([{ kind: 'missing', dossier: quiet }]);
});

test('everything that was opened stands in the register, in volumes that name each other', async () => {
  await enterAll(60);
  await clerk.post('/problems', registration('下一册'));
  await enterAll(60);
  const volumes = await services.db.selectFrom('dossier').select('id').where('kind', '=', 'register').execute();
  expect(volumes.length).toBeGreaterThan(1);
  expect(await services.db.selectFrom('to_register').selectAll().execute()).toEqual([]);
  expect((await verifyLedger(services)).findings).toEqual([]);
});

test.each([
  ['a person who never acted', quiet],
  ['a problem with all its rows', problem],
  ['a file that nobody filed', photo],
  ['a word about the system', words],
])('%s, deleted whole, is missed', async (_what, id) => {
  expect(await harmed(WHOLE, gone(id))).toContainEqual(expect.objectContaining({ kind: 'missing', dossier: id }));
});

test('a dossier that nobody opened stands in no register', async () => {
  const forged = randomUUID();
  const copied = `insert into dossier select region, '${forged}', kind, version, digest, state, shape from dossier where id = '${quiet}'`;
  const found = await harmed(['dossier'], copied);
  expect(found).toContainEqual(expect.objectContaining({ kind: 'surplus', dossier: forged }));
});

test('a volume taken away is missed by the one after it', async () => {
  const first = volumeId(services.region, 1);
  const found = await harmed(
    ['dossier', 'dossier_event'],
    `delete from dossier where id = '${first}'; delete from dossier_event where dossier = '${first}'`,
  );
  expect(found.map(({ kind }) => kind)).toContain('broken-chain');
});

test.each([
  ['who uploaded a file', 'file', `update file set uploaded_by = 'x' where id = '${photo}'`],
  ['when', 'file', `update file set uploaded_at = '2020-01-01' where id = '${photo}'`],
  ['its digest', 'file', `update file set digest = 'x' where id = '${photo}'`],
  ['what somebody said', 'feedback', `update feedback set text = '很好'`],
  ['who said it', 'feedback', `update feedback set person_name = '别人'`],
])('%s, changed in its row, shows', async (_what, table, sql) => {
  expect(await harmed([table], sql)).toMatchObject([{ kind: 'row-differs', detail: expect.stringContaining(table) }]);
});

test('a file that an older program took in is noted once, as found, and compared from then on', async () => {
  const [id, { id: person }] = [randomUUID(), cast.holding('county-push-office', 'handler')];
  const { region, db } = services;
  const own = { name: '旧.png', media_type: 'image/png', size: 1, digest: 'aa', uploaded_by: person };
  await db
    .insertInto('file')
    .values({ region, id, ...own, uploaded_at: '2026-01-05T01:02:03.456789Z' })
    .execute();
  await db.insertInto('unlogged').values({ region, table: 'file', id }).execute();

  while (await noteFound(services));
  await enterAll();

  const events = await db.selectFrom('dossier_event').select('type').where('dossier', '=', id).execute();
  expect(events).toEqual([{ type: 'FileFound' }]);
  // its bytes were never here
  expect((await verifyLedger(services)).findings).toMatchObject([{ kind: 'file-missing', dossier: id }]);
  const found = await harmed(['file'], `update file set uploaded_by = 'x' where id = '${id}'`);
  expect(found.map(({ kind }) => kind)).toEqual(['row-differs', 'file-missing']);
});
