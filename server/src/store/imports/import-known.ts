import { sql } from 'kysely';
import type { Executor } from '../dossiers/dossiers.ts';

/** A problem of the register as an import compares rows with it. `key` and `content` are null where it was not imported. */
export type KnownRow = {
  readonly id: string;
  readonly number: string;
  readonly problem: string;
  readonly title: string;
  readonly township: string | null;
  readonly place: string;
  readonly key: string | null;
  readonly content: string | null;
  /** Its number, or number in line, in the list that it first came from. */
  readonly serial: string | null;
};

/** Newest problems compared with by their words; what was imported is found by its key however old it is. */
const COMPARED = 20_000;

const columns = sql<KnownRow>`p.id, p.number, d.state #>> '{basics,description}' as problem, coalesce(d.state #>> '{basics,title}', '') as title, p.township, coalesce(d.state #>> '{basics,place}', '') as place, r.key, r.content, d.state #>> '{sources,0,number}' as serial`;

/** The newest problems that are not withdrawn, at most `COMPARED`, once for every row they were imported from. */
export async function knownProblems(db: Executor, region: string): Promise<KnownRow[]> {
  const { rows } = await sql<KnownRow>`
    select ${columns}
    from (select * from problem where region = ${region} and stage <> 'withdrawn' order by number desc, id desc limit ${COMPARED}) p
    join dossier d on d.region = p.region and d.id = p.id
    left join import_row r on r.region = p.region and r.dossier = p.id`.execute(db);
  return rows;
}

/** Problems that rows of these names (digests of keys) have become. */
export async function knownByName(db: Executor, region: string, names: readonly string[]): Promise<KnownRow[]> {
  const { rows } = await sql<KnownRow>`
    select ${columns}
    from import_row r
    join problem p on p.region = r.region and p.id = r.dossier
    join dossier d on d.region = p.region and d.id = p.id
    where r.region = ${region} and r.name = any(${names}::text[])`.execute(db);
  return rows;
}
