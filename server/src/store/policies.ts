import { sql } from 'kysely';
import type { Executor } from './dossiers/dossiers.ts';

/** A published edition with the exact text that was checked. */
export type PublishedRow = {
  readonly edition: string;
  readonly dossier: string;
  readonly title: string;
  readonly in_force_from: string;
  readonly digest: string;
  readonly pack: string;
  readonly faults: string;
  readonly published_on: string;
  /** Who takes over from units that the edition leaves out or ends, as whoever published it named them: JSON. */
  readonly successors: string;
};

/** Every published edition, the newest first; of one day the latest reading, `.r10` after `.r9`. There are few. */
export async function publishedEditions(db: Executor, region: string): Promise<Omit<PublishedRow, 'faults'>[]> {
  return db
    .selectFrom('policy')
    .select(['edition', 'dossier', 'title', 'in_force_from', 'digest', 'pack', 'published_on', 'successors'])
    .where('region', '=', region)
    .orderBy('in_force_from', 'desc')
    .orderBy(sql`length(edition)`, 'desc')
    .orderBy('edition', 'desc')
    .execute();
}

/** A published edition with its whole text, or null. */
export async function findPublished(db: Executor, region: string, edition: string) {
  const row = await db
    .selectFrom('policy')
    .select(['dossier', 'digest', 'faults', 'pack', 'published_on', 'successors'])
    .where('region', '=', region)
    .where('edition', '=', edition)
    .executeTakeFirst();
  return row ?? null;
}

/** Enters an edition, in the transaction that writes its event. It never changes afterwards: the database says no. */
export async function addPublished(db: Executor, region: string, row: PublishedRow): Promise<void> {
  await db
    .insertInto('policy')
    .values({ region, ...row })
    .execute();
}

/** Rulings of an edition that somebody confirmed: who and when. */
export async function confirmedRulings(db: Executor, region: string, edition: string) {
  return db
    .selectFrom('confirmed_ruling')
    .select(['ruling', 'confirmed_by', 'confirmed_on', 'note'])
    .where('region', '=', region)
    .where('edition', '=', edition)
    .execute();
}

/** Every confirmation of a region, for reading the law. */
export async function everyConfirmation(db: Executor, region: string) {
  return db.selectFrom('confirmed_ruling').select(['edition', 'ruling']).where('region', '=', region).execute();
}

/** Who stands for a ruling of an edition, since when, on what paper. */
export type ConfirmedRow = {
  readonly edition: string;
  readonly ruling: string;
  readonly confirmed_by: string;
  readonly confirmed_on: string;
  readonly note: string;
};

/** Enters a confirmation, in the transaction that writes its event. */
export async function addConfirmed(db: Executor, region: string, row: ConfirmedRow): Promise<void> {
  await db
    .insertInto('confirmed_ruling')
    .values({ region, ...row })
    .execute();
}

/** `plans` grows with every edition, confirmation, ruling for all and end of one, `notices` with every notice put in: the tables only grow. */
export type LawStamp = { readonly plans: number; readonly notices: number };

/** Counts of what the law is read from: whoever kept another stamp reads it again. */
export async function lawStamp(db: Executor, region: string): Promise<LawStamp> {
  const { rows } = await sql<LawStamp>`
    select ((select count(*) from policy where region = ${region})
        + (select count(*) from confirmed_ruling where region = ${region})
        + (select count(*) + count(ended_on) from question where region = ${region} and scope = 'edition' and not used))::int as plans,
      ((select count(*) from calendar_amendment where region = ${region})
        + (select count(*) from calendar_undone where region = ${region}))::int as notices`.execute(db);
  return rows[0]!;
}

/** Which editions were published here on which day, the newest first: without their texts. */
export async function editionsHere(db: Executor, region: string) {
  return db
    .selectFrom('policy')
    .select(['edition', 'published_on'])
    .where('region', '=', region)
    .orderBy('in_force_from', 'desc')
    .orderBy('edition', 'desc')
    .execute();
}

/** A unit with one of the open dossiers that name it; `all`: how many do. */
type NamedIn = { readonly unit: string; readonly number: string; readonly title: string; readonly all: number };

/** Every unit that open dossiers name, as who answers in them or as who has something to do in them, with `most` of them. */
export async function unitsNamed(db: Executor, region: string, most: number): Promise<NamedIn[]> {
  const { rows } = await sql<NamedIn>`
    with open as (
      select id, number, title from problem where region = ${region} and closed_on is null and stage not in ('withdrawn', 'merged')
      union all
      select id, number, title from case_file where region = ${region} and closed_on is null and not withdrawn and not merged
      union all
      select id, '第' || no || '期', title from edition where region = ${region} and consented_on is null
    )
    , pairs as (
    select distinct named.unit, open.number, open.title
    from open
    join dossier d on d.region = ${region} and d.id = open.id
    cross join lateral (
      select player->>'unit' as unit
      from jsonb_each(d.state->'parts') as part, jsonb_array_elements(part.value) as player
      union
      select t.unit from task t where t.region = ${region} and t.dossier = open.id and t.unit is not null
    ) as named
    where named.unit is not null
    ), counted as (
      select unit, number, title, count(*) over (partition by unit)::int as "all",
        row_number() over (partition by unit order by number) as nth
      from pairs
    )
    select unit, number, title, "all" from counted where nth <= ${most} order by unit, number`.execute(db);
  return rows;
}
