import { sql, type SelectQueryBuilder } from 'kysely';
import { planEachTime } from './connection.ts';
import type { Executor } from './dossiers.ts';
import { COUNTED_TO, type LightDays } from './problems.ts';
import type { DB } from './tables.ts';

/** Seats a person sits in: unit and post. `recorder` adds what external units are to do. */
export type Seats = {
  readonly units: readonly string[];
  readonly posts: readonly string[];
  readonly recorder: boolean;
};

export type TaskKind = 'todo' | 'near' | 'overdue' | 'watching';

type Tasks = SelectQueryBuilder<DB, 'task', object>;

/** Where a page of tasks ended. */
export type AfterTask = { readonly due: string | null; readonly dossier: string; readonly id: string };

/** Open to-dos of these seats, what hurts first: overdue, then by due date, those without a limit last. */
export async function listTasks(
  db: Executor,
  region: string,
  seats: Seats,
  kind: TaskKind,
  days: LightDays,
  page: { after: AfterTask | null; size: number },
) {
  const from = page.after;
  return tasksOf(db, region, seats, kind, days)
    .selectAll()
    .$if(from !== null, (rows) =>
      rows.where(
        sql<boolean>`(coalesce(due, 'infinity'), dossier, id) > (coalesce(${from?.due ?? null}::date, 'infinity'), ${from?.dossier ?? null}::uuid, ${from?.id ?? null})`,
      ),
    )
    .orderBy(sql`coalesce(due, 'infinity')`)
    .orderBy('dossier')
    .orderBy('id')
    .limit(page.size + 1)
    .modifyEnd(sql.raw(planEachTime))
    .execute();
}

/** How many of each, up to `COUNTED_TO`. */
export async function countTasks(db: Executor, region: string, seats: Seats, days: LightDays) {
  const some = tasksOf(db, region, seats, 'todo', days).select('due').limit(COUNTED_TO);
  return db
    .selectFrom(some.as('some'))
    .select([
      sql<number>`count(*)`.as('todo'),
      sql<number>`count(*) filter (where due < ${days.today})`.as('overdue'),
      sql<number>`count(*) filter (where due >= ${days.today} and due <= ${days.amber})`.as('near'),
    ])
    .modifyEnd(sql.raw(planEachTime))
    .executeTakeFirstOrThrow();
}

function tasksOf(db: Executor, region: string, seats: Seats, kind: TaskKind, days: LightDays): Tasks {
  const all = db.selectFrom('task').where('region', '=', region) as Tasks; // nothing selected yet: the caller says what
  const mine = kind === 'watching' ? all.where('urged_on', 'is not', null) : all.where(seated(seats));
  if (kind === 'overdue') return mine.where('due', '<', days.today);
  if (kind === 'near') return mine.where('due', '>=', days.today).where('due', '<=', days.amber);
  return mine;
}

function seated({ units, posts, recorder }: Seats) {
  const own = sql<boolean>`(unit, post) in (select * from unnest(${units}::text[], ${posts}::text[]))`;
  return recorder ? sql<boolean>`(${own} or external)` : own;
}

/** Copies filed with these units. */
export async function listCopies(
  db: Executor,
  region: string,
  units: readonly string[],
  state: 'filed' | 'read',
  size: number,
) {
  return db
    .selectFrom('copy')
    .selectAll()
    .where('region', '=', region)
    .where(sql<boolean>`unit = any(${units}::text[])`)
    .where('state', '=', state)
    .orderBy('filed_on', 'desc')
    .limit(size)
    .execute();
}

/** Copies to units outside that nobody has sent yet. */
export async function owedCopies(db: Executor, region: string, size: number) {
  return db
    .selectFrom('copy')
    .selectAll()
    .where('region', '=', region)
    .where('external', '=', true)
    .where('state', '=', 'owed')
    .orderBy('filed_on')
    .limit(size)
    .execute();
}

/** Unread copies of these units and problems closed since a day, for the workbench's figures. */
export async function countOthers(db: Executor, region: string, units: readonly string[], since: string) {
  const unread = db
    .selectFrom('copy')
    .select(sql`1`.as('one'))
    .where('region', '=', region)
    .where(sql<boolean>`unit = any(${units}::text[])`)
    .where('state', '=', 'filed')
    .limit(COUNTED_TO);
  const closed = db
    .selectFrom('problem')
    .select(sql`1`.as('one'))
    .where('region', '=', region)
    .where('closed_on', '>=', since)
    .limit(COUNTED_TO);
  const watching = db
    .selectFrom('task')
    .select(sql`1`.as('one'))
    .where('region', '=', region)
    .where('urged_on', 'is not', null)
    .limit(COUNTED_TO);
  return db
    .selectNoFrom([
      db
        .selectFrom(unread.as('unread'))
        .select(sql<number>`count(*)`.as('n'))
        .as('unread'),
      db
        .selectFrom(closed.as('closed'))
        .select(sql<number>`count(*)`.as('n'))
        .as('closed'),
      db
        .selectFrom(watching.as('watching'))
        .select(sql<number>`count(*)`.as('n'))
        .as('watching'),
    ])
    .executeTakeFirstOrThrow();
}
