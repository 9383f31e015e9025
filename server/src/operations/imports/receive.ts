import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Actor } from '@bihuan/core/access';
import {
  issuesAmong,
  understand as readProblems,
  understandRows,
  type Issue,
  type Sheet,
  type Understanding,
} from '@bihuan/core/intake';
import { derivedId } from '@bihuan/core/ledger';
import { keeperSigner } from '@bihuan/core/person';
import { evolveRefusal, type RefusalEvent } from '@bihuan/core/received';
import { SEARCH_PATH } from '../../config.ts';
import { findConverter } from '../../files/convert.ts';
import { LIMITS } from '../../files/limits.ts';
import type { AnyRow } from '../../files/task.ts';
import { mediaTypeOf } from '../../files/media-type.ts';
import { refusal, type FileRefusal } from '../../files/refusal.ts';
import { FileTooLarge, pathOf, receive, type Received } from '../../files/vault.ts';
import { readWorkbook, type Workbook } from '../../files/workbook.ts';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { append } from '../../store/dossiers/append.ts';
import { StaleVersion } from '../../store/dossiers/dossiers.ts';
import { addImport, findImport, importOfIntent } from '../../store/imports/imports.ts';
import { plainAppend } from '../dossiers/plain-append.ts';
import { fileAppend } from '../files/file-log.ts';
import { contextOf, NOTHING } from './context.ts';
import { factsOf, logImport } from './import-log.ts';
import type { Settled } from './outcome.ts';
import { kindContext, NOTHING_KNOWN } from './kind-context.ts';
import { kindOfImport, seatFor, type BroughtAs } from './seats.ts';
import { SheetTooHeavy } from './read-now.ts';
import { keepWorkbook, understand } from './understanding.ts';

/**
 * Takes a workbook in: kept as first received, its sheets read, one suggested and understood. A file that cannot be read is
 * refused with what to do, and nothing stays but a note of who sent which file and why it was refused. The same retry key answers the same import.
 */
export async function receiveImport(
  services: Services,
  name: string,
  source: Readable,
  by: Actor,
  { intent, kind = null }: { readonly intent: string; readonly kind?: string | null },
): Promise<Settled<{ readonly id: string }>> {
  const { db, region, home } = services;
  const seat = seatFor(services, { kind }, by);
  if ('refused' in seat) return seat;
  const before = await importOfIntent(db, region, by.id, intent);
  if (before) return { done: { id: before } };
  const received = await keep(home, source);
  const sent = { name, kind, by, unit: seat.seat.unit, intent };
  if (!received) return refuse(services, sent, null, refusal('too-large'));
  const options = { converter: findConverter(SEARCH_PATH), party: seat.seat.unit };
  const workbook = await readWorkbook(await readFile(pathOf(home, received.id)), name, options).catch(
    async (error: unknown) => {
      await rm(pathOf(home, received.id)); // too many wait: it comes again, and is kept then
      throw error;
    },
  );
  const refused = 'refused' in workbook ? workbook.refused : refusedFor(services, { kind }, workbook);
  if (refused || 'refused' in workbook) {
    await rm(pathOf(home, received.id));
    return refuse(services, sent, received, refused ?? refusal('unreadable'));
  }
  return { done: { id: await enter(services, { name, received, workbook, by, intent, kind, seat: seat.seat }) } };
}

type Sent = {
  readonly name: string;
  readonly kind: string | null;
  readonly by: Actor;
  readonly unit: string;
  readonly intent: string;
};

/** Says which file is refused and why, and notes it: who sent what, when, and its digest. Nothing else of it stays. */
async function refuse(
  services: Services,
  { name, kind, by, unit, intent }: Sent,
  received: Received | null,
  { code, zh, en }: FileRefusal,
): Promise<{ readonly file: FileRefusal }> {
  const { db, region, now, today } = services;
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  const said = { zh: `“${shown}”：${zh}`, en: `“${shown}”: ${en}` };
  const at = now();
  const what = {
    kind,
    unit,
    person: by.id,
    name,
    digest: received?.digest ?? null,
    size: received?.size ?? null,
    code,
  };
  const signed = { by: keeperSigner({ actor: by, administrator: false }), on: today() };
  const event: RefusalEvent = { ...signed, type: 'ListRefused', ...what, personName: by.name, reason: said, at };
  // sent again because the answer was lost, it is the same refusal
  const id = derivedId({ region, refused: by.id, intent }, sm3);
  const written = plainAppend(services, {
    dossier: id,
    kind: 'refusal',
    standing: null,
    events: [event],
    state: evolveRefusal(null, event),
    received: { table: 'import_refusal', row: { id, ...what, person_name: by.name, reason: said, at } },
  });
  await append(db, written).catch((error: unknown) => {
    if (!(error instanceof StaleVersion)) throw error; // noted already
  });
  return { file: { code, ...said } };
}

/** What a workbook is refused for that could be read: nothing in it, or reports by the public, of which nothing is kept. */
function refusedFor(services: Services, as: BroughtAs, { sheets }: Workbook): FileRefusal | null {
  if (sheets.length === 0) return refusal('unreadable');
  if (as.kind !== null) return null;
  const glance = glancing(services, as);
  const reports = sheets.filter((sheet) => glance({ ...sheet, rows: sheet.rows.slice(0, GLANCE) }).kind === 'reports');
  return reports.length === 0
    ? null
    : refusal(
        'list-of-reports',
        reports.map(({ name }) => name),
      );
}

async function keep(home: string, source: Readable): Promise<Received | null> {
  try {
    return await receive(home, source, LIMITS.fileBytes);
  } catch (error) {
    if (error instanceof FileTooLarge) return null;
    throw error;
  }
}

type Entering = {
  readonly name: string;
  readonly received: Received;
  readonly workbook: Workbook;
  readonly by: Actor;
  readonly intent: string;
  readonly kind: string | null;
  readonly seat: Actor['postings'][number];
};

async function enter(
  services: Services,
  { name, received, workbook, by, intent, kind, seat }: Entering,
): Promise<string> {
  const { db, region, now } = services;
  const { id: file, size, digest, head } = received;
  const id = randomUUID();
  const sheets = sheetList(services, { kind }, workbook.sheets);
  const sheet = sheets.find(({ suggested }) => suggested)!.name; // one always is
  const at = now();
  const entered = await db.transaction().execute(async (tx) => {
    const media_type = mediaTypeOf(name, head) ?? 'application/octet-stream';
    await append(tx, fileAppend(services, by, { id: file, name, media_type, size, digest }));
    const row = {
      id,
      kind,
      intent,
      file,
      unit: seat.unit,
      unit_name: seat.unitName,
      person: by.id,
      person_name: by.name,
    };
    const entering = { ...row, name, sheets, sheet, received_at: at };
    if (!(await addImport(tx, region, entering))) return false;
    const facts = { ...factsOf(entering), digest, sheet };
    await logImport(services, tx, { id, record: null, by, say: () => [{ type: 'ImportReceived', ...facts }] });
    return true;
  });
  // the same upload sent twice at once: the other one entered it
  if (!entered) return (await importOfIntent(db, region, by.id, intent)) ?? id;
  keepWorkbook(region, id, workbook);
  const record = await findImport(db, region, id);
  if (record) await understand(services, record).catch(leaveUnread);
  return id;
}

/** A sheet too heavy to understand is still received: another sheet of the file may be the one. */
function leaveUnread(error: unknown): void {
  if (!(error instanceof SheetTooHeavy)) throw error;
}

/** What telling the sheets of a workbook rests on. */
type Around = Pick<Services, 'law' | 'today'>;

/** Rows looked at to tell a list of problems from notes and figures. */
const GLANCE = 60;

/** The sheets as the wizard offers them: the visible list with the most rows is suggested, of one list in several months the newest. */
export function sheetList(services: Around, as: BroughtAs, sheets: readonly Sheet[]) {
  const glance = glancing(services, as);
  const glances = sheets.map((sheet) => {
    const read = sheet.hidden ? null : glance({ ...sheet, rows: sheet.rows.slice(0, GLANCE) });
    return { sheet, read, rank: RANK[read?.kind ?? 'unreadable'] - (sheet.hidden ? 1 : 0) };
  });
  const best = glances.toSorted((a, b) => b.rank - a.rank || b.sheet.rows.length - a.sheet.rows.length)[0]?.sheet.name;
  const lists = glances.flatMap(({ sheet, read }) => (read?.kind === 'list' ? [issueOf(sheet, read)] : []));
  const { newest, notes } = issuesAmong(lists);
  const suggested = newest.get(best ?? '') ?? best;
  return sheets.map(({ name, rows, hidden }) => {
    const note = notes.get(name);
    return { name, rows: rows.length, hidden, suggested: name === suggested, ...(note === undefined ? {} : { note }) };
  });
}

const issueOf = ({ name }: Sheet, { list, head, rows }: Understanding<AnyRow>): Issue => ({
  name,
  list,
  asOf: head?.asOf ?? null,
  year: head?.year ?? null,
  numbers: rows.flatMap(({ number }) => (number === null ? [] : [number])),
});

function glancing(services: Around, as: BroughtAs): (sheet: Sheet) => Understanding<AnyRow> {
  const kind = kindOfImport(services, as);
  if (!kind) {
    const context = contextOf(services, NOTHING);
    return (sheet) => readProblems(sheet, context);
  }
  const context = kindContext(services, kind, {}, NOTHING_KNOWN);
  return (sheet) => understandRows(sheet, context, []);
}

const RANK = { list: 3, paragraphs: 2, statistics: 1, unreadable: 0, reports: 0 } as const;
