import { sql } from 'kysely';
import { besides } from './besides.ts';
import { KeyTaken, NumberTaken, RuledAlready, SHAPE, StaleVersion, type Append, type Executor } from './dossiers.ts';

const problemColumns = [
  'number',
  'title',
  'search',
  'stage',
  'facts',
  'field',
  'township',
  'holder',
  'holder_name',
  'person',
  'edition',
  'edition_no',
  'step_zh',
  'step_en',
  'step_clause',
  'due',
  'due_at',
  'due_title',
  'paused',
  'provisional',
  'progress',
  'measures',
  'units',
  'registered_on',
  'handed_over_on',
  'listed_due',
  'listed_holder',
  'closed_on',
];
/** What may change of a dossier of the plan's own kinds: all but what it was opened as; its reading, where it is brought over. */
const caseColumns = [
  'policy',
  'title',
  'search',
  'stage',
  'holder',
  'holder_name',
  'step_zh',
  'step_en',
  'step_clause',
  'due',
  'due_at',
  'due_title',
  'paused',
  'provisional',
  'facts',
  'cells',
  'facets',
  'units',
  'readers',
  'nil',
  'closed_on',
  'withdrawn',
];
/**
 * What may change of a task or copy while it stands; number and subject follow a correction of the dossier, and a later reading of
 * the plan may give the same round of a step to others.
 */
const taskColumns = [
  'number',
  'subject',
  'unit',
  'post',
  'external',
  'part',
  'do_kind',
  'title_zh',
  'title_en',
  'clause',
  'opened_on',
  'due',
  'due_at',
  'paused',
  'provisional',
  'urged_on',
  'readers',
];
const clockColumns = [
  'title_zh',
  'title_en',
  'clause',
  'start_on',
  'term',
  'due',
  'due_at',
  'extensions',
  'pauses',
  'provisional',
  'calendar',
  'lapsed_on',
  'floor',
];
const copyColumns = ['number', 'subject', 'state', 'readers'];
/** What may change of a return: never what is owed and by whom. */
const returnColumns = ['title', 'due', 'filed_on', 'confirmed', 'nil', 'returned', 'withdrawn', 'sheet', 'readers'];
const questionColumns = [
  'number',
  'subject',
  'policy',
  'scope',
  'used',
  'choice',
  'ruled_on',
  'ended_on',
  'ruling',
  'readers',
];
const editionColumns = ['no', 'title', 'stage', 'size', 'digest', 'formed_on', 'consented_on'];

const overwrite = (columns: readonly string[]) =>
  sql.raw(`(${columns.join(', ')}) = row(${columns.map((name) => `excluded.${name}`).join(', ')})`);

/**
 * One statement writes the events, where the dossier stands, its list rows, the retry key and the outbox, so nothing
 * can half happen. Rows come in as arrays and records, so its text never changes and is prepared once a session.
 * @throws StaleVersion, NumberTaken, RuledAlready or KeyTaken; then nothing was written.
 */
export async function append(db: Executor, one: Append): Promise<void> {
  try {
    await statement(one).execute(db);
  } catch (error) {
    throw collision(error) ?? error;
  }
}

function statement(one: Append) {
  const { region, dossier, kind, before, links, state, rows, kept, takes, outbox } = one;
  const last = links.at(-1)!;
  return sql`
    with logged as (
      insert into dossier_event (region, dossier, version, type, body, claimed_on, recorded_at, actor, command, previous, digest)
      select ${region}, ${dossier}::uuid, e.version, e.type, e.body, ${last.claimedOn}::date, ${last.recordedAt}::timestamptz, ${last.actor}, ${last.command}::uuid, e.previous, e.digest
      from unnest(${links.map((link) => link.version)}::int[], ${links.map((link) => link.type)}::text[], ${buffers(links, 'body')}::bytea[],
                  ${buffers(links, 'previous')}::bytea[], ${buffers(links, 'digest')}::bytea[]) as e(version, type, body, previous, digest)
    ), standing as (
      insert into dossier (region, id, kind, version, digest, state, shape)
      values (${region}, ${dossier}::uuid, ${kind}, ${last.version}, ${Buffer.from(last.digest)}, ${JSON.stringify(state)}::jsonb, ${sql.lit(SHAPE)})
      on conflict (region, id) do update set version = excluded.version, digest = excluded.digest, state = excluded.state, shape = excluded.shape
      where dossier.version = ${before}
    ), problem_row as (
      insert into problem select * from jsonb_populate_recordset(null::problem, ${json(rows.problem ? [rows.problem] : [])}::jsonb)
      on conflict (region, id) do update set ${overwrite(problemColumns)}
    ), edition_row as (
      insert into edition select * from jsonb_populate_recordset(null::edition, ${json(rows.edition ? [rows.edition] : [])}::jsonb)
      on conflict (region, id) do update set ${overwrite(editionColumns)}
    ), case_row as (
      insert into case_file select * from jsonb_populate_recordset(null::case_file, ${json(rows.case ? [rows.case] : [])}::jsonb)
      on conflict (region, id) do update set ${overwrite(caseColumns)}
    ), return_row as (
      insert into duty_return select * from jsonb_populate_recordset(null::duty_return, ${json(rows.return ? [rows.return] : [])}::jsonb)
      on conflict (region, id) do update set ${overwrite(returnColumns)}
    ), numbered as (
      insert into number_series select * from jsonb_populate_recordset(null::number_series, ${json(takes ? [{ region, series: takes.series, last: takes.no }] : [])}::jsonb)
      on conflict (region, series) do update set last = excluded.last where number_series.last = excluded.last - 1
    ), done_tasks as (
      delete from task where region = ${region} and dossier = ${dossier}::uuid and id = any(${rows.tasks.removed}::text[])
    ), open_tasks as (
      insert into task select * from jsonb_populate_recordset(null::task, ${json(rows.tasks.put)}::jsonb)
      on conflict (region, dossier, id) do update set ${overwrite(taskColumns)}
    ), met_clocks as (
      delete from clock where region = ${region} and dossier = ${dossier}::uuid and id = any(${rows.clocks.removed}::text[])
    ), open_clocks as (
      insert into clock select * from jsonb_populate_recordset(null::clock, ${json(rows.clocks.put)}::jsonb)
      on conflict (region, dossier, id) do update set ${overwrite(clockColumns)}
    ), copies as (
      insert into copy select * from jsonb_populate_recordset(null::copy, ${json(rows.copies.put)}::jsonb)
      on conflict (region, dossier, id) do update set ${overwrite(copyColumns)}
    ), dropped_questions as (
      delete from question where region = ${region} and dossier = ${dossier}::uuid and id = any(${rows.questions?.removed ?? []}::text[])
    ), questions as (
      insert into question select * from jsonb_populate_recordset(null::question, ${json(rows.questions?.put ?? [])}::jsonb)
      on conflict (region, dossier, id) do update set ${overwrite(questionColumns)}
    ), proofs as (
      insert into evidence (region, dossier, id, digest)
      select ${region}, ${dossier}::uuid, e.id, e.digest from jsonb_to_recordset(${json(rows.evidence ?? [])}::jsonb) as e(id uuid, digest text)
    ), filed_under as (
      insert into filed (region, file, dossier)
      select ${region}, f.file, ${dossier}::uuid from unnest(${rows.filed ?? []}::uuid[]) as f(file) on conflict do nothing
    ), ${besides(one)}, kept_apart as (${apart(rows)}), kept as (
      insert into idempotency select * from jsonb_populate_recordset(null::idempotency, ${json(kept ? [{ region, ...kept }] : [])}::jsonb)
    )
    insert into outbox (region, task, body)
    select ${region}, o.task, o.body from jsonb_to_recordset(${json(outbox ?? [])}::jsonb) as o(task text, body jsonb)`;
}

/** What is kept apart of people: new with its sealed bytes, or emptied. */
const apart = ({ apart: kept = [] }: Append['rows']) => sql`
      insert into personal select * from jsonb_populate_recordset(null::personal, ${json(kept)}::jsonb)
      on conflict (region, dossier, id) do update set ${overwrite(['key', 'sealed', 'erased_on'])}`;

/** Rows as one parameter of a statement whose text never changes. */
export const json = (rows: readonly object[]): string => JSON.stringify(rows);

const buffers = (links: Append['links'], field: 'body' | 'previous' | 'digest'): Buffer[] =>
  links.map((link) => Buffer.from(link[field]));

/** A duplicate key says which promise was about to be broken. */
export function collision(error: unknown): Error | null {
  if (typeof error !== 'object' || error === null || !('code' in error) || error.code !== '23505') return null;
  switch ('constraint' in error ? error.constraint : null) {
    case 'dossier_event_pkey':
      return new StaleVersion();
    case 'problem_region_number_key':
    case 'case_file_region_kind_number_key':
      return new NumberTaken();
    case 'ruling_for_all':
      return new RuledAlready();
    case 'idempotency_pkey':
      return new KeyTaken();
    default:
      return null;
  }
}
