import { sql } from 'kysely';
import type { Executor } from '../dossiers/dossiers.ts';

/** Workbooks of these units, and the person's own, that were refused, newest first. */
export async function refusalsOf(
  db: Executor,
  region: string,
  { units, person }: { readonly units: readonly string[]; readonly person: string },
  limit: number,
) {
  return db
    .selectFrom('import_refusal')
    .select(['id', 'name', 'code', 'reason', 'digest', 'person_name', 'at', 'kind', 'person', 'unit'])
    .where('region', '=', region)
    .where(sql<boolean>`(unit = any(${[...units]}::text[]) or person = ${person})`)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
}
