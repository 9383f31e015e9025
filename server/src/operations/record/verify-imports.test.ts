import { expect, test } from 'vitest';
import { harm } from '../../testing/harm.ts';
import { importOffice, place, workbook } from '../../testing/imports.ts';
import { finishImports } from '../imports/finish.ts';
import { withClient } from '../../store/database/connection.ts';
import { enterDossiers } from './enter-dossiers.ts';
import { noteFound } from './note-found.ts';
import { verifyLedger } from './verify-ledger.ts';

const office = await importOffice();
const { clerk, services } = office;
const harmed = harm(office);
const list = async (title: string, rows: readonly (readonly string[])[]): Promise<string> =>
  clerk.receive(`${title}.xlsx`, await workbook([[`${title}（虚构）`], ['序号', '问题', '责任单位'], ...rows]));

const brought = await list('一月清单', [
  ['1', `演示：${place(1)}`, '县垃圾局'],
  ['2', `演示：${place(2)}`, '县垃圾局'],
]);
await clerk.answerAll(brought);
await clerk.post(`/imports/${brought}/mapping`, { chosen: { origin: 'city' } });
const started = await clerk.post(`/imports/${brought}/apply`, { skipOpen: true });
await finishImports(services);
const undone = await list('二月清单', [['1', `演示：${place(3)}`, '']]);
await clerk.answerAll(undone);
await clerk.post(`/imports/${undone}/mapping`, { chosen: { origin: 'city' } });
await clerk.post(`/imports/${undone}/apply`, { skipOpen: true });
await finishImports(services);
await clerk.post(`/imports/${undone}/undo`, { reason: '（演示）传错了' });
await finishImports(services);
const left = await list('三月清单', [['1', `演示：${place(4)}`, '']]);
await clerk.post(`/imports/${left}/discard`, { reason: '（演示）不用了' });
await clerk.upload('不是清单.xlsx', Buffer.from('不是工作簿'));

const states = async (): Promise<readonly string[]> => {
  const rows = await services.db.selectFrom('import').select(['id', 'state']).execute();
  return [brought, undone, left].map((id) => rows.find((row) => row.id === id)!.state);
};
const clean = async (): Promise<void> => expect((await verifyLedger(services)).findings).toEqual([]);

test('imports that were brought in, taken back, left and refused verify as they went', async () => {
  expect(started.statusCode, started.body).toBeLessThan(300);
  expect(await states()).toEqual(['done', 'undone', 'discarded']);
  expect(await services.db.selectFrom('import_refusal').select('code').execute()).toHaveLength(1);
  await clean();
});

const HARM = [
  ['what was answered', 'import_decision', `update import_decision set choose = 'x'`],
  ['why', 'import_decision', `update import_decision set reason = 'x'`],
  ['who answered', 'import_decision', `update import_decision set person_name = 'x'`],
  ['an answer taken away', 'import_decision', 'delete from import_decision where no = 1'],
  [
    'an answer put in',
    'import_decision',
    'insert into import_decision select region, import, no + 100, sheet, answers, choose, value, reason, person, person_name, at from import_decision where no = 1',
  ],
  ['what there was to do', 'import_item', `update import_item set act = '{}'`],
  ['what a row said', 'import_item', `update import_item set content = 'x'`],
  ['what became of a row', 'import_item', `update import_item set result = 'failed' where result = 'registered'`],
  ['why it did not come in', 'import_item', `update import_item set reason = '{"zh":"x","en":"x"}'`],
  ['a row taken away', 'import_item', 'delete from import_item where no = 1'],
  ['a name taken away', 'import_row', 'delete from import_row'],
  ['a name of another', 'import_row', `update import_row set name = 'x' where key = (select min(key) from import_row)`],
  ['a name that stands for another dossier', 'import_row', `update import_row set dossier = gen_random_uuid()`],
  [
    'a name that nobody made',
    'import_row',
    `insert into import_row select region, 'x', 'x', dossier, content, import from import_row limit 1`,
  ],
  ['how far it is', 'import', `update import set state = 'open'`],
  ['who sent it', 'import', `update import set person_name = 'x'`],
  ['which file it was', 'import', `update import set file = gen_random_uuid()`],
  ['who discarded it', 'import', `update import set discarded = '{}' where state = 'discarded'`],
  ['an import taken away', 'import', `delete from import where state = 'discarded'`],
  ['why a list was refused', 'import_refusal', `update import_refusal set code = 'x'`],
  ['a refusal taken away', 'import_refusal', 'delete from import_refusal'],
] as const;

test.each(HARM)('%s shows', async (_what, table, sql) => {
  const found = await harmed([table], sql);
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['row-differs']));
  expect(found[0]!.detail).toContain(table);
});

test('imports that an older program left are noted once, as found, also while somebody goes on with one', async () => {
  const open = await list('四月清单', [['1', `演示：${place(5)}`, '']]);
  const { db } = services;
  await forget();
  await clerk.post(`/imports/${open}/discard`, { reason: '（演示）以后再说' });
  while (await noteFound(services));
  while (await enterDossiers(services));

  const types = await db
    .selectFrom('dossier_event')
    .select('type')
    .where('dossier', '=', open)
    .orderBy('version')
    .execute();
  expect(types.map(({ type }) => type)).toEqual(['ImportFound', 'ImportDiscarded']);
  await clean();
  expect(await harmed(['import_item'], `update import_item set act = '{}'`)).not.toEqual([]);
});

/** The office as a program without logs of imports would have left it. */
const forget = async (): Promise<void> => {
  await withClient({ ...office.database.owner, user: 'bihuan_admin' }, async (admin) => {
    await admin.query('set session_replication_role = replica');
    const logs = `(select id from dossier where kind in ('import', 'refusal'))`;
    await admin.query(`insert into unlogged select region, 'import', id from import;
      insert into unlogged select region, 'import_refusal', id from import_refusal;
      delete from to_register where dossier in ${logs}; delete from dossier_event where dossier in ${logs};
      delete from dossier where kind in ('import', 'refusal')`);
  });
};
