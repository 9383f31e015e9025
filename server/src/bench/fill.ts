import { withClient, type Connection } from '../store/database/connection.ts';

/** The table of one list, how its lines are told apart from copies, and how many are copied again and again. */
type List = { readonly table: 'problem' | 'case_file'; readonly only: string; readonly named: readonly string[] };

const PROBLEMS: List = { table: 'problem', only: 'true', named: ['number'] };
const CASES: List = { table: 'case_file', only: "kind = 'film-viewing'", named: ['number', 'number_key'] };

/** Tables that lists read beside their own, with the column that names the dossier. */
const BESIDE = [
  ['dossier', 'id'],
  ['task', 'dossier'],
  ['clock', 'dossier'],
  ['copy', 'dossier'],
] as const;

/**
 * Copies the problems of the demonstration, and what was opened of a plain kind, until there are `total` of each, every one
 * under an id and a number of its own, with its tasks, clocks and copies. The log is left out: no list reads it.
 */
export async function fillTo(owner: Connection, total: number): Promise<void> {
  await withClient({ ...owner, statement_timeout: 0 }, async (client) => {
    for (const list of [PROBLEMS, CASES]) await fillList((text) => client.query(text), list, total);
    await client.query('vacuum analyze');
  });
}

type Ask = (text: string) => Promise<{ readonly rows: readonly unknown[] }>;

async function fillList(ask: Ask, { table, only, named }: List, total: number): Promise<void> {
  const { rows } = await ask(`select count(*)::int as present from ${table} where ${only}`);
  const { present } = rows[0] as { present: number }; // what was asked for
  if (present >= total) return;
  await ask(
    `create temporary table copied as
     select p.id as old, gen_random_uuid() as new, 'F-' || ${present} || '-' || lpad(row_number() over ()::text, 6, '0') as number
     from generate_series(1, ${total}) n
     cross join (select id from ${table} where ${only} and number not like 'F-%' order by id limit 40) p limit ${total - present}`,
  );
  for (const [name, key] of [[table, 'id'], ...BESIDE] as const) await ask(copyOf(name, key, named));
  await ask('drop table copied');
}

const copyOf = (table: string, key: string, named: readonly string[]): string =>
  `insert into ${table} select made.* from copied c join ${table} t on t.${key} = c.old,
   lateral jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object('${key}', c.new${named
     .map((name) => `, '${name}', c.number`)
     .join('')})) made`;
