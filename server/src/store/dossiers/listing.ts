import { sql, type RawBuilder } from 'kysely';
import type { LocalTime, PlainDate } from '@bihuan/core/time';
import { planEachTime } from '../database/connection.ts';
import type { Executor } from './dossiers.ts';
import { searchable } from './searchable.ts';

/** The office's day and minute: what is due today is late once its minute is over. */
export type Now = { readonly today: PlainDate; readonly now: LocalTime };
/** Bounds of the lights in days, computed from the calendar by the caller: late before `now`, near up to `amber`, `blue`. */
export type LightDays = Now & { readonly amber: PlainDate; readonly blue: PlainDate };
/** How near the due day is, in the colours of the register; `paused`: it stands still, `none`: no limit runs. */
export type LightLevel = 'green' | 'blue' | 'amber' | 'red' | 'paused' | 'none';

/** Past this many a list says "more than"; counting on costs more than it tells. Read from an index alone. */
export const COUNTED_TO = 1_000;

/** The same where every row has to be looked at to know whether it counts. */
export const LOOKED_AT = 250;

/** The same for a search: whoever finds more than this asks again with more words. */
export const SEARCHED = 100;

/** So many words are searched for at once. */
const WORDS = 5;

/** The words of a search as rows hold them, five at most. */
export const words = (q: string | undefined): string[] => written(q).slice(0, WORDS).map(searchable);

/** The words of a search that nothing was searched for, as they were written: whoever asked is told. */
export const leftOut = (q: string | undefined): string[] => written(q).slice(WORDS);

/** Signs that stand between words of running text, wide and narrow; brackets and dashes stand in numbers of papers and do not. */
const BETWEEN = /[\s，,、､；;。｡“”"＂「」｢｣《》〈〉]+/;

/** Each word once, in its order. Where nothing is left between the signs, the signs themselves are what is looked for. */
function written(q: string | undefined): string[] {
  const cut = (at: RegExp): string[] => (q ?? '').split(at).filter((word) => word !== '');
  const parts = cut(BETWEEN);
  const called = new Map((parts.length > 0 ? parts : cut(/\s+/)).map((word) => [searchable(word).toLowerCase(), word]));
  return [...called.values()];
}

const escaped = (word: string): string => word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** Rows that say this word: pieces of two characters find the candidates in `table`, the text itself decides. */
export function saying(word: string, region: string, table: 'problem_words' | 'case_words'): RawBuilder<boolean> {
  const said = sql<boolean>`search ilike ${`%${escaped(word)}%`}`;
  if (word.length < 2) return said;
  return sql`${said} and id in (select w.id from ${sql.table(table)} w where w.region = ${region} and w.pairs @> pairs(${word}))`;
}

/**
 * Rows whose limit has run out: with its day, or with its minute where the term is one of hours. The one condition of lists, desks and
 * counts, in the words of the indexes by due day.
 */
export const runOut = ({ today, now }: Now): RawBuilder<boolean> =>
  sql`(coalesce(due, 'infinity') <= ${today}::date and (coalesce(due, 'infinity') < ${today}::date or coalesce(due_at < ${now}, false)))`;

/** Open rows that stand under this light. */
export function litBy(light: LightLevel, days: LightDays): RawBuilder<boolean> {
  const { today, amber, blue } = days;
  const open = sql<boolean>`closed_on is null`;
  switch (light) {
    case 'none':
      return sql`${open} and due is null and paused = false`;
    case 'paused':
      return sql`${open} and paused = true`;
    case 'red':
      return sql`${open} and ${runOut(days)}`;
    case 'amber':
      return sql`${open} and due >= ${today} and due <= ${amber} and not ${runOut(days)}`;
    case 'blue':
      return sql`${open} and due > ${amber} and due <= ${blue}`;
    case 'green':
      return sql`${open} and due > ${blue}`;
  }
}

/** How many rows a question has, counted so far; `more`: at least so many. */
export type Counted = { readonly total: number; readonly more: boolean };

/**
 * Counts the late ones among what is asked, along the index by due day: the late ones of the whole table are looked at, so many as
 * counting is worth, and not everything that is asked for the few of it that are late. `found`: rows of the question among the ids
 * of `late`, as a subquery; `ground`: what every row must hold that the index begins with.
 */
export async function countLateOf(
  db: Executor,
  table: 'problem' | 'case_file',
  ground: RawBuilder<boolean>,
  now: Now,
  found: (among: RawBuilder<boolean>) => RawBuilder<unknown>,
): Promise<Counted> {
  const among = sql<boolean>`id = any(array(select id from late))`;
  const { rows } = await sql<{ total: number; looked: number }>`
    with late as materialized (
      select id from ${sql.table(table)} where ${ground} and closed_on is null and ${runOut(now)}
      order by coalesce(due, 'infinity'), id limit ${COUNTED_TO + 1})
    select (select count(*) from (${found(among)}) found) as total, (select count(*) from late) as looked ${sql.raw(planEachTime)}`.execute(
    db,
  );
  const { total, looked } = rows[0]!;
  return { total: Math.min(total, COUNTED_TO), more: looked > COUNTED_TO };
}
