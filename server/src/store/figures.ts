import { sql, type RawBuilder } from 'kysely';
import type { Condition, Counting } from '@bihuan/core/policy';
import type { PlainDate } from '@bihuan/core/time';
import type { Executor } from './dossiers/dossiers.ts';
import { readBy } from './dossiers/readers.ts';

/** Which dossiers a figure counts. `problem`: they stand in the register of problems. */
export type CountedDossiers = {
  readonly region: string;
  readonly kind: string;
  readonly problem: boolean;
  readonly which: Counting;
  /** The period; of those that are open both are the day on which they are. */
  readonly first: PlainDate;
  readonly last: PlainDate;
  /** Only those that this unit has. */
  readonly holder: string | null;
  readonly when: Condition | null;
};

/** Members of a gathering whose field is added up. */
export type CountedMembers = {
  readonly region: string;
  readonly duty: string;
  readonly period: string;
  readonly field: string;
};

/** What stands behind a figure. */
export type Behind = { readonly dossiers: CountedDossiers } | { readonly members: CountedMembers };

/** A row behind a figure; `value` where something is added up. */
export type FigureRow = {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly unit: string | null;
  readonly value: number | null;
};

/** How many dossiers there are, whoever asks: the figure is the office's. */
export async function countDossiers(db: Executor, counted: CountedDossiers): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total ${dossiersOf(counted)}`.execute(db);
  return rows[0]!.total;
}

/** Those of them that these seats may read, the latest number first, so many at most. */
export async function listDossiers(
  db: Executor,
  counted: CountedDossiers,
  seats: readonly string[],
  most: number,
): Promise<FigureRow[]> {
  const { rows } = await sql<FigureRow>`
    select id, ${counted.kind} as kind, number, title, holder_name as unit, null::int as value ${dossiersOf(counted)}
      and ${counted.problem ? sql`true` : readBy(seats)}
    order by number desc, id desc limit ${most}`.execute(db);
  return rows;
}

function dossiersOf(counted: CountedDossiers): RawBuilder<unknown> {
  const { region, kind, problem } = counted;
  const from = problem
    ? sql`from problem where region = ${region} and stage not in ('withdrawn', 'merged')`
    : sql`from case_file where region = ${region} and kind = ${kind} and not withdrawn and not merged`;
  return sql`${from} and ${countedAmong(counted)}`;
}

/** Of the dossiers of the kind those that are counted. */
function countedAmong({ problem, which, first, last, holder, when }: CountedDossiers): RawBuilder<unknown> {
  const opened = problem ? sql`registered_on` : sql`opened_on`;
  const time = {
    open: sql`${opened} <= ${last}::date and (closed_on is null or closed_on > ${last}::date)`,
    opened: sql`${opened} between ${first}::date and ${last}::date`,
    closed: sql`closed_on between ${first}::date and ${last}::date`,
  }[which];
  const whose = holder === null ? sql`true` : sql`holder = ${holder}`;
  return sql`${time} and ${whose} and ${when ? holds(when) : sql`true`}`;
}

/** Lines of the list of plain kinds that stand behind a figure; nothing does where there is none. */
export function standingBehind(behind: Behind | null): RawBuilder<unknown> {
  if (!behind || ('dossiers' in behind && behind.dossiers.problem)) return sql`false`;
  if ('members' in behind) return sql`id in (select r.id ${membersOf(behind.members)})`;
  return sql`kind = ${behind.dossiers.kind} and not withdrawn and not merged and ${countedAmong(behind.dossiers)}`;
}

/** A condition over facts. An unknown fact is null here, and null is neither true nor false, as the language has it. */
function holds(condition: Condition): RawBuilder<unknown> {
  if ('fact' in condition) return sql`(facts ->> ${condition.fact}) = any(${[...condition.oneOf]}::text[])`;
  if ('not' in condition) return sql`(not ${holds(condition.not)})`;
  const parts = ('all' in condition ? condition.all : condition.any).map((part) => holds(part));
  return sql`(${sql.join(parts, 'all' in condition ? sql` and ` : sql` or `)})`;
}

/** What the members that have been filed, and confirmed where somebody does, say in this field together. */
export async function sumMembers(db: Executor, counted: CountedMembers): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select coalesce(sum(${valueOf(counted.field)}), 0)::float8 as total ${membersOf(counted)}`.execute(db);
  return rows[0]!.total;
}

/** Those of them that these seats may read, in the order of their numbers, with what each says. */
export async function listMembers(
  db: Executor,
  counted: CountedMembers,
  seats: readonly string[],
  most: number,
): Promise<FigureRow[]> {
  const { rows } = await sql<FigureRow>`
    select r.id, d.state ->> 'kind' as kind, r.number, r.title, r.unit_name as unit, ${valueOf(counted.field)}::float8 as value
      ${membersOf(counted)} and ${readBy(seats)}
    order by r.number_key, r.id limit ${most}`.execute(db);
  return rows;
}

const valueOf = (field: string) => sql`(d.state -> 'values' ->> ${field})::numeric`;

const membersOf = ({ region, duty, period, field }: CountedMembers) => sql`
  from duty_return r join dossier d on d.region = r.region and d.id = r.id
  where r.region = ${region} and r.duty = ${duty} and r.period = ${period} and r.corrects is null
    and not r.withdrawn and r.merged_into is null and r.filed_on is not null and r.confirmed and d.state -> 'values' ->> ${field} is not null`;
