import { sql, type RawBuilder, type Selectable } from 'kysely';
import { planEachTime } from './database/connection.ts';
import type { Executor } from './dossiers/dossiers.ts';
import { readBy } from './dossiers/readers.ts';
import { litBy, saying, words, type LightDays, type LightLevel } from './dossiers/listing.ts';
import { standingBehind, type Behind } from './figures.ts';
import type { DB } from './database/tables.ts';

/** A line of the list of the plan's own kinds. */
export type CaseLine = Selectable<DB['case_file']>;

/**
 * Whose eyes a list is for: the seats they look from. `named`: every dossier of the kind names its readers, as `allNamed`
 * answers; the planner then finds the few of a person along `case_by_reader` instead of looking through all of them.
 */
export type Eyes = { readonly seats: readonly string[]; readonly named: boolean };

/** Days from and to, both of them included; null: open at that end. */
export type Days = { readonly from: string | null; readonly to: string | null };

/** What a list can be asked. Absent means any; withdrawn and merged ones are left out unless their stage is asked for. */
export type CaseFilter = {
  readonly kind?: string;
  readonly q?: string;
  readonly stage?: readonly string[];
  readonly holder?: string;
  readonly light?: LightLevel;
  /** `field=clay`: each must hold. */
  readonly facets?: readonly string[];
  /** Days of the sheet, by field: each must lie within. */
  readonly within?: Readonly<Record<string, Days>>;
  readonly opened?: Days;
  readonly closed?: Days;
  /** A unit that plays a part in it. */
  readonly unit?: string;
  /** Only dossiers in which one of these units plays a part. */
  readonly units?: readonly string[];
  readonly duty?: string;
  readonly period?: string;
  /** Only what stands behind a figure; null: behind one that is none. */
  readonly behind?: Behind | null;
};

/** `number`: newest first; without a kind, by the day of opening. `due`: nearest first, those without a due day last. */
export type CaseSort = 'number' | 'due';

/** Key of the last row of the page before. */
export type AfterCase = {
  readonly key: string;
  readonly openedOn: string;
  readonly due: string | null;
  readonly id: string;
};

/** A list as it is asked for: where, what, by whose eyes, with the days that lights go by. */
export type CasesAsked = {
  readonly region: string;
  readonly filter: CaseFilter;
  readonly eyes: Eyes;
  readonly days: LightDays;
};

const EACH_TIME = sql.raw(planEachTime);

/** One page of a kind, and one row more where there is a next page: along the index of the order or that of a filter. */
export async function listCases(
  db: Executor,
  asked: CasesAsked,
  page: { readonly sort: CaseSort; readonly after: AfterCase | null; readonly size: number },
): Promise<CaseLine[]> {
  const { from, order } = placeOf(page.sort, page.after, asked.filter.kind !== undefined);
  const { rows } = await sql<CaseLine>`
    select * from case_file where ${conditions(asked)} and ${from}
    order by ${order} limit ${page.size + 1} ${EACH_TIME}`.execute(db);
  return rows;
}

function placeOf(sort: CaseSort, after: AfterCase | null, ofOneKind: boolean) {
  if (sort === 'due')
    return {
      from: after
        ? sql`(coalesce(due, 'infinity'), id) > (coalesce(${after.due}::date, 'infinity'), ${after.id}::uuid)`
        : ANY,
      order: sql`coalesce(due, 'infinity'), id`,
    };
  if (ofOneKind)
    return {
      from: after ? sql`(number_key, id) < (${after.key}, ${after.id}::uuid)` : ANY,
      order: sql`number_key desc, id desc`,
    };
  return {
    from: after ? sql`(opened_on, id) < (${after.openedOn}::date, ${after.id}::uuid)` : ANY,
    order: sql`opened_on desc, id desc`,
  };
}

const ANY = sql`true`;

/** The lines of these dossiers, in no order, whoever asks: the guard has been asked before. */
export async function casesById(db: Executor, region: string, ids: readonly string[]): Promise<CaseLine[]> {
  return db
    .selectFrom('case_file')
    .selectAll()
    .where('region', '=', region)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
}

/** All rows that match, a batch at a time, by key: an export of any size holds one batch in memory. */
export async function* eachCase(db: Executor, asked: CasesAsked, batch = 1_000): AsyncGenerator<CaseLine> {
  let after: AfterCase | null = null;
  for (;;) {
    const rows: CaseLine[] = await listCases(db, asked, { sort: 'number', after, size: batch });
    yield* rows.slice(0, batch);
    const last = rows[batch - 1];
    if (rows.length <= batch || !last) return;
    after = placeIn(last);
  }
}

/** Where a page ends with this line. */
export const placeIn = ({ number_key: key, opened_on: openedOn, due, id }: CaseLine): AfterCase => ({
  key,
  openedOn,
  due,
  id,
});

/** A day that is written with its year first stands among others as its text does. */
function lyingIn(day: RawBuilder<unknown>, { from, to }: Days): RawBuilder<boolean> {
  const bounds = [...(from === null ? [] : [sql`${day} >= ${from}`]), ...(to === null ? [] : [sql`${day} <= ${to}`])];
  return sql<boolean>`${sql.join(bounds.length > 0 ? bounds : [ANY], sql` and `)}`;
}

/** A merged one leads on to the one it is: whoever looks for it finds it, and no list counts it twice. */
const standing = ({ q }: CaseFilter): RawBuilder<boolean> =>
  q ? sql<boolean>`not withdrawn` : sql<boolean>`not withdrawn and not merged`;

/**
 * What every row of such a list holds. `at`: where it stands, as the index by stage is asked; absent: as the list asks, withdrawn ones
 * left out unless their stage is.
 */
export function conditions(
  { region, filter, eyes, days }: CasesAsked,
  at = filter.stage?.length ? sql<boolean>`stage = any(${filter.stage}::text[])` : standing(filter),
): RawBuilder<boolean> {
  const { kind, q, holder, light, facets, units, duty, period, behind, within = {}, opened, closed, unit } = filter;
  const wanted = [
    sql`region = ${region}`,
    ...(kind === undefined ? [] : [sql`kind = ${kind}`]),
    at,
    ...(holder === undefined ? [] : [sql`holder = ${holder}`]),
    ...(duty === undefined ? [] : [sql`duty = ${duty}`]),
    ...(period === undefined ? [] : [sql`period = ${period}`]),
    ...(behind === undefined ? [] : [standingBehind(behind)]),
    ...(facets?.length ? [sql`facets @> ${facets}::text[]`] : []),
    ...(units ? [sql`units && ${units}::text[]`] : []),
    ...(unit === undefined ? [] : [sql`units @> array[${unit}]`]),
    ...(opened ? [lyingIn(sql`opened_on`, opened)] : []),
    ...(closed ? [sql`closed_on is not null`, lyingIn(sql`closed_on`, closed)] : []),
    ...Object.entries(within).map(([field, bounds]) => lyingIn(sql`(cells ->> ${field})`, bounds)),
    ...words(q).map((word) => saying(word, region, 'case_words')),
    ...(light ? [litBy(light, days)] : []),
    eyes.named ? sql`readers && ${eyes.seats}::text[]` : readBy(eyes.seats),
  ];
  return sql<boolean>`${sql.join(wanted, sql` and `)}`;
}

/** Whether every dossier of the kind names who reads it. */
export async function allNamed(db: Executor, region: string, kind: string): Promise<boolean> {
  const forAll = await db
    .selectFrom('case_file')
    .select('id')
    .where('region', '=', region)
    .where('kind', '=', kind)
    .where('readers', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return forAll === undefined;
}
