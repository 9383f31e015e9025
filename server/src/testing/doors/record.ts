import { withClient, type Connection } from '../../store/database/connection.ts';

/** Tables that change without anybody's work: sessions, counted tries, what a person has looked at or read. */
const ASIDE = ['session', 'attempt', 'migration', 'task_seen', 'notification'];

/**
 * Looks at every row of every table: the answer differs when a single value did. The number of events stands first.
 * @param owner sees what the application may not
 */
export async function recorder(owner: Connection): Promise<() => Promise<string>> {
  const statement = await withClient(owner, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('public', 'auth') and tablename <> all($1) order by 1`,
      [ASIDE],
    );
    return rows
      .map(
        ({ name }) =>
          `select '${name}' as name, count(*) as n, coalesce(sum(hashtextextended(t::text, 0)), 0)::text as sum from ${name} t`,
      )
      .join(' union all ');
  });
  return async () =>
    withClient(owner, async (client) => {
      const { rows } = await client.query<{ name: string; n: number; sum: string }>(statement);
      return rows.map(({ name, n, sum }) => `${name} ${n} ${sum}`).join('\n');
    });
}
