import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Actor } from '@bihuan/core/access';
import type { Services } from '../../services.ts';
import { mediaTypeOf } from '../../files/media-type.ts';
import { lookInside } from '../../files/look-inside.ts';
import { withoutMarks } from '../../files/plain-name.ts';
import type { FileRefusalCode } from '../../files/refusal.ts';
import { digestNow, FileTooLarge, pathOf, readBack, receive } from '../../files/vault.ts';
import { findFile, liftFileAlarms, raiseFileAlarm, type StoredFile } from '../../store/files.ts';
import { append } from '../../store/dossiers/append.ts';
import { mayReadFile } from '../dossiers/reading.ts';
import { fileAppend } from './file-log.ts';

/** Why a file is not kept. `file-type`: by its first bytes, whatever its name says; `within`: by what a look inside found. */
export type FileRefusal =
  | { readonly refused: 'empty-file' | 'file-too-large' | 'file-type' }
  | { readonly refused: 'file-inside'; readonly within: FileRefusalCode };

type FileReceived = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  readonly digest: string;
};

/** Takes in a file as evidence or scan. Acknowledged only when the bytes are synced and the row is written. */
export async function receiveFile(
  services: Services,
  given: string,
  source: Readable,
  by: Actor,
): Promise<{ readonly file: FileReceived } | FileRefusal> {
  const { db, home } = services;
  const name = withoutMarks(given);
  let received;
  try {
    received = await receive(home, source);
  } catch (error) {
    if (error instanceof FileTooLarge) return { refused: 'file-too-large' };
    throw error;
  }
  const { id, size, digest, head } = received;
  const mediaType = mediaTypeOf(name, head);
  if (size === 0 || !mediaType) {
    await rm(pathOf(home, id));
    return { refused: size === 0 ? 'empty-file' : 'file-type' };
  }
  const within = await lookInside(pathOf(home, id), mediaType, size);
  if (within !== null) {
    await rm(pathOf(home, id));
    return { refused: 'file-inside', within };
  }
  await append(db, fileAppend(services, by, { id, name, media_type: mediaType, size, digest }));
  return { file: { id, name, size, mediaType, digest } };
}

/** What a file that was filed is called and is. */
type Kept = Pick<StoredFile, 'id' | 'name' | 'media_type'>;

/** A file that this person may read: its bytes, or that they are gone, or are no longer those that were filed. */
export type Opened =
  | { readonly file: Kept; readonly bytes: Readable }
  | { readonly file: Kept; readonly found: 'file-missing' | 'file-changed' };

/**
 * A stored file that this person may read and its bytes as they were filed, or null. All of it is read and compared before the
 * first byte goes out; what is not whole is never given out, and the administrators are told.
 */
export async function openFile(services: Services, id: string, by: Actor): Promise<Opened | null> {
  const file = await fileOf(services, id, by);
  if (file === null) return null;
  const { db, region, home, now } = services;
  const present = await digestNow(home, id);
  if (present === file.digest) {
    await liftFileAlarms(db, region, [id], now());
    return { file, bytes: readBack(home, id) };
  }
  const found = present === null ? 'file-missing' : 'file-changed';
  await raiseFileAlarm(db, region, { file: id, found, name: file.name, at: now() });
  return { file, found };
}

/** What is known of a file that this person may read, and so may file elsewhere; null where he may not, or there is none. */
export async function fileOf(services: Services, id: string, by: Actor) {
  const { db, region } = services;
  const [file, readable] = await Promise.all([findFile(db, region, id), mayReadFile(services, by, id)]);
  return readable ? file : null;
}
