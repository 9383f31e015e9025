import { PassThrough, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Actor, InputFault } from '@bihuan/core/access';
import { valueFaults } from '@bihuan/core/case';
import { rowErrors, type FilledRow, type KindContext, type Sheet, type Understanding } from '@bihuan/core/intake';
import type { Kind, RowValue, SheetField } from '@bihuan/core/policy';
import { kindIn } from '@bihuan/core/procedure';
import { SEARCH_PATH } from '../../config.ts';
import { findConverter } from '../../files/convert.ts';
import { LIMITS } from '../../files/limits.ts';
import { refusal, type FileRefusal } from '../../files/refusal.ts';
import { writeRegister } from '../../files/register.ts';
import type { AnyRow } from '../../files/task.ts';
import { readWorkbook } from '../../files/workbook.ts';
import type { Services } from '../../services.ts';
import { cellOf, widthOf } from '../cases/export.ts';
import { kindsFor } from '../cases/kinds.ts';
import { presentLaw } from '../law/present-law.ts';
import { kindContext, lookedUp, NOTHING_KNOWN } from './kind-context.ts';
import type { Settled } from './outcome.ts';
import { reading } from './read-now.ts';

/** A table of a sheet: which kind, which field, of which edition (absent: the one in force). */
export type TableAt = { readonly kind: string; readonly field: string; readonly edition?: string };

/** The rows of a workbook as a form takes them; nothing of it is stored. */
export type TableRead = {
  readonly sheet: string;
  readonly rows: readonly RowValue[];
  /** Rows of which something could not be read, by their row in the workbook; what could is among `rows`. */
  readonly wrong: readonly { readonly row: number; readonly zh: string; readonly en: string }[];
  /** Columns of the workbook that are none of the table. */
  readonly left: readonly string[];
  /** Rows that are none: empty ones, totals, notes. */
  readonly skipped: number;
};

type Table = { readonly kind: Kind; readonly field: SheetField; readonly columns: readonly SheetField[] };

/** The table, where this person reads the kind; null where there is none. */
function tableOf(services: Services, { kind: id, field: named, edition }: TableAt, by: Actor): Table | null {
  if (!kindsFor(services, by).some((kind) => kind.id === id)) return null;
  const law = presentLaw(services, edition);
  const kind = law && kindIn(law, id);
  const field = kind?.sheet.find((each) => each.id === named && each.type === 'rows');
  return kind && field ? { kind, field, columns: field.columns ?? [] } : null;
}

/** Reads a workbook into the rows of a table: by the same reader, in the same process, and given back to the form at once. */
export async function readTable(
  services: Services,
  at: TableAt,
  { name, source }: { readonly name: string; readonly source: Readable },
  by: Actor,
): Promise<{ readonly done: TableRead } | { readonly file: FileRefusal } | { readonly missing: true }> {
  const table = tableOf(services, at, by);
  if (!table) return { missing: true };
  const bytes = await atMost(source, LIMITS.fileBytes);
  if (!bytes) return { file: refusal('too-large') };
  const book = await readWorkbook(bytes, name, { converter: findConverter(SEARCH_PATH), party: by.id });
  if ('refused' in book) return { file: book.refused };
  const context = contextOfTable(services, table);
  const best = await likeliest(book.sheets, context);
  if (!best) return { file: refusal('unreadable') };
  const rows = rowsIn(best.read);
  const { people, referred } = await lookedUp(services, table.kind, { person: by.id }, { rows, context });
  return { done: answerOf(await reading(best.sheet, [], { ...context, people, referred }), best.sheet) };
}

const contextOfTable = (services: Services, { kind, field, columns }: Table): KindContext => ({
  ...kindContext(services, kind, {}, NOTHING_KNOWN),
  kind: `${kind.id}.${field.id}`,
  title: field.label,
  fields: columns,
  facts: [],
  calledBy: [],
  channels: [],
});

async function atMost(source: Readable, most: number): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  // a request's body comes as bytes
  for await (const piece of source as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

type Read = Understanding<AnyRow>;

/** The visible sheet in which most rows are read. */
async function likeliest(sheets: readonly Sheet[], context: KindContext) {
  let best: { readonly sheet: Sheet; readonly read: Read } | null = null;
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    const read = await reading(sheet, [], context);
    if (read.kind === 'list' && read.rows.length > (best?.read.rows.length ?? 0)) best = { sheet, read };
  }
  return best;
}

const rowsIn = ({ rows }: Pick<Read, 'rows'>): readonly FilledRow[] => rows.filter((row) => 'values' in row);

function answerOf(read: Read, sheet: Sheet): TableRead {
  const rows = rowsIn(read);
  const english = new Map(rows.map((row) => [row.rows[0], row.questions.map(({ en }) => en).join('; ')]));
  return {
    sheet: sheet.name,
    rows: rows.map(({ values }) => values),
    wrong: rowErrors(read).map(({ row, reason }) => ({ row, zh: reason, en: english.get(row) ?? reason })),
    left: read.columns.filter(({ field, text }) => field === null && text !== '').map(({ text }) => text),
    skipped: read.skipped.length,
  };
}

/** A table as a workbook: what a form has now, or an empty one to fill in. */
export async function writeTable(
  services: Services,
  at: TableAt,
  rows: readonly RowValue[],
  by: Actor,
): Promise<Settled<{ readonly name: string; readonly bytes: Buffer }>> {
  const table = tableOf(services, at, by);
  if (!table) return { missing: true };
  const faults = rowFaults(services, table, rows);
  if (faults.length > 0) return { refused: { code: 'bad-input', faults, clause: null } };
  const columns = table.columns.filter(({ type, personal }) => type !== 'files' && !personal);
  async function* cells() {
    for (const row of rows) yield columns.map((column) => cellOf(services, column, row[column.id]));
  }
  const stream = new PassThrough();
  const heads = columns.map((column) => ({
    head: column.label.zh,
    width: widthOf(column),
    ...(column.help ? { help: column.help.zh } : {}),
  }));
  const title = table.field.label.zh;
  const [bytes] = await Promise.all([buffer(stream), writeRegister(cells(), heads, stream, { title, sheet: title })]);
  return { done: { name: `${table.kind.title.zh}-${title}.xlsx`, bytes } };
}

/** What no form would send. Words where something else belongs are what somebody is still writing, and go out as they are. */
const rowFaults = ({ law, today }: Services, { columns }: Table, rows: readonly RowValue[]): InputFault[] =>
  rows.flatMap((row, no) =>
    columns.flatMap((column) => {
      const value = row[column.id];
      if (value === undefined || (typeof value === 'string' && WRITTEN.has(column.type))) return [];
      return valueFaults(column, value, `values.${no}.${column.id}`, { law: law(), on: today(), apart: true });
    }),
  );

/** Types whose cells are written in words before they are understood. */
const WRITTEN: ReadonlySet<SheetField['type']> = new Set([
  'text',
  'number',
  'money',
  'day',
  'instant',
  'yes-no',
  'choice',
  'choices',
  'unit',
  'units',
]);
