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
    select pg_get_triggerdef(t.oid) as text from pg_trigger t join pg_class c on c.oid = t.tgrelid
    join (${SCHEMAS}) s on s.oid = c.relnamespace where not t.tgisinternal order by 1`,
  'What the application may do': `
    select format('%s: %s', c.oid::regclass, coalesce(string_agg(lower(p), ', ' order by p), 'nothing')) as text
    from pg_class c join (${SCHEMAS}) s on s.oid = c.relnamespace
    left join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p on has_table_privilege('bihuan_app', c.oid, p)
    where c.relkind in ('r', 'p', 'v', 'm') group by c.oid order by 1`,
  Extensions: `select extname as text from pg_extension where extname <> 'plpgsql' order by 1`,
};

/** The whole database as text, the same for the same migrations: what a reviewer reads instead of adding up the files. */
export async function describeSchema(connection: Connection): Promise<string> {
  return withClient(connection, async (client) => {
    const parts = [
      '-- Written by `npm run generate --workspace server` from the catalog of a migrated database; never by hand.',
    ];
    for (const [title, query] of Object.entries(PARTS)) {
      const { rows } = await client.query<{ text: string }>(query);
      if (rows.length > 0) parts.push([`-- ${title}`, ...rows.map(({ text }) => text)].join('\n'));
    }
    return `${parts.join('\n\n')}\n`;
  });
}
