import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import type { Pool } from 'pg';
import { type Connection, openPool } from './connection.ts';
import type { DB } from './tables.ts';

/** The tables, as the application role may use them. */
export type Database = Kysely<DB>;

/** The application's own door to its tables: at most ten sessions. `await db.destroy()` closes them. */
export function openDatabase(connection: Connection): Database {
  return databaseOn(openPool(connection));
}

/** The same on a pool that somebody else needs too (jobs); destroying it ends the pool. */
export function databaseOn(pool: Pool): Database {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

/** Reads as everything stood at one moment, however long it takes and whatever is written meanwhile. */
export async function inSnapshot<T>(db: Database, read: (at: Transaction<DB>) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (at) => {
      await sql`select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`.execute(
        at,
      );
      return read(at);
    });
}

/**
 * Whether a command could be written now: one real row into a real table, then rolled back.
 * @throws whatever the database says when it could not.
 */
export async function tryWrite(db: Database): Promise<void> {
  const transaction = await db.startTransaction().execute();
  try {
    await sql`insert into readiness default values`.execute(transaction);
  } finally {
    await transaction.rollback().execute();
  }
}
