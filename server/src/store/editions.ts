import { sql } from 'kysely';
import type { Executor } from './dossiers/dossiers.ts';

/** Editions of a region with how many of their problems were handed over, newest first, at most 500; or the one named. */
export async function listEditions(db: Executor, region: string, id?: string) {
  return db
    .selectFrom('edition')
    .selectAll()
    .select(
      sql<number>`(
        select count(*)::int from problem
        where problem.region = edition.region and problem.edition = edition.id and handed_over_on is not null
      )`.as('handed_over'),
    )
    .where('region', '=', region)
    .$if(id !== undefined, (rows) => rows.where('id', '=', id!))
    .orderBy('no', 'desc')
    .limit(500)
    .execute();
}

/** How the problems of an edition stand in the register now: all of them, along `problem_by_edition`, in no order. */
export async function problemsOfEdition(db: Executor, region: string, edition: string) {
  return db
    .selectFrom('problem')
    .select(['id', 'stage', 'holder_name', 'person', 'handed_over_on'])
    .where('region', '=', region)
    .where('edition', '=', edition)
    .execute();
}
