import { sql } from 'kysely';
import type { Executor } from './dossiers/dossiers.ts';

/** A value that is kept apart, as its row has it: sealed, and which key opens it. */
export type SealedRow = {
  readonly dossier: string;
  readonly id: string;
  readonly field: string;
  readonly key: string;
  readonly sealed: Buffer;
};

/** What these dossiers keep apart and did not erase. */
export async function sealedOf(db: Executor, region: string, dossiers: readonly string[]): Promise<SealedRow[]> {
  const { rows } = await sql<SealedRow>`
    select dossier, id, field, key, sealed from personal
    where region = ${region} and dossier = any(${dossiers}::uuid[]) and sealed is not null`.execute(db);
  return rows;
}

/** What is sealed under another key than this one, in order, after this row. */
export async function sealedOtherwise(
  db: Executor,
  region: string,
  key: string,
  after: SealedRow | null,
  size: number,
): Promise<SealedRow[]> {
  const { dossier, id } = after ?? { dossier: '00000000-0000-0000-0000-000000000000', id: '' };
  const { rows } = await sql<SealedRow>`
    select dossier, id, field, key, sealed from personal
    where region = ${region} and key <> ${key} and (dossier, id) > (${dossier}::uuid, ${id})
    order by dossier, id limit ${size}`.execute(db);
  return rows;
}

/** Puts the same value sealed under another key in its place, unless it was erased meanwhile. */
export async function putSealed(db: Executor, region: string, { dossier, id, key, sealed }: SealedRow): Promise<void> {
  await sql`
    update personal set key = ${key}, sealed = ${sealed}
    where region = ${region} and dossier = ${dossier}::uuid and id = ${id} and sealed is not null`.execute(db);
}
