import { sql } from 'kysely';
import type { Executor } from './dossiers.ts';

/** Tables whose rows follow from the events of one dossier, and the column that says of which. */
export const ROWS_OF = {
  problem: 'id',
  edition: 'id',
  duty_return: 'id',
  task: 'dossier',
  clock: 'dossier',
  copy: 'dossier',
  question: 'dossier',
  evidence: 'dossier',
  case_file: 'id',
  filed: 'dossier',
  personal: 'dossier',
  person: 'id',
  posting: 'person',
  file: 'id',
  feedback: 'id',
  import: 'id',
  import_refusal: 'id',
} as const;
/** A table whose rows can be made anew from the log. */
export type RowsOf = keyof typeof ROWS_OF;

/** Tables of the law: few rows, all of which events tell of. */
export type LawTable = 'policy' | 'confirmed_ruling' | 'calendar_amendment' | 'calendar_undone';

/** A row by the names of its columns, values as JSON has them. */
export type StoredRow = Readonly<Record<string, unknown>>;

/** The rows that a table has of these dossiers. */
export async function rowsOf(
  db: Executor,
  region: string,
  table: RowsOf,
  dossiers: readonly string[],
): Promise<StoredRow[]> {
  const { rows } = await sql<{ row: StoredRow }>`
    select to_jsonb(t) as row from ${sql.table(table)} t
    where region = ${region} and ${sql.ref(ROWS_OF[table])} = any(${dossiers}::uuid[])`.execute(db);
  return rows.map(({ row }) => row);
}

/** Every row that a table of the law has. */
export async function lawRows(db: Executor, region: string, table: LawTable): Promise<StoredRow[]> {
  const { rows } = await sql<{ row: StoredRow }>`
    select to_jsonb(t) as row from ${sql.table(table)} t where region = ${region}`.execute(db);
  return rows.map(({ row }) => row);
}

/** Rows as the table would hold them: types and missing columns are the table's own. Nothing is written. */
export async function asStored(db: Executor, table: RowsOf | LawTable, given: readonly object[]): Promise<StoredRow[]> {
  const { rows } = await sql<{ row: StoredRow }>`
    select to_jsonb(t) as row
    from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(given)}::jsonb) t`.execute(db);
  return rows.map(({ row }) => row);
}

/** Rows and events of dossiers that are not there: who takes a dossier out of the register leaves them behind. */
export async function strays(
  db: Executor,
  region: string,
): Promise<{ readonly table: string; readonly dossier: string }[]> {
  const words = [['problem_words', 'id'] as const, ['case_words', 'id'] as const];
  const tables = [...Object.entries(ROWS_OF), ['dossier_event', 'dossier'] as const, ...words];
  const found = await Promise.all(
    tables.map(async ([table, column]) => {
      const { rows } = await sql<{ dossier: string }>`
        select distinct ${sql.ref(`t.${column}`)} as dossier from ${sql.table(table)} t
        where t.region = ${region} and not exists (
          select from dossier d where d.region = t.region and d.id = ${sql.ref(`t.${column}`)})`.execute(db);
      return rows.map(({ dossier }) => ({ table, dossier }));
    }),
  );
  return found.flat();
}
