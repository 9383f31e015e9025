import { sql } from 'kysely';
import type { Executor } from './dossiers.ts';
import { readBy } from './readers.ts';

/** A dossier as others speak of it. `kind`: `problem`, `edition`, or the plan's own. */
export type NamedDossier = {
  readonly dossier: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
};

/** These dossiers by id, whatever they are of; without those that these seats do not read. */
export async function namedDossiers(
  db: Executor,
  region: string,
  seats: readonly string[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedDossier>> {
  const { rows } = await sql<NamedDossier>`
    with wanted as (select unnest(${ids}::uuid[]) as id)
    select p.id as dossier, 'problem' as kind, p.number, p.title from wanted join problem p on p.region = ${region} and p.id = wanted.id
    union all
    select e.id, 'edition', e.no::text, e.title from wanted join edition e on e.region = ${region} and e.id = wanted.id
    union all
    select c.id, c.kind, c.number, c.title from wanted join case_file c on c.region = ${region} and c.id = wanted.id and ${readBy(seats)}`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.dossier, row]));
}
