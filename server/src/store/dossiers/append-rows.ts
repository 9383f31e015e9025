import { sql, type RawBuilder } from 'kysely';
import type { Append } from './dossiers.ts';
import {
  problemColumns,
  caseColumns,
  taskColumns,
  clockColumns,
  copyColumns,
  returnColumns,
  questionColumns,
  editionColumns,
} from './row-columns.ts';

const overwrite = (columns: readonly string[]): string =>
  `(${columns.join(', ')}) = row(${columns.map((name) => `excluded.${name}`).join(', ')})`;

/** One part of the statement that writes an act, `name as (…)`; null where the act leaves nothing for it to do. */
export type Part = RawBuilder<unknown> | null;

/**
 * The list rows of an act as parts of its statement. A part without a row would do nothing, but PostgreSQL opens its table and every
 * index of it: with all of them in every act, the database worked two and a half times as long for one.
 */
export function rowParts({ region, dossier, rows, takes }: Append): readonly Part[] {
  const own = sql`region = ${region} and dossier = ${dossier}::uuid`;
  const gone = (name: string, table: string, ids: readonly string[] = []): Part =>
    ids.length === 0
      ? null
      : sql`${sql.raw(`${name} as (delete from ${table}`)} where ${own} and id = any(${ids}::text[]))`;
  const { tasks, clocks, copies, questions } = rows;
  return [
    put('problem_row', 'problem', some(rows.problem), ROW, problemColumns),
    put('edition_row', 'edition', some(rows.edition), ROW, editionColumns),
    put('case_row', 'case_file', some(rows.case), ROW, caseColumns),
    put('return_row', 'duty_return', some(rows.return), ROW, returnColumns),
    takes
      ? sql`numbered as (${populated('number_series', [{ region, series: takes.series, last: takes.no }])}
          on conflict (region, series) do update set last = excluded.last where number_series.last = excluded.last - 1)`
      : null,
    gone('done_tasks', 'task', tasks.removed),
    put('open_tasks', 'task', tasks.put, OF_DOSSIER, taskColumns),
    gone('met_clocks', 'clock', clocks.removed),
    put('open_clocks', 'clock', clocks.put, OF_DOSSIER, clockColumns),
    gone('dropped_copies', 'copy', copies.removed),
    put('copies', 'copy', copies.put, OF_DOSSIER, copyColumns),
    gone('dropped_questions', 'question', questions?.removed),
    put('questions', 'question', questions?.put, OF_DOSSIER, questionColumns),
    rows.evidence?.length
      ? sql`proofs as (insert into evidence (region, dossier, id, digest)
          select ${region}, ${dossier}::uuid, e.id, e.digest from jsonb_to_recordset(${json(rows.evidence)}::jsonb) as e(id uuid, digest text))`
      : null,
    rows.filed?.length
      ? sql`filed_under as (insert into filed (region, file, dossier)
          select ${region}, f.file, ${dossier}::uuid from unnest(${rows.filed}::uuid[]) as f(file) on conflict do nothing)`
      : null,
    rows.received ? sql`received as (${populated(rows.received.table, [{ region, ...rows.received.row }])})` : null,
    // what is kept apart of people: new with its sealed bytes, or emptied
    put('kept_apart', 'personal', rows.apart, OF_DOSSIER, ['key', 'sealed', 'erased_on']),
  ];
}

const ROW = '(region, id)';
const OF_DOSSIER = '(region, dossier, id)';

/** Rows as they should stand: new ones, and columns that changed of those that are there. */
function put(name: string, table: string, rows: readonly object[] = [], key: string, columns: readonly string[]): Part {
  if (rows.length === 0) return null;
  return sql`${sql.raw(`${name} as (`)}${populated(table, rows)} ${sql.raw(`on conflict ${key} do update set ${overwrite(columns)})`)}`;
}

/** Inserts rows that come as one parameter, so that the text stays the same however many there are. */
export const populated = (table: string, rows: readonly object[]): RawBuilder<unknown> =>
  sql`${sql.raw(`insert into ${table} select * from jsonb_populate_recordset(null::${table}`)}, ${json(rows)}::jsonb)`;

const some = (row: object | null | undefined): readonly object[] => (row ? [row] : []);

/** Rows as one parameter. */
export const json = (rows: readonly object[]): string => JSON.stringify(rows);
