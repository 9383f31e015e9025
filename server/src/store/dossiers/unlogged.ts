import { sql } from 'kysely';
import type { Executor, ReceivedTable } from './dossiers.ts';

/** Rows of a table that were there before such rows had logs, locked until the transaction ends; `limit` at most. */
export async function unloggedRows<T>(
  db: Executor,
  region: string,
  table: ReceivedTable,
  limit: number,
): Promise<readonly T[]> {
  const { rows } = await sql<{ row: T }>`
    select to_jsonb(r) as row from unlogged u join ${sql.table(table)} r on r.region = u.region and r.id = u.id
    where u.region = ${region} and u."table" = ${table} order by u.id limit ${limit} for update of u skip locked`.execute(
    db,
  );
  return rows.map(({ row }) => row);
}

/** These have a log now. */
export async function leaveUnlogged(
  db: Executor,
  region: string,
  table: ReceivedTable,
  ids: readonly string[],
): Promise<void> {
  await sql`delete from unlogged where region = ${region} and "table" = ${table} and id = any(${[...ids]}::uuid[])`.execute(
    db,
  );
}
