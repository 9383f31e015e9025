import { sql } from 'kysely';
import type { Executor } from './dossiers.ts';
import { readBy } from './readers.ts';

/** A dossier that is still open, whole. `of`: what runs it; `kind`: whose page shows it. */
export type OpenDossier<S> = {
  readonly id: string;
  readonly of: 'problem' | 'case' | 'edition';
  readonly kind: string;
  readonly version: number;
  readonly state: S;
  readonly number: string;
  readonly title: string;
};

/** `seats`: those who read; `only`: of these dossiers alone. */
type Wanted = {
  readonly editions: readonly string[];
  readonly seats: readonly string[];
  readonly after?: string | null;
  readonly only?: readonly string[] | null;
  readonly limit: number;
};

/** Open dossiers of any kind that stand under one of these editions and that these seats read, by id, `limit` at most. */
export async function openDossiersUnder<S>(
  db: Executor,
  region: string,
  { editions, seats, after = null, only = null, limit }: Wanted,
): Promise<readonly OpenDossier<S>[]> {
  const { rows } = await sql<OpenDossier<S>>`
    select d.id, d.kind as of, open.kind, d.version, d.state, open.number, open.title
    from (
      select region, id, 'problem' as kind, number, title from problem
      where region = ${region} and closed_on is null and stage not in ('withdrawn', 'merged')
      union all
      select region, id, kind, number, title from case_file
      where region = ${region} and closed_on is null and not withdrawn and not merged and ${readBy(seats)}
      union all
      select region, id, 'edition' as kind, no::text as number, title from edition
      where region = ${region} and consented_on is null
    ) open
    join dossier d on d.region = open.region and d.id = open.id
    where open.id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
      and (${only}::uuid[] is null or open.id = any(${only}::uuid[]))
      and d.state ->> 'policy' = any(${editions}::text[])
    order by open.id limit ${limit}`.execute(db);
  return rows;
}
