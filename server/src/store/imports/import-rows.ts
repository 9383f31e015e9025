import { sql } from 'kysely';
import type { Executor } from '../dossiers/dossiers.ts';

/** The name of a row, the digest of it, and the dossier it is to stand for. */
export type RowName = {
  readonly name: string;
  readonly key: string;
  readonly dossier: string;
  readonly content: string;
};

/**
 * Takes names for this import, in ascending order so that two imports cannot wait for each other in a ring; answers those
 * that were free. One that another transaction is just taking is waited for.
 */
export async function takeRows(
  db: Executor,
  region: string,
  id: string,
  rows: readonly RowName[],
): Promise<ReadonlySet<string>> {
  const taken = await sql<{ name: string }>`
    insert into import_row (region, name, key, dossier, content, import)
    select ${region}, r.name, r.key, r.dossier, r.content, ${id}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(name text, key text, dossier uuid, content text)
    order by r.name
    on conflict (region, name) do nothing
    returning name`.execute(db);
  return new Set(taken.rows.map(({ name }) => name));
}

/** What stands under these names. */
export async function rowsNamed(db: Executor, region: string, names: readonly string[]) {
  const rows = await db
    .selectFrom('import_row')
    .select(['name', 'dossier', 'content'])
    .where('region', '=', region)
    .where(sql<boolean>`name = any(${names}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.name, row]));
}

/** A row says something else from now on. */
export async function rewriteRow(db: Executor, region: string, name: string, content: string): Promise<void> {
  await db.updateTable('import_row').set({ content }).where('region', '=', region).where('name', '=', name).execute();
}

/** Gives names back: what they stood for was not written, or was withdrawn. */
export async function freeRows(
  db: Executor,
  region: string,
  of: { readonly names: readonly string[] } | { readonly dossiers: readonly string[] },
): Promise<void> {
  const query = db.deleteFrom('import_row').where('region', '=', region);
  await (
    'names' in of
      ? query.where(sql<boolean>`name = any(${of.names}::text[])`)
      : query.where(sql<boolean>`dossier = any(${of.dossiers}::uuid[])`)
  ).execute();
}

/** What this import did to dossiers: the version each stood at after it, and whether it opened it. */
export async function touchedBy(db: Executor, region: string, id: string) {
  const { rows } = await sql<{ dossier: string; version: number; present: number; registered: boolean }>`
    select i.dossier, max(i.version) as version, max(d.version) as present, bool_or(i.result = 'registered') as registered
    from import_item i join dossier d on d.region = i.region and d.id = i.dossier
    where i.region = ${region} and i.import = ${id}::uuid and i.result in ('registered', 'added', 'updated')
    group by i.dossier`.execute(db);
  return rows;
}
