import { canonical, type Finding } from '@bihuan/core/ledger';
import { sm3 } from '../../sm3.ts';
import type { Executor } from '../../store/dossiers/dossiers.ts';
import {
  asStored,
  lawRows,
  rowsOf,
  ROWS_OF,
  type LawTable,
  type RowsOf,
  type StoredRow,
} from '../../store/dossiers/ledger-rows.ts';
import type { Fold } from '../dossiers/fold.ts';
import type { Checked } from '../dossiers/folds.ts';

/** What no event tells of: where a problem came in, what a demonstration says of a person. */
const UNTOLD: Partial<Record<RowsOf | LawTable, readonly string[]>> = {
  problem: ['import'],
  case_file: ['import'],
  // the bytes are looked at by opening them
  personal: ['key', 'sealed'],
  person: ['about'],
  policy: ['faults'],
  // what the last reading of its sheet said: read again whenever somebody looks
  import: ['ready', 'ask', 'skip', 'stage'],
};
/** Texts that an event tells by their digest. */
const BY_DIGEST: Partial<Record<RowsOf | LawTable, string>> = {
  policy: 'pack',
  calendar_amendment: 'yaml',
  feedback: 'text',
};

/** The column by which people know a row. */
const NAMED_BY: Record<RowsOf | LawTable, string> = {
  problem: 'number',
  edition: 'no',
  duty_return: 'number',
  task: 'id',
  clock: 'id',
  copy: 'id',
  question: 'id',
  evidence: 'id',
  case_file: 'number',
  filed: 'file',
  personal: 'id',
  person: 'username',
  posting: 'id',
  file: 'id',
  feedback: 'id',
  import: 'id',
  import_refusal: 'id',
  policy: 'edition',
  confirmed_ruling: 'ruling',
  calendar_amendment: 'no',
  calendar_undone: 'no',
};

/** Where the rows of these dossiers are not what their events come to. */
export async function differencesIn(db: Executor, region: string, checked: readonly Checked[]): Promise<Finding[]> {
  const ids = checked.map(({ id }) => id);
  const found: Finding[] = [];
  // the keys of the table are the tables
  for (const table of Object.keys(ROWS_OF) as RowsOf[]) {
    const given = checked.flatMap(({ fold }) => fold.rows[table] ?? []);
    const of = (rows: readonly StoredRow[]) => Map.groupBy(rows, (row) => row[ROWS_OF[table]]);
    const [wanted, present] = [
      of(await asStored(db, table, given)),
      of(shortened(table, await rowsOf(db, region, table, ids))),
    ];
    for (const { id, version } of checked)
      for (const detail of differences(table, wanted.get(id) ?? [], present.get(id) ?? []))
        found.push(finding(region, id, version, detail));
  }
  return found;
}

/** Where published plans, confirmed rulings and applied notices are not those that events tell of. */
export async function differencesInLaw(db: Executor, region: string, told: readonly Fold['law'][]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const table of ['policy', 'confirmed_ruling', 'calendar_amendment', 'calendar_undone'] as const) {
    const wanted = await asStored(
      db,
      table,
      told.flatMap((law) => law[table] ?? []),
    );
    const present = shortened(table, await lawRows(db, region, table));
    found.push(...differences(table, wanted, present).map((detail) => finding(region, '', 0, detail)));
  }
  return found;
}

/** Rows as events tell of them: a text that they tell by its digest stands as that. */
function shortened(table: RowsOf | LawTable, rows: readonly StoredRow[]): readonly StoredRow[] {
  const text = BY_DIGEST[table];
  return text === undefined ? rows : rows.map((row) => ({ ...row, [text]: sm3(String(row[text])) }));
}

const finding = (region: string, dossier: string, version: number, detail: string): Finding => ({
  kind: 'row-differs',
  region,
  dossier,
  version,
  detail,
});

/** Each row that is there and should not be, or should be and is not there, or says something else; by its name. */
function differences(table: RowsOf | LawTable, wanted: readonly StoredRow[], present: readonly StoredRow[]): string[] {
  const textsOf = (rows: readonly StoredRow[]) => new Set(rows.map((row) => textOf(table, row)));
  const [should, does] = [textsOf(wanted), textsOf(present)];
  const odd = [
    ...present.filter((row) => !should.has(textOf(table, row))),
    ...wanted.filter((row) => !does.has(textOf(table, row))),
  ];
  const names = odd.map((row) => String(row[NAMED_BY[table]]));
  return [...new Set(names)].map((name) => `${table} ${name} is not what the events say`);
}

/** A row as one text; the order of a list in it carries no meaning. */
function textOf(table: RowsOf | LawTable, row: StoredRow): string {
  const left = Object.entries(row).filter(([name]) => !UNTOLD[table]?.includes(name));
  const ordered = left.map(([name, value]) => [name, Array.isArray(value) ? inOrder(value) : value] as const);
  return canonical(Object.fromEntries(ordered));
}

const inOrder = (values: readonly unknown[]): readonly string[] =>
  values.map((value) => canonical(value)).toSorted((a, b) => (a < b ? -1 : 1));
