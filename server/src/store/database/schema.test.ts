import { expect, test } from 'vitest';
import { testDatabase } from '../../testing/database.ts';
import { withClient } from './connection.ts';
import { schemaDifferences } from './schema.ts';

const sound = await testDatabase();

test('a database as the migrations make it is as they make it, also one that was restored', async () => {
  const { owner } = sound;
  expect(await schemaDifferences(owner)).toEqual([]);

  await withClient(
    owner,
    async (client) =>
      void (await client.query(`comment on table dossier is 'filled from a backup of 2026-11-30T00:00:00Z'`)),
  );
  expect(await schemaDifferences(owner)).toEqual([]);
});

const HARM: readonly (readonly [what: string, sql: string, name: string])[] = [
  ['append-only taken off', 'drop trigger append_only on dossier_event', 'Triggers'],
  ['append-only put to sleep', 'alter table import_refusal disable trigger append_only', 'Triggers'],
  [
    'a foreign trigger',
    `create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger alien before insert on problem for each row execute function f()`,
    'TRIGGER alien',
  ],
  ['a right that nobody gave', 'grant update on dossier_event to bihuan_app', 'dossier_event'],
  ['a right taken away', 'revoke select on file from bihuan_app', 'file: '],
  ['a rule taken off', 'alter table posting drop constraint posting_pkey cascade', 'posting_pkey'],
  ['a column more', 'alter table problem add column alien text', 'problem'],
  ['an index less', 'drop index file_by_digest', 'file_by_digest'],
  [
    'a function that lets everything through',
    `create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'`,
    'refuse_change',
  ],
];
const databases = await Promise.all(HARM.map(() => testDatabase()));

test.each(HARM.map((one, at) => [...one, databases[at]!.owner] as const))(
  '%s shows by its name',
  async (_what, sql, name, owner) => {
    const admin = { ...owner, user: 'bihuan_admin' };
    await withClient(admin, async (client) => void (await client.query(sql)));

    expect((await schemaDifferences(admin)).join('\n')).toContain(name);
  },
);
