import { sql, type RawBuilder, type Selectable } from 'kysely';
import { planEachTime } from '../database/connection.ts';
import type { Executor } from './dossiers.ts';
import { LOOKED_AT, runOut, type LightDays, type Now } from './listing.ts';
import { readBy } from './readers.ts';
import type { DB } from '../database/tables.ts';

/** Seats a person sits in: unit and post. `recorder` adds what external units are to do. */
export type Seats = {
  readonly units: readonly string[];
  readonly posts: readonly string[];
  readonly recorder: boolean;
  /** They sit where the plan is coordinated: what is late or urged anywhere is theirs to look after. */
  readonly coordinates: boolean;
  /** The seats that they read from, as dossiers name their readers. */
  readonly reads: readonly string[];
};

/** `near`: due within the amber light. `watching` (督办): what was urged in one's own units; where the plan is coordinated, all that is urged, late or nobody’s. */
export type TaskKind = 'todo' | 'near' | 'overdue' | 'watching';

/** Where a page of tasks ended. */
export type AfterTask = {
  readonly due: string | null;
  readonly openedOn: string;
  readonly dossier: string;
  readonly id: string;
};

type TaskRow = Selectable<DB['task']>;
type CopyRow = Selectable<DB['copy']>;

/**
 * Open to-dos of these seats, what hurts first: overdue, then by due date, those without a limit last; of one day the older
 * ones, so that what has waited longest without a limit comes first of those. Every seat brings
 * its first ones along its own index; so a page costs the same among a hundred thousand tasks of other people.
 */
export async function listTasks(
  db: Executor,
  region: string,
  seats: Seats,
  kind: TaskKind,
  days: LightDays,
  page: { after: AfterTask | null; size: number },
): Promise<TaskRow[]> {
  const limit = page.size + 1;
  const wanted = sql`${within(kind, days)} and ${later(page.after)} ${ORDERED} limit ${limit}`;
  const { rows } = await sql<TaskRow>`
    select * from (${gathered(region, seats, kind, days, sql`*`, wanted)}) t ${ORDERED} limit ${limit} ${EACH_TIME}`.execute(
    db,
  );
  return rows;
}

/** How many there are of each kind, counted by the query that lists them, up to one more than `LOOKED_AT`. */
export async function countTasks(
  db: Executor,
  region: string,
  seats: Seats,
  days: LightDays,
): Promise<Readonly<Record<TaskKind, number>>> {
  const count = (kind: TaskKind) => {
    const some = sql`${within(kind, days)} limit ${COUNTED}`;
    return sql`(select count(*)::int from (select 1 from (${gathered(region, seats, kind, days, sql`1 as one`, some)}) t limit ${COUNTED}) t)`;
  };
  const { rows } = await sql<Record<TaskKind, number>>`
    select ${count('todo')} todo, ${count('near')} near, ${count('overdue')} overdue, ${count('watching')} watching ${EACH_TIME}`.execute(
    db,
  );
  return rows[0]!;
}

/** One more than is counted: it says that there are more. */
export const COUNTED = LOOKED_AT + 1;

const EACH_TIME = sql.raw(planEachTime);
const ORDERED = sql`order by coalesce(due, 'infinity'), opened_on, dossier, id`;

/** The tasks of every seat, then those of units outside where the seats record for them; `asked` ends each part. */
function gathered(
  region: string,
  { units, posts, recorder, coordinates, reads }: Seats,
  kind: TaskKind,
  now: Now,
  columns: RawBuilder<unknown>,
  asked: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const wanted = sql`${readBy(reads)} and ${begun(now.today)} and ${asked}`;
  if (kind === 'watching') {
    if (!coordinates)
      return sql`(select ${columns} from task where region = ${region} and urged_on is not null and unit = any(${units}::text[]) and ${wanted})`;
    const late = runOut(now);
    return sql`
      (select ${columns} from task where region = ${region} and ${late} and ${wanted}) union all
      (select ${columns} from task where region = ${region} and urged_on is not null and not ${late} and ${wanted}) union all
      (select ${columns} from task where region = ${region} and unit is null and urged_on is null and not ${late} and ${wanted})`;
  }
  const own = sql`
    (select seat_task.* from (select distinct * from unnest(${units}::text[], ${posts}::text[]) as s(unit, post)) s
     cross join lateral (select ${columns} from task
       where region = ${region} and task.unit = s.unit and task.post = s.post and ${wanted}) seat_task)`;
  if (!recorder) return own;
  return sql`${own} union all (select ${columns} from task where region = ${region} and external and ${wanted})`;
}

/**
 * There is something to do: the day is there from which a gathering is somebody's, or every return that it gathers has been filed
 * before. The returns are counted for those alone that still wait.
 */
export const begun = (today: string) => sql`
  (starts_on is null or starts_on <= ${today}::date or coalesce((
    select bool_and(given.filed_on is not null and given.confirmed) from case_file gathering
    join duty_return given on given.region = gathering.region and given.duty = gathering.duty and given.period = gathering.period
    where gathering.region = task.region and gathering.id = task.dossier and not given.withdrawn), false))`;

/** The condition of a kind, in the words of the indexes by due date. */
function within(kind: TaskKind, days: LightDays): RawBuilder<unknown> {
  if (kind === 'overdue') return runOut(days);
  if (kind === 'near')
    return sql`coalesce(due, 'infinity') >= ${days.today}::date and coalesce(due, 'infinity') <= ${days.amber}::date and not ${runOut(days)}`;
  return sql`true`;
}

function later(from: AfterTask | null): RawBuilder<unknown> {
  return from === null
    ? sql`true`
    : sql`(coalesce(due, 'infinity'), opened_on, dossier, id) > (coalesce(${from.due}::date, 'infinity'), ${from.openedOn}::date, ${from.dossier}::uuid, ${from.id})`;
}

/** Where a page of copies ended. */
export type AfterCopy = { readonly filedOn: string; readonly dossier: string; readonly id: string };

type CopyPage = { readonly after: AfterCopy | null; readonly size: number };

/** Copies filed with these units, the newest first, each unit's along `copy_by_unit`; `size` at most. */
export async function listCopies(
  db: Executor,
  region: string,
  { units, reads }: Seats,
  state: 'filed' | 'read',
  { after, size }: CopyPage,
): Promise<CopyRow[]> {
  const wanted = after === null ? sql`true` : sql`(filed_on, dossier, id) < ${placeOf(after)}`;
  const newest = sql`order by filed_on desc, dossier desc, id desc limit ${size}`;
  const { rows } = await sql<CopyRow>`
    select filed.* from (select distinct * from unnest(${units}::text[]) as u(unit)) u
    cross join lateral (select * from copy
      where region = ${region} and copy.unit = u.unit and state = ${state} and ${readBy(reads)} and ${wanted} ${newest}) filed
    ${newest} ${EACH_TIME}`.execute(db);
  return rows;
}

/** Copies to units outside that nobody has sent yet, the oldest first along `copy_owed`; `size` at most. */
export async function owedCopies(db: Executor, region: string, { reads }: Seats, { after, size }: CopyPage) {
  return db
    .selectFrom('copy')
    .selectAll()
    .where('region', '=', region)
    .where('external', '=', true)
    .where('state', '=', 'owed')
    .where(readBy(reads))
    .where(after === null ? sql<boolean>`true` : sql<boolean>`(filed_on, dossier, id) > ${placeOf(after)}`)
    .orderBy('filed_on')
    .orderBy('dossier')
    .orderBy('id')
    .limit(size)
    .execute();
}

const placeOf = ({ filedOn, dossier, id }: AfterCopy) => sql`(${filedOn}::date, ${dossier}::uuid, ${id}::text)`;

/** Copies to units outside that nobody has sent yet: how many, up to one more than `LOOKED_AT`, and since when the oldest is owed. */
export async function countOwed(db: Executor, region: string, { reads }: Seats) {
  const { rows } = await sql<{ count: number; since: string | null }>`
    select count(*)::int count, min(filed_on) since from (select filed_on from copy
      where region = ${region} and external and state = 'owed' and ${readBy(reads)}
      order by filed_on, dossier, id limit ${COUNTED}) c`.execute(db);
  return rows[0]!;
}

/** Unread copies of these units and problems of theirs closed since a day, for the workbench's figures. */
export async function countOthers(db: Executor, region: string, { units, coordinates, reads }: Seats, since: string) {
  const theirs = coordinates ? sql`true` : sql`units && ${units}::text[]`;
  const { rows } = await sql<{ unread: number; closed: number }>`
    select
      (select count(*)::int from (select 1 from copy
        where region = ${region} and unit = any(${units}::text[]) and state = 'filed' and ${readBy(reads)} limit ${COUNTED}) c) unread,
      (select count(*)::int from (select 1 from problem
        where region = ${region} and closed_on >= ${since}::date and ${theirs} limit ${COUNTED}) p) closed`.execute(db);
  return rows[0]!;
}
