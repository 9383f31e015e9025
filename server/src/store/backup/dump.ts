import pg from 'pg';
import { type Connection, withClient } from '../database/connection.ts';
import type { Ran } from '../database/migrate.ts';
import { inOrder, type Reference } from './order.ts';

/** Everything as it stood at one moment: one session in one transaction that only reads. */
export type Snapshot = pg.Client;
/** A table and its columns in the order in which rows are written. */
export type Table = { readonly schema: string; readonly name: string; readonly columns: readonly string[] };

/** Bytes of rows that are held at a time; one row that is larger is held alone. */
const BATCH = 1024 * 1024;

/** Texts that any installation reads alike, whatever its own settings. */
const ALIKE = `set local datestyle = 'ISO, MDY'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local extra_float_digits = 1; set local bytea_output = 'hex'`;
const NO_LIMITS = `set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;
  set local lock_timeout = 0`;

/** Lets texts of rows be read and written alike in this transaction, however long it takes. */
export async function agreeOnTexts(client: pg.Client): Promise<void> {
  await client.query(`${ALIKE}; ${NO_LIMITS}`);
}

/** Reads as everything stood when it began, while the office goes on. @throws Trouble when the database does not answer */
export async function withSnapshot<T>(owner: Connection, read: (at: Snapshot) => Promise<T>): Promise<T> {
  return withClient(owner, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    await agreeOnTexts(client);
    return read(client); // the session ends with the work, and its transaction with it
  });
}

/** What has run in this database, in the order of the names; empty where it never was one of ours. */
export async function migrationsOf(at: Snapshot): Promise<readonly Ran[]> {
  const { rows } = await at.query<{ there: boolean }>(`select to_regclass('public.migration') is not null as there`);
  if (!rows[0]?.there) return [];
  return (await at.query<Ran>('select name, digest from migration order by name')).rows;
}

/** Ours: no system's, no extension's. What ran is told in the head of an archive, so its table is none of these. */
const OURS = `n.nspname <> 'information_schema' and n.nspname !~ '^pg_' and not (n.nspname = 'public' and c.relname = 'migration')
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

/** Every table, the ones that others refer to first. */
export async function tablesOf(at: Snapshot): Promise<readonly Table[]> {
  const { rows } = await at.query<Table & { oid: string }>(`
    select c.oid::text as oid, n.nspname as schema, c.relname as name, array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ${OURS} order by 2, 3`);
  const references = await at.query<Reference>(
    `select conrelid::text as "from", confrelid::text as "to" from (select conrelid::oid, confrelid::oid from pg_constraint where contype = 'f') f`,
  );
  return inOrder(rows, references.rows).map(({ schema, name, columns }) => ({ schema, name, columns }));
}

/** Where the numbers that the database itself gives have got to; one that gave none yet is not told. */
export async function sequencesOf(at: Snapshot) {
  const { rows } = await at.query<{ schema: string; name: string; last: string }>(
    'select schemaname as schema, sequencename as name, last_value::text as last from pg_sequences where last_value is not null',
  );
  return rows.map(({ last, ...which }) => ({ ...which, last: Number(last) }));
}

/** The rows of a table as texts of PostgreSQL's own, a batch at a time. */
export function rowsOf(at: Snapshot, { schema, name, columns }: Table): AsyncGenerator<readonly string[]> {
  const row = columns.map((column) => `t.${pg.escapeIdentifier(column)}`).join(', ');
  return texts(at, `select row(${row})::text as text from ${nameOf({ schema, name })} t`);
}

/** Every file that has a row, a batch of them at a time. */
export async function* filesOf(at: Snapshot): AsyncGenerator<{ readonly id: string; readonly digest: string }> {
  for await (const batch of texts(at, `select id || ' ' || digest as text from file order by region, id`)) {
    for (const line of batch) {
      const [id, digest] = line.split(' ');
      if (id && digest) yield { id, digest };
    }
  }
}

/** A table's name as SQL takes it. */
export const nameOf = ({ schema, name }: Pick<Table, 'schema' | 'name'>): string =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;

async function* texts(at: Snapshot, query: string): AsyncGenerator<readonly string[]> {
  await at.query(`declare rows no scroll cursor for ${query}`);
  // one row says how large they may be before many are asked for at once
  for (let count = 1; ;) {
    const { rows } = await at.query<{ text: string }>(`fetch ${count} from rows`);
    if (rows.length === 0) break;
    yield rows.map(({ text }) => text);
    const size = rows.reduce((sum, { text }) => sum + text.length, 0) / rows.length;
    count = Math.max(1, Math.min(5_000, Math.floor(BATCH / (size + 1))));
  }
  await at.query('close rows');
}
