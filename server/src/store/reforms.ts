import { sql } from 'kysely';
import type { Executor } from './dossiers/dossiers.ts';

/** Open dossiers in which one of these units has something in hand: a line on a desk, a part, a copy to send or read. By id, a piece at a time. */
export async function dossiersNaming(
  db: Executor,
  region: string,
  units: readonly string[],
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select dossier as id from task where region = ${region} and unit = any(${units})
      union
      select dossier from copy where region = ${region} and unit = any(${units}) and state in ('owed', 'filed')
      union
      select id from problem
      where region = ${region} and closed_on is null and stage <> 'withdrawn' and units && ${units}::text[]
      union
      select id from case_file
      where region = ${region} and closed_on is null and not withdrawn and not merged and units && ${units}::text[]
    ) as named
    where ${after}::uuid is null or id > ${after}::uuid
    order by id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}
