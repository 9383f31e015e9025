import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { unitName, type Actor } from '@bihuan/core/access';
import type { Sheet, Understanding } from '@bihuan/core/intake';
import { SEARCH_PATH } from '../../config.ts';
import type { AnyRow } from '../../files/task.ts';
import { findConverter } from '../../files/convert.ts';
import type { FileRefusal } from '../../files/refusal.ts';
import { readWorkbook } from '../../files/workbook.ts';
import type { Services } from '../../services.ts';
import { personByUsername, postingsOn } from '../../store/people.ts';
import { applyNext } from './apply.ts';
import { kindIn } from '@bihuan/core/procedure';
import { contextOf, NOTHING, remembered, type Remembered } from './context.ts';
import { kindContext, NOTHING_KNOWN } from './kind-context.ts';
import { reading, SheetTooHeavy } from './read-now.ts';
import { settleImport } from './decide.ts';
import type { Settled } from './outcome.ts';
import { receiveImport, sheetList } from './receive.ts';
import { startImport } from './start.ts';
import { readImport } from './view.ts';

/** The person behind a user name, with the posts held today; null where nobody active has it. */
export async function actorNamed({ db, region, today, law }: Services, username: string): Promise<Actor | null> {
  const person = await personByUsername(db, region, username.toLowerCase());
  if (!person?.active) return null;
  const held = await postingsOn(db, region, person.id, today());
  return {
    id: person.id,
    name: person.name,
    postings: held.map(({ unit, post }) => ({ unit, post, unitName: unitName(law().units, unit, today()) })),
  };
}

/** A sheet that was not looked at further, with what it seems to hold; `entries` null: too heavy to be understood. */
export type OtherSheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly entries: number | null;
};

/** What a file would bring: one sheet understood, and what else stands in the file. */
export type DryRun = { readonly read: Understanding<AnyRow>; readonly others: readonly OtherSheet[] };

/** What a file would bring, without writing anything anywhere; null where it has no sheet of that name. */
export async function dryRun(
  services: Services,
  { file, sheet: sheetName, kind }: Pick<ShellImport, 'file' | 'sheet' | 'kind'>,
): Promise<DryRun | null | { readonly refused: FileRefusal }> {
  const book = await readWorkbook(await readFile(file), path.basename(file), { converter: findConverter(SEARCH_PATH) });
  if ('refused' in book) return book;
  const wanted = sheetName ?? sheetList(services, { kind }, book.sheets).find(({ suggested }) => suggested)?.name;
  const sheet = book.sheets.find(({ name }) => name === wanted);
  if (!sheet) return null;
  const read = await reading(sheet, [], dryContext(services, kind, await remembered(services, null)));
  const others: OtherSheet[] = [];
  for (const other of book.sheets) if (other !== sheet) others.push(await glance(services, kind, other));
  return { read, others };
}

/** A sheet is read against what the plan says; numbers and names in it are looked up only once somebody brings it in. */
function dryContext(services: Services, id: string | null, memory: Remembered) {
  const kind = id === null ? null : kindIn(services.law(), id);
  if (id !== null && !kind) throw new UnknownKind(id);
  return kind ? kindContext(services, kind, {}, { ...NOTHING_KNOWN, told: memory.told }) : contextOf(services, memory);
}

/** The edition in force has no such kind. */
export class UnknownKind extends Error {
  override readonly name = 'UnknownKind';
}

async function glance(services: Services, as: string | null, sheet: Sheet): Promise<OtherSheet> {
  const { name, hidden, rows } = sheet;
  const read = await reading(sheet, [], dryContext(services, as, NOTHING)).catch((error: unknown) => {
    if (error instanceof SheetTooHeavy) return null;
    throw error;
  });
  return { name, hidden, rows: rows.length, entries: read && read.rows.length };
}

/** How a file is brought in from a shell: which sheet, and what to do about rows that leave something out or with open questions. */
export type ShellImport = {
  readonly file: string;
  readonly sheet: string | null;
  /** The kind that its rows become; null: problems. */
  readonly kind: string | null;
  /** What holds for every row that does not say it itself. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly skipOpen: boolean;
  readonly key: string;
};

/** The same import as through the page, in one go: received, started, and waited for. `progress` hears how many rows have a result. */
export async function importFile(
  services: Services,
  asked: ShellImport,
  by: Actor,
  progress: (done: number, of: number) => void,
) {
  const received = await receiveImport(services, path.basename(asked.file), createReadStream(asked.file), by, {
    intent: asked.key,
    kind: asked.kind,
  });
  if (!('done' in received)) return received;
  const { id } = received.done;
  const settled = await settleAll(services, id, asked, by);
  if (!('done' in settled)) return settled;
  const started = await startImport(services, id, asked, by);
  if (!('done' in started)) return started;
  return { done: await wait(services, id, by, progress) };
}

async function settleAll(
  services: Services,
  id: string,
  { sheet, chosen: given }: ShellImport,
  by: Actor,
): Promise<Settled<unknown>> {
  const chosen = sheet === null ? { done: null } : await settleImport(services, id, { sheet }, by);
  if (!('done' in chosen) || Object.keys(given).length === 0) return chosen;
  return settleImport(services, id, { chosen: given }, by);
}

/** A running server may be doing the work: then this only watches. */
async function wait(services: Services, id: string, by: Actor, progress: (done: number, of: number) => void) {
  for (;;) {
    const worked = await applyNext(services);
    const view = (await readImport(services, id, by))!; // received by this person a moment ago
    progress(view.progress.done, view.progress.of);
    if (view.state === 'done') {
      const others = (view.sheets as { name: string }[]).map(({ name }) => name).filter((name) => name !== view.sheet); // what `addImport` put there
      return { id, counts: view.counts, sheet: view.sheet, others };
    }
    if (!worked) await pause(200);
  }
}
