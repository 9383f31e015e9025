import { sql } from 'kysely';
import type { Pause, Term } from '@bihuan/core/time';
import type { Executor } from './dossiers/dossiers.ts';

/** A notice that was put in after the program's own files. */
export type AmendmentRow = {
  readonly no: number;
  readonly jurisdiction: string;
  readonly year: number;
  readonly yaml: string;
  readonly applied_on: string;
  readonly applied_by: string;
  readonly impact: string;
};

/** Every applied notice that stands, oldest first. */
export async function calendarAmendments(db: Executor, region: string): Promise<AmendmentRow[]> {
  return db
    .selectFrom('calendar_amendment as a')
    .select(['a.no', 'a.jurisdiction', 'a.year', 'a.yaml', 'a.applied_on', 'a.applied_by', 'a.impact'])
    .where('a.region', '=', region)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('calendar_undone as u')
            .select('u.no')
            .whereRef('u.region', '=', 'a.region')
            .whereRef('u.no', '=', 'a.no'),
        ),
      ),
    )
    .orderBy('a.no')
    .execute();
}

/** A notice that was taken back: when, by whom, why, and its text. */
type UndoneRow = {
  readonly no: number;
  readonly undone_on: string;
  readonly undone_by: string;
  readonly reason: string;
};

/** Notices that were taken back, with what they were, oldest first. */
export async function undoneNotices(db: Executor, region: string): Promise<(UndoneRow & AmendmentRow)[]> {
  return db
    .selectFrom('calendar_undone as u')
    .innerJoin('calendar_amendment as a', (join) => join.onRef('a.region', '=', 'u.region').onRef('a.no', '=', 'u.no'))
    .select(['a.no', 'a.jurisdiction', 'a.year', 'a.yaml', 'a.applied_on', 'a.applied_by', 'a.impact'])
    .select(['u.undone_on', 'u.undone_by', 'u.reason'])
    .where('u.region', '=', region)
    .orderBy('u.no')
    .execute();
}

/** Notes that a notice was taken back, in the transaction that writes its event. */
export async function addUndone(db: Executor, region: string, row: UndoneRow): Promise<void> {
  await db
    .insertInto('calendar_undone')
    .values({ region, ...row })
    .execute();
}

/** How many clocks of a region were met by a calendar that one of these papers is part of; a calendar names its papers. */
export async function metUnder(db: Executor, region: string, papers: readonly string[]): Promise<number> {
  const { rows } = await sql<{ met: number }>`
    select count(*)::int as met from dossier d, jsonb_array_elements(d.state->'clocks') as c
    where d.region = ${region} and d.kind in ('problem', 'case', 'edition') and c->>'metOn' is not null
      and exists (select 1 from unnest(${papers}::text[]) as paper where position(paper in c->>'calendar') > 0)`.execute(
    db,
  );
  return rows[0]!.met;
}

/** Whoever starts, moves or meets a clock waits until this transaction has ended. */
export async function holdClocks(transaction: Executor): Promise<void> {
  await sql`lock table clock in share row exclusive mode`.execute(transaction);
}

/** Enters a notice under the next number, in the transaction that writes its event. */
export async function addAmendment(db: Executor, region: string, row: AmendmentRow): Promise<void> {
  await db
    .insertInto('calendar_amendment')
    .values({ region, ...row })
    .execute();
}

/** An open clock with the dossier it runs in and the edition that the dossier keeps. */
export type OpenClockRow = {
  readonly dossier: string;
  readonly policy: string;
  readonly number: string;
  readonly subject: string;
  readonly id: string;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly start_on: string;
  readonly term: Term;
  readonly due: string;
  readonly extensions: readonly number[];
  readonly pauses: readonly Pause[];
  readonly provisional: boolean;
};

/**
 * Clocks of a region that run, by dossier along the primary key, `limit` at most; met ones are not in the table, what stands
 * still has no day to move. `after`: the last of the page before.
 */
export async function openClocksAfter(
  db: Executor,
  region: string,
  after: { readonly dossier: string; readonly id: string } | null,
  limit: number,
): Promise<OpenClockRow[]> {
  const from = after ?? { dossier: '00000000-0000-0000-0000-000000000000', id: '' };
  const { rows } = await sql<OpenClockRow>`
    select c.dossier, d.state->>'policy' as policy, coalesce(p.number, f.number, '第' || e.no || '期') as number, coalesce(p.title, f.title, e.title) as subject, c.id, c.title_zh, c.title_en, c.start_on, c.term, c.due, c.extensions, c.pauses, c.provisional
    from clock c
    join dossier d on d.region = c.region and d.id = c.dossier
    left join problem p on p.region = c.region and p.id = c.dossier
    left join case_file f on f.region = c.region and f.id = c.dossier
    left join edition e on e.region = c.region and e.id = c.dossier
    where c.region = ${region} and d.kind in ('problem', 'case', 'edition') and c.due is not null and (c.dossier, c.id) > (${from.dossier}::uuid, ${from.id})
    order by c.dossier, c.id limit ${limit}`.execute(db);
  return rows;
}

/**
 * Open limits that are over and whose lapse is not noted yet, by dossier, `limit` at most: those whose last day has passed, and
 * those in hours whose minute has. A term that must have run before its step can end is never over.
 */
export async function lapsedClocks(
  db: Executor,
  region: string,
  { on, instant }: { readonly on: string; readonly instant: string },
  after: { readonly dossier: string; readonly id: string } | null,
  limit: number,
): Promise<{ dossier: string; id: string }[]> {
  const from = after ?? { dossier: '00000000-0000-0000-0000-000000000000', id: '' };
  const { rows } = await sql<{ dossier: string; id: string }>`
    select dossier, id from clock
    where region = ${region} and due <= ${on}::date and lapsed_on is null and not floor
      and (due < ${on}::date and due_at is null or due_at < ${instant})
      and (dossier, id) > (${from.dossier}::uuid, ${from.id})
    order by dossier, id limit ${limit}`.execute(db);
  return rows;
}

/** How many met clocks these dossiers have: they stay as they were. */
export async function metClocks(db: Executor, region: string, dossiers: readonly string[]): Promise<number> {
  const { rows } = await sql<{ met: number }>`
    select count(*)::int as met from dossier d, jsonb_array_elements(d.state->'clocks') as c
    where d.region = ${region} and d.id = any(${dossiers}::uuid[]) and c->>'metOn' is not null`.execute(db);
  return rows[0]!.met;
}
