import { sql, type Transaction } from 'kysely';
import type { DB } from '../database/tables.ts';
import { SHAPE, type Executor } from './dossiers.ts';

/** A dossier whose state an older program folded. */
export type Older = {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly state: unknown;
};

/** Dossiers of a region whose state is of an older shape, by id, `limit` at most, along `dossier_by_shape`. */
export async function olderDossiers(
  db: Executor,
  region: string,
  after: string | null,
  limit: number,
): Promise<Older[]> {
  return db
    .selectFrom('dossier')
    .select(['id', 'kind', 'version', 'state'])
    .where('region', '=', region)
    .where('shape', '<', SHAPE)
    .where(sql<boolean>`id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid`)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** A state folded anew at the version it was folded at, with what lists and desks read of it. */
export type Reshaped = {
  readonly id: string;
  readonly version: number;
  readonly state: object;
  readonly filed: readonly string[];
  readonly tasks: readonly object[];
  /** Its line in the list of its kind; the step that it stands at is taken from there. */
  readonly line: object | null;
};

/** Puts states of the present shape in the place of older ones; who has been written to meanwhile has it already. */
export async function putShapes(db: Transaction<DB>, region: string, reshaped: readonly Reshaped[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(reshaped)}::jsonb) as g(id uuid, version int, state jsonb, filed uuid[])
    ), files as (
      insert into filed (region, file, dossier)
      select ${region}, unnest(filed), id from given on conflict do nothing
    )
    update dossier set state = given.state, shape = ${sql.lit(SHAPE)} from given
    where dossier.region = ${region} and dossier.id = given.id and dossier.version = given.version
      and dossier.shape < ${sql.lit(SHAPE)} returning dossier.id`.execute(db);
  const put = new Set(rows.map(({ id }) => id));
  await putDesks(
    db,
    region,
    reshaped.filter(({ id }) => put.has(id)),
  );
}

/** What stands on desks, the step that lists show and the words they are searched by: they follow from the state. */
async function putDesks(db: Transaction<DB>, region: string, reshaped: readonly Reshaped[]): Promise<void> {
  const ids = reshaped.map(({ id }) => id);
  const tasks = JSON.stringify(reshaped.flatMap((one) => one.tasks));
  const lines = JSON.stringify(reshaped.flatMap(({ line }) => line ?? []));
  await sql`delete from task where region = ${region} and dossier = any(${ids}::uuid[])`.execute(db);
  await sql`insert into task select * from jsonb_populate_recordset(null::task, ${tasks}::jsonb)`.execute(db);
  for (const table of ['problem', 'case_file'])
    await sql`
      update ${sql.table(table)} l set step_zh = g.step_zh, step_en = g.step_en, step_clause = g.step_clause, due_at = g.due_at,
        closed_on = g.closed_on, search = coalesce(g.search, l.search)
      from jsonb_to_recordset(${lines}::jsonb) as g(id uuid, step_zh text, step_en text, step_clause text, due_at text, closed_on date, search text)
      where l.region = ${region} and l.id = g.id`.execute(db);
}
