import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { PictureFile } from '@bihuan/core/intake';
import { derivedId } from '@bihuan/core/ledger';
import { LIMITS } from '../../files/limits.ts';
import { lookInside } from '../../files/look-inside.ts';
import { mediaTypeOf } from '../../files/media-type.ts';
import { takeOut } from '../../files/pictures/take-out.ts';
import { pathOf, receive } from '../../files/vault.ts';
import { Crowded } from '../../gate.ts';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { addFile, dropUnfiled, findFile, type StoredFile } from '../../store/files.ts';
import { append } from '../../store/dossiers/append.ts';
import type { ImportRecord } from '../../store/imports/imports.ts';
import { fileAppend } from '../files/file-log.ts';
import type { Brought, Kept } from './brought.ts';
import { workbookOf } from './understanding.ts';
import type { Doing, Work } from './work.ts';

/**
 * Keeps the pictures that these rows bring, each file once for the import, with the checks of an upload. `written`: hears of each
 * file that is on disk and of which it is not certain yet that a row will name it.
 */
export async function keepPictures(
  { services, tx, record, by }: Omit<Work, 'pictures'>,
  items: readonly Doing[],
  written: (id: string) => void,
): Promise<Kept> {
  const wanted = new Map(
    items.flatMap(({ act }) => ('pictures' in act ? (act.pictures ?? []) : [])).map((one) => [one.file.part, one]),
  );
  if (wanted.size === 0) return new Map();
  const kept = new Map<string, StoredFile | null>();
  const anew: Brought[] = [];
  for (const one of wanted.values()) {
    const there = await findFile(tx, services.region, fileId(services, record, one.file));
    if (there) kept.set(one.file.part, { ...there, uploaded_at: there.uploaded_at.toISOString() });
    else anew.push(one);
  }
  const xlsx = anew.length > 0 ? await workbookHere(services, record) : null;
  for (const { file } of anew) kept.set(file.part, null);
  if (xlsx === null) return kept;
  const files = anew.map(({ file }) => file);
  for await (const { file, bytes } of takeOut(xlsx, files)) {
    const { name } = wanted.get(file.part)!; // asked for above
    const stored =
      bytes && (await keep(services, { id: fileId(services, record, file), name, by: by.id }, bytes, written));
    if (stored) await addFile(tx, services.region, stored);
    kept.set(file.part, stored);
  }
  return kept;
}

// Taken out again after a crash it is the same file, and not one more.
const fileId = ({ region }: Services, { id }: ImportRecord, { part, crc, size }: PictureFile): string =>
  derivedId({ region, import: id, picture: part, crc, size }, sm3);

/** The workbook, or null where its file is gone: then its rows come in without pictures, and it is said. */
async function workbookHere(services: Services, record: ImportRecord): Promise<Buffer | null> {
  try {
    return (await workbookOf(services, record)).xlsx;
  } catch (error) {
    if (error instanceof Crowded) throw error;
    return null;
  }
}

async function keep(
  { home, now }: Services,
  { id, name, by }: { readonly id: string; readonly name: string; readonly by: string },
  bytes: Buffer,
  written: (id: string) => void,
): Promise<StoredFile | null> {
  written(id);
  const { size, digest, head } = await receive(home, Readable.from([bytes]), LIMITS.pictureBytes, id);
  const media_type = mediaTypeOf(name, head);
  if (!media_type || (await lookInside(pathOf(home, id), media_type, size)) !== null) return null;
  return { id, name, media_type, size, digest, uploaded_by: by, uploaded_at: now() };
}

/** Takes back what no dossier of the piece came to name; its bytes follow (`removeLoose`). What stays has its log from now on. */
export async function settlePictures(
  { services, tx, by }: Pick<Work, 'services' | 'tx' | 'by'>,
  written: readonly string[],
): Promise<void> {
  const dropped = new Set(await dropUnfiled(tx, services.region, written));
  for (const id of written.filter((one) => !dropped.has(one))) {
    const file = await findFile(tx, services.region, id);
    if (file) await append(tx, fileAppend(services, by, file, file.uploaded_at.toISOString()));
  }
}

/**
 * Removes from disk those of these files that have no row. Asked of the database and not of how the work ended: what is in it has
 * its bytes, whatever was heard of it.
 */
export async function removeLoose({ db, region, home }: Services, ids: readonly string[]): Promise<void> {
  for (const id of ids) if (!(await findFile(db, region, id))) await rm(pathOf(home, id), { force: true });
}
