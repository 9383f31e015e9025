import { sql } from 'kysely';
import { json } from './append-rows.ts';
import { collision } from './append.ts';
import { toldOf } from './besides.ts';
import { entering } from './registers.ts';
import { tellPeople, toldTable } from './telling.ts';
import { SHAPE, type Append, type Executor } from './dossiers.ts';

/**
 * Many new dossiers in one statement: what `append` writes for one, without what only a dossier that stands can lose. Their
 * numbers are taken beforehand (`takeNumbers`), in the same transaction.
 * @throws StaleVersion when one of them is there already, or NumberTaken; then none was written
 */
export async function openMany(db: Executor, appends: readonly Append[]): Promise<void> {
  if (appends.length === 0) return;
  try {
    await statement(appends).execute(db);
  } catch (error) {
    throw collision(error) ?? error;
  }
}

function statement(appends: readonly Append[]) {
  const links = appends.flatMap((one) => one.links);
  const [first, at] = [appends[0]!, links[0]!]; // one region, one day: they are opened together
  const each = <T>(of: (link: (typeof links)[number]) => T): T[] => links.map(of);
  const rows = (of: (one: Append) => object | readonly object[] | undefined): string =>
    json(appends.flatMap((one) => of(one) ?? []));
  return sql`
    with logged as (
      insert into dossier_event (region, dossier, version, type, body, claimed_on, recorded_at, actor, command, previous, digest)
      select * from unnest(${each((link) => link.region)}::text[], ${each((link) => link.dossier)}::uuid[], ${each((link) => link.version)}::int[],
        ${each((link) => link.type)}::text[], ${each((link) => Buffer.from(link.body))}::bytea[], ${each((link) => link.claimedOn)}::date[],
        ${each((link) => link.recordedAt)}::timestamptz[], ${each((link) => link.actor)}::text[], ${each((link) => link.command)}::uuid[],
        ${each((link) => Buffer.from(link.previous))}::bytea[], ${each((link) => Buffer.from(link.digest))}::bytea[])
    ), standing as (
      insert into dossier (region, id, kind, version, digest, state, shape)
      select d.region, d.id, d.kind, d.version, d.digest, d.state, ${SHAPE}
      from unnest(${appends.map((one) => one.region)}::text[], ${appends.map((one) => one.dossier)}::uuid[], ${appends.map((one) => one.kind)}::text[],
        ${appends.map((one) => one.links.at(-1)!.version)}::int[], ${appends.map((one) => Buffer.from(one.links.at(-1)!.digest))}::bytea[],
        ${appends.map((one) => JSON.stringify(one.state))}::jsonb[]) as d(region, id, kind, version, digest, state)
    ), case_rows as (
      insert into case_file select * from jsonb_populate_recordset(null::case_file, ${rows((one) => one.rows.case)}::jsonb)
    ), return_rows as (
      insert into duty_return select * from jsonb_populate_recordset(null::duty_return, ${rows((one) => one.rows.return)}::jsonb)
    ), open_tasks as (
      insert into task select * from jsonb_populate_recordset(null::task, ${rows((one) => one.rows.tasks.put)}::jsonb)
    ), open_clocks as (
      insert into clock select * from jsonb_populate_recordset(null::clock, ${rows((one) => one.rows.clocks.put)}::jsonb)
    ), ${entering(appends)!}, telling as (${tellPeople(first.region, toldTable(appends.flatMap(toldOf)), first.on ?? at.claimedOn, at.recordedAt)}
    ), questions as (
      insert into question select * from jsonb_populate_recordset(null::question, ${rows((one) => one.rows.questions?.put)}::jsonb)
    )
    insert into copy select * from jsonb_populate_recordset(null::copy, ${rows((one) => one.rows.copies.put)}::jsonb)`;
}
