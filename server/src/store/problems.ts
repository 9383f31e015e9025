import { sql, type SelectQueryBuilder } from 'kysely';
import { planEachTime } from './database/connection.ts';
import type { Executor } from './dossiers/dossiers.ts';
import {
  countLateOf,
  type Counted,
  COUNTED_TO,
  litBy,
  LOOKED_AT,
  saying,
  SEARCHED,
  words,
  type LightDays,
  type LightLevel,
} from './dossiers/listing.ts';
import type { DB } from './database/tables.ts';

/** What the register can be asked. Absent means any. */
export type ProblemFilter = {
  readonly q?: string;
  readonly stage?: readonly string[];
  /** Facts that must hold, each as `fact:value`. */
  readonly fact?: readonly string[];
  readonly field?: string;
  readonly township?: string;
  readonly holder?: string;
  readonly edition?: string;
  readonly import?: string;
  readonly light?: LightLevel;
  /** Only these. */
  readonly id?: readonly string[];
  /** Only those closed on this day or later. */
  readonly closedSince?: string;
  /** Only dossiers in which one of these units plays a part. */
  readonly units?: readonly string[];
};

/** Key of the last row of the page before. */
export type After = { readonly number: string; readonly due: string | null; readonly id: string };
/** `number`: newest first. `due`: nearest first, those without a due day last. */
export type Sort = 'number' | 'due';

/** Filters that no index answers by itself. */
const LOOKING = ['fact', 'field', 'township', 'light', 'units'] as const;

type Filtered = SelectQueryBuilder<DB, 'problem', object>;

/**
 * One page of the register, newest number first or nearest due date first, and one row more where there is a next page.
 * Read along `problem_by_number`, `problem_by_due` or the index of a filter: which one, PostgreSQL plans for these values.
 */
export async function listProblems(
  db: Executor,
  region: string,
  filter: ProblemFilter,
  days: LightDays,
  page: { sort: Sort; after: After | null; size: number },
) {
  const query = filtered(db, region, filter, days).selectAll();
  const from = page.after;
  const sorted =
    page.sort === 'due'
      ? query
          .$if(from !== null, (rows) =>
            rows.where(
              sql<boolean>`(coalesce(due, 'infinity'), id) > (coalesce(${from?.due ?? null}::date, 'infinity'), ${from?.id ?? null}::uuid)`,
            ),
          )
          .orderBy(sql`coalesce(due, 'infinity')`)
          .orderBy('id')
      : query
          .$if(from !== null, (rows) =>
            rows.where(sql<boolean>`(number, id) < (${from?.number ?? null}, ${from?.id ?? null}::uuid)`),
          )
          .orderBy('number', 'desc')
          .orderBy('id', 'desc');
  return sorted
    .limit(page.size + 1)
    .modifyEnd(sql.raw(planEachTime))
    .execute();
}

/** How many rows there are, as far as counting is worth its cost. */
export async function countProblems(
  db: Executor,
  region: string,
  filter: ProblemFilter,
  days: LightDays,
): Promise<Counted> {
  const looking = LOOKING.some((name) => filter[name] !== undefined);
  const most = words(filter.q).length > 0 ? SEARCHED : looking ? LOOKED_AT : COUNTED_TO;
  const some = filtered(db, region, filter, days)
    .select(sql`1`.as('one'))
    .limit(most + 1);
  const { total } = await db
    .selectFrom(some.as('some'))
    .select(sql<number>`count(*)`.as('total'))
    .modifyEnd(sql.raw(planEachTime))
    .executeTakeFirstOrThrow();
  return { total: Math.min(total, most), more: total > most };
}

/** How many of them are late. */
export async function countLateProblems(
  db: Executor,
  region: string,
  filter: ProblemFilter,
  days: LightDays,
): Promise<Counted> {
  const found = filtered(db, region, filter, days).select(sql`1`.as('one'));
  return countLateOf(db, 'problem', sql`region = ${region}`, days, (among) => sql`${found.where(among)}`);
}

/** The rows of these problems, in no order. */
export async function problemsById(db: Executor, region: string, ids: readonly string[]) {
  return db
    .selectFrom('problem')
    .selectAll()
    .where('region', '=', region)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
}

function filtered(db: Executor, region: string, filter: ProblemFilter, days: LightDays): Filtered {
  let query = db.selectFrom('problem').where('region', '=', region) as Filtered; // nothing selected yet: the caller says what
  for (const column of ['field', 'township', 'holder', 'edition', 'import'] as const) {
    const value = filter[column];
    if (value !== undefined) query = query.where(column, '=', value);
  }
  if (filter.fact?.length) query = query.where(sql<boolean>`facts @> ${JSON.stringify(factsOf(filter.fact))}::jsonb`);
  if (filter.id) query = query.where(sql<boolean>`id = any(${filter.id}::uuid[])`);
  if (filter.stage?.length) query = query.where('stage', 'in', [...filter.stage]);
  // a merged one leads on to the problem it is: whoever looks for it finds it, and no list counts it twice
  else if (!filter.id) query = query.where('stage', 'not in', filter.q ? ['withdrawn'] : ['withdrawn', 'merged']);
  if (filter.closedSince) query = query.where('closed_on', '>=', filter.closedSince);
  if (filter.units) query = query.where(sql<boolean>`units && ${filter.units}::text[]`);
  for (const word of words(filter.q)) query = query.where(saying(word, region, 'problem_words'));
  return filter.light ? query.where(litBy(filter.light, days)) : query;
}

/** All rows that match, a batch at a time, by key: an export of any size holds one batch in memory. */
export async function* eachProblem(
  db: Executor,
  region: string,
  filter: ProblemFilter,
  days: LightDays,
  batch = 1_000,
) {
  let after: After | null = null;
  for (;;) {
    const rows: Awaited<ReturnType<typeof listProblems>> = await listProblems(db, region, filter, days, {
      sort: 'number',
      after,
      size: batch,
    });
    const page = rows.slice(0, batch);
    yield* page;
    const last = page.at(-1);
    if (rows.length <= batch || !last) return;
    after = { number: last.number, due: last.due, id: last.id };
  }
}

/** `origin:city` as the column holds it. */
function factsOf(asked: readonly string[]): Readonly<Record<string, string>> {
  const parts = asked.map((each) => [each.slice(0, each.indexOf(':')), each.slice(each.indexOf(':') + 1)] as const);
  return Object.fromEntries(parts);
}
