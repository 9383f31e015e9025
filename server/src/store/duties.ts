import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { PlainDate } from '@bihuan/core/time';
import { planEachTime } from './database/connection.ts';
import type { Executor } from './dossiers/dossiers.ts';
import type { DB } from './database/tables.ts';

/** A line of the wall: one return. */
export type ReturnLine = Selectable<DB['duty_return']>;

/** Returns of one period. `seats`: who looks; absent where the guard has been asked before. */
export type PeriodOf = {
  readonly region: string;
  readonly duty: string;
  readonly period: string;
  readonly seats?: readonly string[];
};

const EACH_TIME = sql.raw(planEachTime);

const read = (seats: readonly string[] | undefined): RawBuilder<boolean> =>
  seats ? sql<boolean>`(readers is null or readers && ${seats}::text[])` : sql<boolean>`true`;

/** The returns of a period in the order of their numbers, a batch at a time: five thousand of them hold one batch in memory. */
export async function* eachReturn(
  db: Executor,
  { region, duty, period, seats }: PeriodOf,
  batch = 500,
): AsyncGenerator<ReturnLine> {
  let after: { number_key: string; id: string } | null = null;
  for (;;) {
    const later: RawBuilder<boolean> = after
      ? sql<boolean>`(number_key, id) > (${after.number_key}, ${after.id}::uuid)`
      : sql<boolean>`true`;
    const { rows }: { rows: ReturnLine[] } = await sql<ReturnLine>`
      select * from duty_return where region = ${region} and duty = ${duty} and period = ${period} and ${later} and ${read(seats)}
      order by number_key, id limit ${batch} ${EACH_TIME}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < batch || !last) return;
    after = last;
  }
}

/** How many returns of a period stand how, without those that were withdrawn or correct another. */
export type PeriodCount = {
  readonly duty: string;
  readonly period: string;
  readonly owed: number;
  readonly filed: number;
  readonly nil: number;
  readonly late: number;
  readonly confirming: number;
  readonly returned: number;
  readonly missing: number;
};

/** The same for every one of these periods of which there are returns that these seats read. */
export async function countReturns(
  db: Executor,
  at: { readonly region: string; readonly today: PlainDate; readonly seats: readonly string[] },
  periods: readonly { readonly duty: string; readonly period: string }[],
): Promise<PeriodCount[]> {
  const { rows } = await sql<PeriodCount>`
    select r.duty, r.period, count(*) as owed,
      count(*) filter (where filed_on is not null and confirmed) as filed,
      count(*) filter (where filed_on <= due and nil and confirmed) as nil,
      count(*) filter (where filed_on > due and confirmed) as late,
      count(*) filter (where filed_on is not null and not confirmed) as confirming,
      count(*) filter (where filed_on is null and returned) as returned,
      count(*) filter (where filed_on is null and not returned and due < ${at.today}::date) as missing
    from unnest(${periods.map(({ duty }) => duty)}::text[], ${periods.map(({ period }) => period)}::text[]) as asked(duty, period)
    join duty_return r on r.region = ${at.region} and r.duty = asked.duty and r.period = asked.period
    where not withdrawn and corrects is null and ${read(at.seats)}
    group by r.duty, r.period ${EACH_TIME}`.execute(db);
  return rows;
}

/** What these units owe in these periods, in the order of their numbers. */
export async function returnsOfUnits(
  db: Executor,
  region: string,
  units: readonly string[],
  periods: readonly { readonly duty: string; readonly period: string }[],
  seats: readonly string[],
): Promise<ReturnLine[]> {
  const { rows } = await sql<ReturnLine>`
    select r.* from unnest(${periods.map(({ duty }) => duty)}::text[], ${periods.map(({ period }) => period)}::text[]) as asked(duty, period)
    join duty_return r on r.region = ${region} and r.unit = any(${units}::text[]) and r.duty = asked.duty and r.period = asked.period
    where not withdrawn and ${read(seats)} order by r.number_key, r.id ${EACH_TIME}`.execute(db);
  return rows;
}

/** Returns that correct these, the earliest first. */
export async function correctionsOf(db: Executor, region: string, returns: readonly string[]): Promise<ReturnLine[]> {
  return db
    .selectFrom('duty_return')
    .selectAll()
    .where('region', '=', region)
    .where(sql<boolean>`corrects = any(${returns}::uuid[])`)
    .orderBy('number_key')
    .orderBy('id')
    .execute();
}

/** Which of these dossiers are there. */
export async function standingAmong(
  db: Executor,
  region: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('dossier')
    .select('id')
    .where('region', '=', region)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Locks a duty's book for this transaction. False: another process is at it, and what is to be done is done there. */
export async function claimBook(transaction: Executor, region: string, book: string): Promise<boolean> {
  const row = await transaction
    .selectFrom('dossier')
    .select('version')
    .where('region', '=', region)
    .where('id', '=', book)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row !== undefined;
}

/** A dossier that a share may be drawn from: what is known of it, and who plays which part. */
export type FrameLine = { readonly id: string; readonly state: object };

/** Every dossier of a kind of the plan that stands, a batch at a time, by id. `problem` is a kind like the others. */
export async function* eachOfKind(db: Executor, region: string, kind: string, batch = 500): AsyncGenerator<FrameLine> {
  const of = kind === 'problem' ? sql`d.kind = 'problem'` : sql`d.kind = 'case' and d.state ->> 'kind' = ${kind}`;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows }: { rows: FrameLine[] } = await sql<FrameLine>`
      select d.id, d.state from dossier d
      where d.region = ${region} and ${of} and d.id > ${after}::uuid and d.state ->> 'withdrawnOn' is null and d.state ->> 'stage' <> 'withdrawn'
      order by d.id limit ${batch} ${EACH_TIME}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < batch || !last) return;
    after = last.id;
  }
}

/** Dossiers that gather the returns of periods, with the day on which each was frozen. */
export async function gatheringsAt(db: Executor, region: string, ids: readonly string[], seats: readonly string[]) {
  const { rows } = await sql<{
    id: string;
    number: string;
    title: string;
    frozen_on: string | null;
    size: number | null;
  }>`
    select d.id, d.state ->> 'number' as number, d.state ->> 'title' as title, d.state #>> '{frozen,on}' as frozen_on,
      jsonb_array_length(d.state #> '{frozen,members}') as size
    from dossier d join case_file c on c.region = d.region and c.id = d.id
    where d.region = ${region} and d.id = any(${ids}::uuid[]) and ${read(seats)}`.execute(db);
  return rows;
}
