import { readFile } from 'node:fs/promises';
import type { Connection } from './connection.ts';
import { withClient } from './connection.ts';

const SCHEMAS = `select oid, nspname from pg_namespace where nspname <> 'information_schema' and nspname !~ '^pg_'`;

/** Each part yields `text`, one object a row, in an order that does not depend on when it was made. */
const PARTS: Readonly<Record<string, string>> = {
  'Domains and enumerations': `
    select format('%s: %s', format_type(t.oid, null), coalesce(
      (select format('%s %s', format_type(t.typbasetype, t.typtypmod), string_agg(pg_get_constraintdef(c.oid), ' ' order by c.conname))
         from pg_constraint c where c.contypid = t.oid having t.typtype = 'd'),
      (select 'enum (' || string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder) || ')' from pg_enum e where e.enumtypid = t.oid))) as text
    from pg_type t join (${SCHEMAS}) s on s.oid = t.typnamespace where t.typtype in ('d', 'e') order by 1`,
  Tables: `
    select format(E'%s.%s%s (\\n%s\\n)', s.nspname, c.relname, coalesce(' -- ' || obj_description(c.oid, 'pg_class'), ''), (
      select string_agg(format('  %s %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then ' not null' else '' end,
        case when a.attidentity <> '' then ' identity' else '' end,
        coalesce(case when a.attgenerated <> '' then ' generated ' else ' default ' end || pg_get_expr(d.adbin, d.adrelid), '')), E',\\n' order by a.attnum)
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)) || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')
      || case when c.relkind = 'v' then E' as\\n' || pg_get_viewdef(c.oid) else '' end as text
    from pg_class c join (${SCHEMAS}) s on s.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm') order by 1`,
  Constraints: `
    select format('%s: %s %s', conrelid::regclass, conname, pg_get_constraintdef(c.oid)) as text
    from pg_constraint c join (${SCHEMAS}) s on s.oid = c.connamespace where conrelid <> 0 and contype <> 'n' order by 1`,
  Indexes: `
    select indexdef as text from pg_indexes i join (${SCHEMAS}) s on s.nspname = i.schemaname order by 1`,
  'Functions and procedures': `
    select pg_get_functiondef(p.oid) as text from pg_proc p join (${SCHEMAS}) s on s.oid = p.pronamespace
    where not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') and p.prokind in ('f', 'p') order by 1`,
  Triggers: `
    select pg_get_triggerdef(t.oid) || case t.tgenabled when 'O' then '' else ' -- not enabled' end as text from pg_trigger t join pg_class c on c.oid = t.tgrelid
    join (${SCHEMAS}) s on s.oid = c.relnamespace where not t.tgisinternal order by 1`,
  'What the application may do': `
    select format('%s: %s', c.oid::regclass, coalesce(string_agg(lower(p), ', ' order by p), 'nothing')) as text
    from pg_class c join (${SCHEMAS}) s on s.oid = c.relnamespace
    left join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p on has_table_privilege('bihuan_app', c.oid, p)
    where c.relkind in ('r', 'p', 'v', 'm') group by c.oid order by 1`,
  Extensions: `select extname as text from pg_extension where extname <> 'plpgsql' order by 1`,
};

const WRITTEN =
  '-- Written by `npm run generate --workspace server` from the catalog of a migrated database; never by hand.';

/** The objects of a database by the part they stand in, each as one text. */
export async function schemaParts(connection: Connection): Promise<ReadonlyMap<string, readonly string[]>> {
  return withClient(connection, async (client) => {
    const parts = new Map<string, readonly string[]>();
    for (const [title, query] of Object.entries(PARTS)) {
      const { rows } = await client.query<{ text: string }>(query);
      if (rows.length > 0)
        parts.set(
          title,
          rows.map(({ text }) => text),
        );
    }
    return parts;
  });
}

/** The whole database as text, the same for the same migrations: what a reviewer reads instead of adding up the files. */
export async function describeSchema(connection: Connection): Promise<string> {
  const parts = await schemaParts(connection);
  return `${[WRITTEN, ...[...parts].map(([title, texts]) => [`-- ${title}`, ...texts].join('\n'))].join('\n\n')}\n`;
}

/** The program that wrote `schema.sql`; another prints the same objects in other words. */
const PRINTED_BY = 18;

/**
 * Where a database is not what the migrations make: tables, columns, constraints, indexes, functions, triggers and what the
 * application may do, each by its first line. Compared with `schema.sql`, so that nothing has to be made for it. An office's own
 * PostgreSQL of another version prints definitions otherwise: there only triggers and rights are compared.
 */
export async function schemaDifferences(connection: Connection): Promise<readonly string[]> {
  const wanted = (await readFile(new URL('../../../schema.sql', import.meta.url), 'utf8')).replace(/\n$/, '');
  const version = await withClient(connection, async (client) => {
    const { rows } = await client.query<{ no: number }>(`select current_setting('server_version_num')::int as no`);
    return Math.floor((rows[0]?.no ?? 0) / 10_000);
  });
  const present = await schemaParts(connection);
  const found: string[] = [];
  for (const title of Object.keys(PARTS)) {
    if (version !== PRINTED_BY && !SAME_EVERYWHERE.includes(title)) continue;
    const said = (wanted.split(`\n\n-- ${title}\n`)[1] ?? '').split(/\n\n-- [A-Z][a-z ]+\n/)[0] ?? '';
    const texts = present.get(title) ?? [];
    const named = (text: string): string => `${title}: ${text.split('\n')[0] ?? ''}`;
    // what was written down is used up piece by piece; what is left of it is not there
    let left = `\n${said}\n`;
    for (const text of texts.map(withoutRemark)) {
      const at = left.indexOf(`\n${text}\n`);
      if (at < 0) found.push(`${named(text)} is not as the migrations make it`);
      else left = `${left.slice(0, at)}\n${left.slice(at + text.length + 2)}`;
    }
    const gone = left.split('\n').find((line) => line.trim() !== '');
    if (gone !== undefined) found.push(`${title}: ${gone.trim()} … is missing or is not as the migrations make it`);
  }
  return found;
}

const SAME_EVERYWHERE: readonly string[] = ['Triggers', 'What the application may do'];

/** A restore says in a remark on a table from which archive it came. */
const withoutRemark = (text: string): string => text.replace(/ -- filled from a backup of [^\n]*?(?= \(\n)/, '');
