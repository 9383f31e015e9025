import type { Executor } from './dossiers.ts';

/** Editions of a region, newest first, at most 500; or the one named. */
export async function listEditions(db: Executor, region: string, id?: string) {
  return db
    .selectFrom('edition')
    .selectAll()
    .where('region', '=', region)
    .$if(id !== undefined, (rows) => rows.where('id', '=', id!))
    .orderBy('no', 'desc')
    .limit(500)
    .execute();
}
