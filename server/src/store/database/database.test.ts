import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../testing/database.ts';
import { openPool, planEachTime, withClient } from './connection.ts';
import { openDatabase, tryWrite } from './database.ts';

const { db, app, owner } = await testDatabase();

test('the application cannot change, drop or empty a log that it may add to and read', async () => {
  await withClient(owner, async (client) => {
    await client.query('create table diary (line text not null)');
    await client.query(`call append_only('diary')`);
  });

  await withClient(app, async (client) => {
    await client.query(`insert into diary values ('the truth')`);
    const refused = [
      "update diary set line = ''",
      'delete from diary',
      'truncate diary',
      'drop table diary',
      'create table x (y int)',
    ];
    for (const statement of [...refused, 'alter table diary disable trigger append_only']) {
      await expect(client.query(statement), statement).rejects.toMatchObject({ code: '42501' });
    }
    expect((await client.query('select * from diary')).rows).toEqual([{ line: 'the truth' }]);
  });
  await withClient(owner, (client) => expect(client.query('delete from diary')).rejects.toThrow('append-only'));
});

test('a day in the database stays the day it is in every time zone', async () => {
  const { rows } = await sql<{
    day: string;
    big: number;
  }>`select date '2026-12-01' as day, 12345678901::int8 as big`.execute(db);

  expect(rows).toEqual([{ day: '2026-12-01', big: 12345678901 }]);
});

test('a number too big to be exact is refused, not rounded', async () => {
  await expect(sql`select 9007199254740993::int8`.execute(db)).rejects.toThrow('not exact');
});

test('a statement with values is prepared once, unless it asks to be planned each time', async () => {
  const one = openDatabase(app);
  try {
    await one.connection().execute(async (session) => {
      for (const name of ['a', 'b']) {
        await session
          .selectFrom('readiness')
          .selectAll()
          .where('at', '<', new Date())
          .where(sql`${name}`, '=', name)
          .execute();
        await session
          .selectFrom('readiness')
          .selectAll()
          .where('at', '<', new Date())
          .modifyEnd(sql.raw(planEachTime))
          .execute();
      }
      const { rows } = await sql<{
        statement: string;
      }>`select statement from pg_prepared_statements where statement like 'select * %'`.execute(session);
      expect(rows).toEqual([{ statement: expect.stringContaining('$3') }]);
    });
  } finally {
    await one.destroy();
  }
});

test('readiness writes a row and leaves none behind', async () => {
  await tryWrite(db);

  expect(await db.selectFrom('readiness').selectAll().execute()).toEqual([]);
});

test('readiness fails where writing does', async () => {
  const closed = openDatabase({ ...app, options: '-c default_transaction_read_only=on' });
  try {
    await expect(tryWrite(closed)).rejects.toMatchObject({ code: '25006' });
  } finally {
    await closed.destroy();
  }
});

test('the limits hold on every session of the pool', async () => {
  const pool = openPool(app);
  try {
    const { rows } = await pool.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by 1`,
    );
    expect(rows.map(({ setting }) => setting)).toEqual(['10000', '2000', '5000']);
    expect(pool.options.max).toBeLessThanOrEqual(10);
  } finally {
    await pool.end();
  }
});

test('each test file has a database of its own', async () => {
  const { rows } = await sql<{
    name: string;
    role: string;
  }>`select current_database() as name, current_user as role`.execute(db);

  expect(rows[0]).toEqual({ name: owner.database, role: 'bihuan_app' });
});
