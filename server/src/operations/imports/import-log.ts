import type { Actor } from '@bihuan/core/access';
import { keeperSigner, theInstallation } from '@bihuan/core/person';
import {
  evolveImport,
  type ByDigest,
  type ImportEvent,
  type ImportFacts,
  type ImportLog,
  type ImportState,
} from '@bihuan/core/received';
import type { Services } from '../../services.ts';
import { append } from '../../store/dossiers/append.ts';
import { findDossier, type Executor, type Standing } from '../../store/dossiers/dossiers.ts';
import { leaveUnlogged } from '../../store/dossiers/unlogged.ts';
import { findFile } from '../../store/files.ts';
import { answersAfter, itemsAfter } from '../../store/imports/import-log-rows.ts';
import type { ImportRecord } from '../../store/imports/imports.ts';
import { plainAppend } from '../dossiers/plain-append.ts';
import { answerDigest, frozenWith, resultDigest } from './import-digests.ts';

/** What a log needs. */
type Logging = Pick<Services, 'region' | 'today' | 'now'>;

/** An event as the one who does something says it; who and when are put beside it. */
type Unsigned<E> = E extends unknown ? Omit<E, 'by' | 'on'> : never;
type Said = Unsigned<ImportEvent>;

/** How many rows one event tells of. */
const TOGETHER = 1_000;

/**
 * Writes what happens to an import into its log: before the rows are changed, so that one that an older program began can be noted as
 * it was found. `record`: as it stands, locked; null where it is received just now.
 */
export async function logImport(
  services: Logging,
  tx: Executor,
  {
    id,
    record,
    by,
    say,
  }: {
    readonly id: string;
    readonly record: ImportRecord | null;
    readonly by: Actor;
    /** What is said, given how many answers the log has. */
    readonly say: (answers: number) => readonly Said[];
  },
): Promise<void> {
  const { region, today } = services;
  const there = await findDossier<ImportLog>(tx, region, id);
  const standing = there || !record ? there : await noteAsFound(services, tx, record);
  const signed = { by: keeperSigner({ actor: by, administrator: false }), on: today() };
  // who and when make what was said an event
  const events = say(standing?.state.answers ?? 0).map((one) => ({ ...one, ...signed }));
  if (events.length > 0) await write(services, tx, id, standing, events);
}

/** An import whose log begins now. @returns where it stands from then on */
async function noteAsFound(services: Logging, tx: Executor, record: ImportRecord): Promise<Standing<ImportLog>> {
  const { region } = services;
  const written = await write(services, tx, record.id, null, await foundEvents(services, tx, record));
  await leaveUnlogged(tx, region, 'import', [record.id]);
  return written;
}

async function write(
  services: Logging,
  tx: Executor,
  dossier: string,
  standing: Standing<ImportLog> | null,
  events: readonly ImportEvent[],
): Promise<Standing<ImportLog>> {
  const state = events.reduce<ImportLog | null>(evolveImport, standing?.state ?? null)!; // there is one event at least
  const written = plainAppend(services, { dossier, kind: 'import', standing, events, state });
  await append(tx, written);
  const { version, digest } = written.links.at(-1)!;
  return { version, digest, state };
}

/** Gives an import that an older program began its log, as found; one that has a log by now is left. */
export const logFound = (services: Logging, tx: Executor, record: ImportRecord): Promise<void> =>
  logImport(services, tx, { id: record.id, record, by: theInstallation.actor, say: () => [] });

/** An import as it stands, with every answer, what it has to do and what became of it, as found. */
async function foundEvents({ region, today }: Logging, tx: Executor, record: ImportRecord): Promise<ImportEvent[]> {
  const { id, state, sheet, chosen, items, done, applied_by, undo_reason, discarded, file } = record;
  const signed = { by: keeperSigner(theInstallation), on: today() };
  const digest = (await findFile(tx, region, file))?.digest ?? '';
  let frozen = '';
  const events: ImportEvent[] = [];
  for await (const piece of pieces((after) => answersAfter(tx, region, id, after, TOGETHER))) {
    const answers = piece.map((one): ByDigest => ({ no: one.no, digest: answerDigest(one) }));
    events.push({ ...signed, type: 'ImportAnswered', answers });
  }
  for await (const piece of pieces((after) => itemsAfter(tx, region, id, after, TOGETHER))) {
    for (const item of piece) frozen = frozenWith(frozen, item);
    const results = piece.flatMap((item) => settledIn(item));
    if (results.length > 0) events.push({ ...signed, type: 'RowsSettled', results, done });
  }
  const standing = { state: state as ImportState, sheet, chosen, items, done, appliedBy: applied_by }; // the table checks it
  const facts = { ...factsOf(record), digest };
  const rest = { undoReason: undo_reason, discarded, frozen: frozen === '' ? null : frozen };
  return [{ ...signed, type: 'ImportFound', ...facts, ...standing, ...rest }, ...events];
}

/** Rows by their numbers, a piece at a time. */
export async function* pieces<T extends { readonly no: number }>(
  read: (after: number) => Promise<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  for (let after = 0; ;) {
    const piece = await read(after);
    if (piece.length === 0) return;
    yield piece;
    after = piece.at(-1)!.no;
  }
}

/** What became of a row, where something did. */
export const settledIn = (item: Parameters<typeof frozenWith>[1]): ByDigest[] =>
  item.result === null ? [] : [{ no: item.no, digest: resultDigest({ ...item, result: item.result }) }];

type Entered = Pick<
  ImportRecord,
  'intent' | 'file' | 'kind' | 'name' | 'unit' | 'unit_name' | 'person' | 'person_name' | 'sheets'
> & { readonly received_at: Date | string };

/** What the log of an import says of how it was received, but for the digest of the workbook. */
export function factsOf(entered: Entered): Omit<ImportFacts, 'digest'> {
  const { intent, file: workbook, kind, name, unit, unit_name, person, person_name, sheets, received_at } = entered;
  const receivedAt = new Date(received_at).toISOString();
  return {
    intent,
    workbook,
    kind,
    name,
    unit,
    unitName: unit_name,
    person,
    personName: person_name,
    sheets,
    receivedAt,
  };
}
