import { readFile } from 'node:fs/promises';
import { pilesOf, type Sheet, type Understanding } from '@bihuan/core/intake';
import { SEARCH_PATH } from '../../config.ts';
import { findConverter } from '../../files/convert.ts';
import type { FileRefusal } from '../../files/refusal.ts';
import { pathOf } from '../../files/vault.ts';
import { readWorkbook, understandSheet, type Workbook } from '../../files/workbook.ts';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { knownByName } from '../../store/imports/import-known.ts';
import { changeImport, decisionsOn, type ImportRecord, type KeptDecision } from '../../store/imports/imports.ts';
import { contextOf, remembered, type Remembered } from './context.ts';
import { Recent } from './recent.ts';

/** A sheet as it is understood now, with the answers it rests on. */
export type Understood = {
  readonly sheet: Sheet;
  readonly understanding: Understanding;
  readonly decisions: readonly KeptDecision[];
};

type Kept = Understood & { readonly revision: string; readonly at: number };

/** How long an understanding is believed though the register goes on: starting the import always looks again. */
const BELIEVED = 60_000;

const books = new Recent<Workbook>(4);
const understood = new Recent<Kept>(8);

/** The file of an import, read again when it was not read lately. @throws Error when a file that was readable no longer is */
export async function workbookOf(
  { region, home }: Services,
  { id, file, name }: Pick<ImportRecord, 'id' | 'file' | 'name'>,
): Promise<Workbook> {
  const key = `${region}/${id}`;
  const held = books.get(key);
  if (held) return held;
  const read = await readWorkbook(await readFile(pathOf(home, file)), name, { converter: findConverter(SEARCH_PATH) });
  if ('refused' in read) throw new Error(`the workbook of import ${id} can no longer be read: ${read.refused.code}`);
  books.set(key, read);
  return read;
}

/** Keeps a workbook that was just read. */
export const keepWorkbook = (region: string, id: string, workbook: Workbook): void =>
  books.set(`${region}/${id}`, workbook);

/** What the chosen sheet says with the answers given so far. `fresh`: against the register of this moment. */
export async function understand(
  services: Services,
  record: ImportRecord,
  { fresh = false }: { readonly fresh?: boolean } = {},
): Promise<Understood> {
  const { db, region } = services;
  const decisions = await decisionsOn(db, region, record.id, record.sheet);
  const key = `${region}/${record.id}`;
  const revision = `${record.sheet}#${decisions.length}`;
  const held = understood.get(key);
  if (held && held.revision === revision && !fresh && Date.now() - held.at < BELIEVED) return held;
  const { sheets } = await workbookOf(services, record);
  const sheet = sheets.find(({ name }) => name === record.sheet)!; // chosen among these
  const understanding = await against(services, sheet, decisions, await remembered(services, record.id));
  const kept = { sheet, understanding, decisions, revision, at: Date.now() };
  understood.set(key, kept);
  if (record.state === 'open') await changeImport(db, region, record.id, standingOf(understanding));
  return kept;
}

/**
 * The sheet before and after answers that are not kept yet: `before` without any answer to the same questions; `after` is read
 * once, when it is asked for.
 */
export async function foreseen(services: Services, record: ImportRecord, added: readonly KeptDecision[]) {
  const { sheet, understanding, decisions } = await understand(services, record);
  const again = new Set(added.map(({ on }) => on));
  const rest = decisions.filter(({ on }) => !again.has(on));
  const read = async (given: readonly KeptDecision[]): Promise<Understanding> =>
    against(services, sheet, given, await remembered(services, record.id));
  const before = rest.length === decisions.length ? understanding : await read(rest);
  let after: Promise<Understanding> | null = null;
  return { before, after: () => (after ??= read([...decisions, ...added])) };
}

/** Reads once against the newest problems, and once more when older rows of the same list turn up under their keys. */
async function against(
  services: Services,
  sheet: Sheet,
  decisions: readonly KeptDecision[],
  memory: Remembered,
): Promise<Understanding> {
  const { db, region } = services;
  const first = await reading(services, sheet, decisions, memory);
  const held = new Set(memory.known.map(({ key }) => key));
  const names = first.rows.filter(({ key }) => !held.has(key)).map(({ key }) => sm3(key));
  const older = names.length > 0 ? await knownByName(db, region, names) : [];
  return older.length > 0
    ? reading(services, sheet, decisions, { ...memory, known: [...memory.known, ...older] })
    : first;
}

/** One reading of a sheet in a process of its own. @throws SheetTooHeavy */
export async function reading(
  services: Services,
  sheet: Sheet,
  decisions: readonly KeptDecision[],
  memory: Remembered,
): Promise<Understanding> {
  const result = await understandSheet(sheet, contextOf(services, memory), decisions);
  if ('kind' in result) return result;
  throw new SheetTooHeavy(result.refused);
}

/** The sheet takes more time or memory than one sheet may. */
export class SheetTooHeavy extends Error {
  override readonly name = 'SheetTooHeavy';
  readonly refused: FileRefusal;

  constructor(refused: FileRefusal) {
    super(refused.code);
    this.refused = refused;
  }
}

/** How far the dry run is and how the rows divide. */
export function standingOf(understanding: Understanding) {
  const { ready, needsDecision, skipped } = pilesOf(understanding);
  const stage =
    understanding.questions.length > 0 || understanding.kind === 'unreadable'
      ? 'read'
      : needsDecision > 0
        ? 'mapped'
        : 'checked';
  return { ready, ask: needsDecision, skip: skipped, stage };
}
