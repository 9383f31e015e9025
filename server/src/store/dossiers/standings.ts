import { sql } from 'kysely';
import type { DossierKind, Executor, Standing } from './dossiers.ts';

/** Where dossiers of any subject stand, each with which it is; by id, so that what follows from them is decided in one order. */
export async function standingsOf(
  db: Executor,
  region: string,
  ids: readonly string[],
): Promise<readonly ({ readonly id: string; readonly kind: DossierKind } & Standing<unknown>)[]> {
  const rows = await db
    .selectFrom('dossier')
    .select(['id', 'kind', 'version', 'digest', 'state'])
    .where('region', '=', region)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy('id')
    .execute();
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as DossierKind })); // the column holds what `append` put there
}
