import pg from 'pg';
import { type Connection, withClient } from '../database/connection.ts';
import { migrateLike, type Ran } from '../database/migrate.ts';
import { agreeOnTexts, nameOf, type Table } from './dump.ts';

/** A database that is being filled: nothing of it is there before all of it is. */
export type Loading = {
  /** Makes the tables as they were where the archive was written. */
  readonly like: (ran: readonly Ran[], migrations?: URL) => Promise<void>;
  /** Begins a table; rows that come next are its own. */
  readonly table: (table: Table) => Promise<(rows: readonly string[]) => Promise<void>>;
  readonly sequence: (sequence: { schema: string; name: string; last: number }) => Promise<void>;
};

/** Whether there is no table in this database but those of extensions. */
export async function isEmpty(owner: Connection): Promise<boolean> {
  const any = `select from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p')
    and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') limit 1`;
  return withClient(owner, async (client) => (await client.query(any)).rowCount === 0);
}

/** The instant of the archive that this database was filled from; null where it was filled otherwise, or not at all. */
export async function filledFrom(owner: Connection): Promise<string | null> {
  const said = `select obj_description(to_regclass('public.dossier'), 'pg_class') as said`;
  return withClient(owner, async (client) => {
    const { rows } = await client.query<{ said: string | null }>(said);
    return rows[0]?.said?.startsWith(FILLED) ? rows[0].said.slice(FILLED.length) : null;
  });
}

const FILLED = 'filled from a backup of ';

/**
 * Fills an empty database in one transaction, and says in it from which archive: the instant at which that was written.
 * @throws what `work` throws, and then nothing was changed */
export async function loadDatabase<T>(
  owner: Connection,
  writtenAt: string,
  work: (into: Loading) => Promise<T>,
): Promise<T> {
  return withClient(owner, async (client) => {
    await client.query('begin');
    await agreeOnTexts(client);
    const begun: Table[] = [];
    const done = await work({
      like: (ran, migrations) => migrateLike(client, ran, migrations),
      table: async (table) => {
        begun.push(table);
        await begin(client, table);
        return (rows) => insert(client, table, rows);
      },
      sequence: async ({ schema, name, last }) => {
        await client.query('select setval($1::regclass, $2)', [nameOf({ schema, name }), last]);
      },
    });
    for (const table of begun) await client.query(`alter table ${nameOf(table)} enable trigger user`);
    // whoever held a session then may have ended it since
    await client.query('delete from auth.session');
    await client.query(`comment on table dossier is ${client.escapeLiteral(FILLED + writtenAt)}`);
    await client.query('commit');
    await client.query('analyze');
    return done;
  });
}

/** What triggers made then comes with the archive; what a migration put in is in the archive as well. */
async function begin(client: pg.Client, table: Table): Promise<void> {
  const name = nameOf(table);
  await client.query(`alter table ${name} disable trigger user`);
  await client.query(`delete from ${name}`);
  // a type with the columns in the order of the archive, whatever the order in this database
  await client.query(
    `drop table if exists pg_temp.incoming; create temp table incoming as select ${columnsOf(table)} from ${name} with no data`,
  );
}

async function insert(client: pg.Client, table: Table, rows: readonly string[]): Promise<void> {
  const columns = columnsOf(table);
  await client.query(
    `insert into ${nameOf(table)} (${columns}) overriding system value select ${columns} from unnest($1::pg_temp.incoming[])`,
    [rows],
  );
}

const columnsOf = ({ columns }: Table): string => columns.map((column) => pg.escapeIdentifier(column)).join(', ');
