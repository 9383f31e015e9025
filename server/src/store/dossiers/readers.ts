import { sql } from 'kysely';
import type { Executor } from './dossiers.ts';

/** Of these dossiers, those that name their readers and none of these seats among them. */
export async function hiddenFrom(
  db: Executor,
  region: string,
  seats: readonly string[],
  dossiers: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('case_file')
    .select('id')
    .where('region', '=', region)
    .where(sql<boolean>`id = any(${dossiers}::uuid[])`)
    .where(sql<boolean>`not ${readBy(seats)}`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/**
 * Whether these seats may read a file: they may read a dossier that names it, or none that names its readers does. One that
 * nobody has filed yet is known by its id alone, and that only to who received it.
 */
export async function fileReadBy(
  db: Executor,
  region: string,
  seats: readonly string[],
  file: string,
): Promise<boolean> {
  const { rows } = await sql<{ readable: boolean }>`
    select coalesce(bool_or(c.id is null or ${readBy(seats)}), true) as readable
    from filed f left join case_file c on c.region = f.region and c.id = f.dossier
    where f.region = ${region} and f.file = ${file}::uuid`.execute(db);
  return rows[0]!.readable;
}

/** Rows that name no reader, or one of these seats. */
export const readBy = (seats: readonly string[]) => sql<boolean>`(readers is null or readers && ${seats}::text[])`;
