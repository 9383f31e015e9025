import { readFile } from 'node:fs/promises';
import { mustBeAnswered, pilesOf, type Sheet, type Understanding } from '@bihuan/core/intake';
import { SEARCH_PATH } from '../../config.ts';
import { findConverter } from '../../files/convert.ts';
import { pathOf } from '../../files/vault.ts';
import type { AnyRow } from '../../files/task.ts';
import { readWorkbook, type Workbook } from '../../files/workbook.ts';
import type { Services } from '../../services.ts';
import { changeImport, decisionsOn, type ImportRecord, type KeptDecision } from '../../store/imports/imports.ts';
import { readNow } from './read-now.ts';
import { Recent } from './recent.ts';

/** A sheet as it is understood now, with the answers it rests on. */
export type Understood = {
  readonly sheet: Sheet;
  readonly understanding: Understanding<AnyRow>;
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
  { id, file, name, unit }: Pick<ImportRecord, 'id' | 'file' | 'name' | 'unit'>,
): Promise<Workbook> {
  const key = `${region}/${id}`;
  const held = books.get(key);
  if (held) return held;
  const options = { converter: findConverter(SEARCH_PATH), party: unit };
  const read = await readWorkbook(await readFile(pathOf(home, file)), name, options);
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
  const revision = `${record.sheet}#${decisions.length}#${JSON.stringify(record.chosen)}`;
  const held = understood.get(key);
  if (held && held.revision === revision && !fresh && Date.now() - held.at < BELIEVED) return held;
  const { sheets } = await workbookOf(services, record);
  const sheet = sheets.find(({ name }) => name === record.sheet)!; // chosen among these
  const understanding = await readNow(services, record, sheet, decisions);
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
  const read = (given: readonly KeptDecision[]): Promise<Understanding<AnyRow>> =>
    readNow(services, record, sheet, given);
  const before = rest.length === decisions.length ? understanding : await read(rest);
  let after: Promise<Understanding<AnyRow>> | null = null;
  return { before, after: () => (after ??= read([...decisions, ...added])) };
}

/** How far the dry run is and how the rows divide. */
export function standingOf(understanding: Understanding<AnyRow>) {
  const { ready, needsDecision, skipped } = pilesOf(understanding);
  const stage =
    understanding.questions.some(mustBeAnswered) || understanding.kind === 'unreadable'
      ? 'read'
      : needsDecision > 0
        ? 'mapped'
        : 'checked';
  return { ready, ask: needsDecision, skip: skipped, stage };
}
