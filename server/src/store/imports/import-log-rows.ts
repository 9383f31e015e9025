import { sql } from 'kysely';
import type { Executor } from '../dossiers/dossiers.ts';
import type { Item } from './import-items.ts';

/** An answer as its row has it; `at` an ISO instant. */
export type NumberedAnswer = {
  readonly no: number;
  readonly sheet: string;
  readonly answers: string;
  readonly choose: string;
  readonly value: string | null;
  readonly reason: string;
  readonly person: string;
  readonly person_name: string;
  readonly at: string;
};

/** Answers given about an import, in their order, above this number; `limit` at most. */
export async function answersAfter(
  db: Executor,
  region: string,
  id: string,
  after: number,
  limit: number,
): Promise<readonly NumberedAnswer[]> {
  const rows = await db
    .selectFrom('import_decision')
    .select(['no', 'sheet', 'answers', 'choose', 'value', 'reason', 'person', 'person_name', 'at'])
    .where('region', '=', region)
    .where('import', '=', id)
    .where('no', '>', after)
    .orderBy('no')
    .limit(limit)
    .execute();
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** What an import has to do and what became of it, in its order, above this number; `limit` at most. */
export async function itemsAfter(
  db: Executor,
  region: string,
  id: string,
  after: number,
  limit: number,
): Promise<readonly Item[]> {
  const rows = await db
    .selectFrom('import_item')
    .select(['no', 'rows', 'key', 'content', 'act', 'result', 'reason', 'dossier', 'version'])
    .where('region', '=', region)
    .where('import', '=', id)
    .where('no', '>', after)
    .orderBy('no')
    .limit(limit)
    .execute();
  return rows as unknown as Item[]; // `freezeItems` wrote them
}

/** A name by which a row of an earlier list is known that is not what some import made, or that one made and is not there. */
export async function namesAstray(db: Executor, region: string): Promise<readonly string[]> {
  // undoing an import frees every name of the dossiers that it opened
  const { rows } = await sql<{ key: string }>`
    with freed as (
      select distinct i.dossier from import_item i join import m on m.region = i.region and m.id = i.import
      where i.region = ${region} and i.result = 'registered' and m.undo_reason is not null and m.state in ('undone', 'discarded')
    )
    select r.key from import_row r where r.region = ${region} and (
      not exists (select from import_item i where i.region = r.region and i.import = r.import and i.key = r.key and i.dossier = r.dossier)
      or not exists (select from import_item i where i.region = r.region and i.key = r.key and i.dossier = r.dossier and i.content = r.content))
    union all
    select i.key from import_item i
    where i.region = ${region} and i.result in ('registered', 'added') and i.dossier not in (select dossier from freed)
      and not exists (select from import_row r where r.region = i.region and r.import = i.import and r.key = i.key and r.dossier = i.dossier)`.execute(
    db,
  );
  return rows.map(({ key }) => key);
}

/** Names of rows of earlier lists with what they are digests of, in their order; `limit` at most. */
export async function rowNamesAfter(db: Executor, region: string, after: string, limit: number) {
  return db
    .selectFrom('import_row')
    .select(['name', 'key'])
    .where('region', '=', region)
    .where('name', '>', after)
    .orderBy('name')
    .limit(limit)
    .execute();
}

/** Answers and rows of imports that are not there. */
export async function partsOfNoImport(db: Executor, region: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct p.id from (
      select region, import as id from import_decision union all select region, import from import_item) p
    where p.region = ${region} and not exists (select from import m where m.region = p.region and m.id = p.id)`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
