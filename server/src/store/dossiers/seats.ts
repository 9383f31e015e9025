import { sql, type RawBuilder } from 'kysely';
import type { Executor } from './dossiers.ts';
import { LOOKED_AT } from './listing.ts';
import { readBy } from './readers.ts';
import { begun } from './tasks.ts';

/** A seat that work waits at. `post` is `*` where any post of the unit will do; no unit where nobody plays the part yet. */
type WaitingSeat = {
  readonly unit: string | null;
  readonly post: string;
  /** Lines that wait there, up to `LOOKED_AT`; `since`: the oldest of them. The nearest by their limit are looked at first. */
  readonly lines: number;
  readonly since: string;
  /** The day by which the first of them is due, or the minute on it; `T24:00` where the whole day counts. */
  readonly ends: string | null;
};

/** Whoever may act: he holds the post on the day and has an account in use. */
export const held = (region: string, on: string): RawBuilder<unknown> => sql`
  select h.unit, h.post, h.person, p.name from posting h join person p on p.region = h.region and p.id = h.person
  where h.region = ${region} and p.active and h.from_on <= ${on}::date and (h.until_on is null or ${on}::date < h.until_on)`;

/**
 * Seats that nobody holds on the day and that work waits at, as far as these seats may read it. The seats of all tasks are found
 * by steps along `task_by_seat`, so that it costs what there are seats and not what there are tasks.
 */
export async function vacantSeats(
  db: Executor,
  region: string,
  {
    on,
    reads,
    units,
  }: { readonly on: string; readonly reads: readonly string[]; readonly units: 'all' | readonly string[] },
): Promise<WaitingSeat[]> {
  const asked = units === 'all' ? sql`true` : sql`unit = any(${units}::text[])`;
  const first = sql`select unit, post, external from task where region = ${region} and unit is not null`;
  const figures = sql`select count(*)::int lines, min(opened_on) since, min(coalesce(due_at, due::text || 'T24:00')) ends`;
  // along `task_by_seat`; each alone, since an index follows no alternative
  const nearest = (seat: RawBuilder<unknown>) => sql`(select opened_on, due, due_at from task
    where region = ${region} and ${seat} and ${readBy(reads)} and ${begun(on)}
    order by coalesce(due, 'infinity'), opened_on limit ${LOOKED_AT})`;
  const { rows } = await sql<WaitingSeat>`
    with recursive seat as (
      (${first} order by unit, post limit 1)
      union all
      select next.* from seat s cross join lateral (${first} and (unit, post) > (s.unit, s.post) order by unit, post limit 1) next
    ), vacant as materialized (
      select unit, post from seat where not external and ${asked} and not exists (
        select from (${held(region, on)}) s where s.unit = seat.unit and (seat.post = '*' or s.post = seat.post))
      union all
      select null, null where ${units === 'all'}
    )
    select v.unit, coalesce(v.post, '*') post, w.lines, w.since, w.ends from vacant v cross join lateral (
      ${figures} from (
        ${nearest(sql`unit = v.unit and post = v.post`)} union all ${nearest(sql`v.unit is null and unit is null`)}) waiting) w
    where w.lines > 0 order by w.ends nulls last, w.since, v.unit, v.post`.execute(db);
  return rows;
}

/** A post of a unit. */
export type Seated = { readonly unit: string; readonly post: string };

/** Who holds a seat, by name. */
export type Held = Seated & { readonly names: readonly string[] };

/** Who holds each of these seats on the day, by name; a seat that nobody holds is left out. */
export async function holdersOf(
  db: Executor,
  region: string,
  seats: readonly Seated[],
  on: string,
): Promise<readonly Held[]> {
  if (seats.length === 0) return [];
  return (await sql<Held>`${holders(region, seats, on)}`.execute(db)).rows;
}

/** The question who holds these seats, also as the end of a statement that writes. */
export const holders = (region: string, seats: readonly Seated[], on: string): RawBuilder<unknown> => sql`
  select s.unit, s.post, array_agg(distinct who.name order by who.name) names
  from (select distinct * from unnest(${seats.map(({ unit }) => unit)}::text[], ${seats.map(({ post }) => post)}::text[]) as s(unit, post)) s
  join (${held(region, on)}) who on who.unit = s.unit and (s.post = '*' or who.post = s.post)
  group by s.unit, s.post`;
