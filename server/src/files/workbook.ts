import type { Decision, IntakeContext, KindContext, RowError, Sheet, Understanding } from '@bihuan/core/intake';
import { openGate } from '../gate.ts';
import { convert } from './convert.ts';
import { sniff } from './kind.ts';
import { LIMITS } from './limits.ts';
import { refusal } from './refusal.ts';
import type { FileRefusal } from './refusal.ts';
import { inReader } from './reader.ts';
import type { Bounds, Result } from './reader.ts';
import type { AnyRow } from './task.ts';

/** The sheets of a file, and the file as .xlsx (itself, or what the converter made of it), which the error workbook starts from. */
export type Workbook = { readonly sheets: readonly Sheet[]; readonly xlsx: Buffer; readonly converted: boolean };

/** The converter takes a machine's whole core: one file after the other, the units in turn. */
const conversions = openGate({ most: 1, waiting: 30, each: 10, patience: LIMITS.waitMs });

/** `converter`: program found by `findConverter`, null where there is none. */
export type ReadOptions = Bounds & { readonly converter: string | null };

/**
 * Reads an uploaded workbook. Type, archive and content are checked before any library sees them, and reading happens in a
 * process with bounded time and memory. A file that cannot be read gives a refusal with what to do; nothing is thrown for it.
 */
export async function readWorkbook(
  bytes: Buffer,
  fileName: string,
  options: ReadOptions,
): Promise<Workbook | { readonly refused: FileRefusal }> {
  const sniffed = sniff(bytes, fileName);
  if ('refused' in sniffed) return { refused: refusal(sniffed.refused) };
  if (sniffed.kind === 'xlsx') return read({ xlsx: bytes, converted: false }, options);
  if (options.converter === null) return { refused: refusal('old-format') };
  if (sniffed.kind === 'ods') {
    const checked = await inReader({ do: 'check', kind: 'ods', bytes }, options);
    if ('refused' in checked) return { refused: refusal(checked.refused) };
  }
  options.progress?.({ stage: 'converting', done: 0 });
  const { kind } = sniffed;
  const { converter, party = '' } = options;
  const converted = await conversions.run(party, () => convert(bytes, kind, converter));
  return 'refused' in converted
    ? { refused: refusal(converted.refused) }
    : read({ xlsx: converted.bytes, converted: true }, options);
}

const refused = (result: Result): FileRefusal =>
  'refused' in result ? refusal(result.refused, result.about) : refusal('unreadable');

async function read(
  { xlsx, converted }: Pick<Workbook, 'xlsx' | 'converted'>,
  options: Bounds,
): Promise<Workbook | { readonly refused: FileRefusal }> {
  const result = await inReader({ do: 'read', bytes: xlsx }, options);
  if ('sheets' in result) return { sheets: result.sheets, xlsx, converted };
  return { refused: refused(result) };
}

/**
 * The office's own workbook again, with a column 错误原因 and red cells in the rows that did not come in.
 * @param xlsx what `readWorkbook` gave @param headRow 1-based row of the head's last line
 */
export async function errorWorkbook(
  xlsx: Buffer,
  where: { readonly sheet: string; readonly headRow: number },
  errors: readonly RowError[],
  bounds: Bounds = {},
): Promise<Buffer | { readonly refused: FileRefusal }> {
  const result = await inReader({ do: 'mark', bytes: xlsx, ...where, errors }, bounds);
  if ('marked' in result) return Buffer.from(result.marked);
  return { refused: refused(result) };
}

/**
 * `applyDecisions` or `understandRows` of the core in a process of its own: the same answer, and the server goes on answering
 * others meanwhile.
 */
export async function understandSheet(
  sheet: Sheet,
  context: IntakeContext | KindContext,
  decisions: readonly Decision[],
  bounds: Bounds = {},
): Promise<Understanding<AnyRow> | { readonly refused: FileRefusal }> {
  const result = await inReader({ do: 'understand', sheet, context, decisions }, bounds);
  if ('understanding' in result) return result.understanding;
  return { refused: refused(result) };
}
