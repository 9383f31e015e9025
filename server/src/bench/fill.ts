import { withClient, type Connection } from '../store/database/connection.ts';

/** Tables that lists read, with the column that names the problem. */
const TABLES = [
  ['dossier', 'id'],
  ['problem', 'id'],
  ['task', 'dossier'],
  ['clock', 'dossier'],
  ['copy', 'dossier'],
] as const;

/**
 * Copies the demonstration's problems until there are `total`, each under an id and a number of its own, with its tasks,
 * clocks and copies. The log is left out: no list reads it.
 */
export async function fillTo(owner: Connection, total: number): Promise<void> {
  await withClient({ ...owner, statement_timeout: 0 }, async (client) => {
    const { rows } = await client.query<{ present: number }>('select count(*)::int as present from problem');
    const { present } = rows[0]!;
    if (present >= total) return;
    await client.query(
      `create temporary table copied as
       select p.id as old, gen_random_uuid() as new, 'F-' || ${present} || '-' || lpad(row_number() over ()::text, 6, '0') as number
       from generate_series(1, ${Math.ceil(total / 30)}) n
       cross join (select id from problem where number not like 'F-%' order by id limit 40) p limit ${total - present}`,
    );
    for (const [table, key] of TABLES) await client.query(copyOf(table, key));
    await client.query('drop table copied');
    await client.query('vacuum analyze');
  });
}

const copyOf = (table: string, key: string): string =>
  `insert into ${table} select made.* from copied c join ${table} t on t.${key} = c.old,
   lateral jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object('${key}', c.new, 'number', c.number)) made`;
