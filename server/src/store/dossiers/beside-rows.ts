import { sql } from 'kysely';
import type { Executor } from './dossiers.ts';

/** Who has a dossier, what is kept of passwords, and who could sign in without being known to the record of any jurisdiction. */
export async function peopleNow(
  db: Executor,
  region: string,
): Promise<{
  readonly known: ReadonlySet<string>;
  readonly passwords: ReadonlyMap<string, string>;
  readonly strangers: readonly string[];
}> {
  const known = await sql<{ id: string }>`select id from dossier where region = ${region} and kind = 'person'`.execute(
    db,
  );
  const kept = await sql<{ id: string; password: string }>`
    select user_id as id, password from auth.account where provider_id = 'credential' and password is not null`.execute(
    db,
  );
  const strangers = await sql<{ id: string }>`
    select s.id from auth.sign_in s where not exists (select from dossier d where d.id = s.id and d.kind = 'person')`.execute(
    db,
  );
  return {
    known: new Set(known.rows.map(({ id }) => id)),
    passwords: new Map(kept.rows.map(({ id, password }) => [id, password])),
    strangers: strangers.rows.map(({ id }) => id),
  };
}

/** What these files are called and are now. */
export async function filesNow(db: Executor, region: string, ids: readonly string[]) {
  return db
    .selectFrom('file')
    .select(['id', 'name', 'media_type', 'size'])
    .where('region', '=', region)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
}

/** A table that a search reads, and the table whose rows it is made of. */
const INDEXES = { problem_words: 'problem', case_words: 'case_file' } as const;

/** Which of these dossiers a search would not find by the words of their own row, or would find without any row. */
export async function wordsAstray(
  db: Executor,
  region: string,
  ids: readonly string[],
): Promise<{ readonly table: string; readonly dossier: string }[]> {
  const found = await Promise.all(
    Object.entries(INDEXES).map(async ([table, of]) => {
      const those = sql`region = ${region} and id = any(${[...ids]}::uuid[])`;
      const { rows } = await sql<{ dossier: string }>`
        select coalesce(t.id, w.id) as dossier
        from (select id, pairs(search) as pairs from ${sql.table(of)} where ${those}) t
        full join (select id, pairs from ${sql.table(table)} where ${those}) w on w.id = t.id
        where t.id is null or w.id is null or not (w.pairs @> t.pairs and w.pairs <@ t.pairs)`.execute(db);
      return rows.map(({ dossier }) => ({ table, dossier }));
    }),
  );
  return found.flat();
}
