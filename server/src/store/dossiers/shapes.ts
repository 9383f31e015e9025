import { sql } from 'kysely';
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

/** A state folded anew at the version it was folded at, and the files that its dossier names. */
export type Reshaped = {
  readonly id: string;
  readonly version: number;
  readonly state: object;
  readonly filed: readonly string[];
};

/** Puts states of the present shape in the place of older ones; who has been written to meanwhile has it already. */
export async function putShapes(db: Executor, region: string, reshaped: readonly Reshaped[]): Promise<void> {
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(reshaped)}::jsonb) as g(id uuid, version int, state jsonb, filed uuid[])
    ), files as (
      insert into filed (region, file, dossier)
      select ${region}, unnest(filed), id from given on conflict do nothing
    )
    update dossier set state = given.state, shape = ${sql.lit(SHAPE)} from given
    where dossier.region = ${region} and dossier.id = given.id and dossier.version = given.version
      and dossier.shape < ${sql.lit(SHAPE)}`.execute(db);
}
