import { sql } from 'kysely';
import { conditions, type CaseFilter, type CasesAsked } from './cases.ts';
import { planEachTime } from './database/connection.ts';
import type { Executor } from './dossiers/dossiers.ts';
import { COUNTED_TO, countLateOf, LOOKED_AT, SEARCHED, words, type Counted } from './dossiers/listing.ts';

const EACH_TIME = sql.raw(planEachTime);

/** How many rows there are, as far as counting is worth its cost. */
export async function countCases(db: Executor, asked: CasesAsked): Promise<Counted> {
  const most = mostOf(asked.filter);
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from (select 1 from case_file where ${conditions(asked)} limit ${most + 1}) found ${EACH_TIME}`.execute(
    db,
  );
  const { total } = rows[0]!;
  return { total: Math.min(total, most), more: total > most };
}

/**
 * How many of them are late. Without a kind no index by due day serves: nothing is counted, and there may be some.
 */
export async function countLateCases(db: Executor, asked: CasesAsked): Promise<Counted> {
  const { region, filter, days } = asked;
  if (filter.kind === undefined) return { total: 0, more: true };
  const wanted = conditions(asked);
  return countLateOf(
    db,
    'case_file',
    sql`region = ${region} and kind = ${filter.kind}`,
    days,
    (among) => sql`select 1 from case_file where ${wanted} and ${among}`,
  );
}

/** How many stand at each of these stages, counted as far as for the list. */
export async function countStages(
  db: Executor,
  asked: CasesAsked,
  stages: readonly string[],
): Promise<{ id: string; count: number }[]> {
  const { stage: _stage, ...filter } = asked.filter;
  // in the order of the index by stage: a stage that holds nothing was looked for through all rows, since most stages hold many
  const wanted = conditions({ ...asked, filter }, sql`case_file.stage = s.stage`);
  const { rows } = await sql<{ id: string; count: number }>`
    select s.stage as id, (select count(*) from (
      select 1 from case_file where ${wanted} order by number_key desc, id desc limit ${mostOf(filter)}) found) as count
    from unnest(${stages}::text[]) with ordinality as s(stage, place) order by s.place ${EACH_TIME}`.execute(db);
  return rows;
}

/** How many have each of these values in a field that lists filter by, counted as far as for the list. */
export async function countValues(
  db: Executor,
  asked: CasesAsked,
  field: string,
  values: readonly string[],
): Promise<{ id: string; count: number }[]> {
  const { facets = [], ...rest } = asked.filter;
  const filter = { ...rest, facets: facets.filter((facet) => !facet.startsWith(`${field}=`)) };
  const wanted = conditions({ ...asked, filter });
  const { rows } = await sql<{ id: string; count: number }>`
    select v.value as id, (select count(*) from (
      select 1 from case_file where facets @> array[${`${field}=`}::text || v.value] and ${wanted} limit ${mostOf(filter)}) found) as count
    from unnest(${values}::text[]) with ordinality as v(value, place) order by v.place ${EACH_TIME}`.execute(db);
  return rows;
}

/** Filters that no index answers by itself. */
const mostOf = ({ q, light, facets, units, behind, within, opened, closed, unit }: CaseFilter): number => {
  if (words(q).length > 0) return SEARCHED;
  return light || facets?.length || units || behind || within || opened || closed || unit ? LOOKED_AT : COUNTED_TO;
};
