import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Actor } from '@bihuan/core/access';
import type { Services } from '../../services.ts';
import { mediaTypeOf } from '../../files/media-type.ts';
import { FileTooLarge, pathOf, readBack, receive } from '../../files/vault.ts';
import { addFile, findFile } from '../../store/files.ts';
import { mayReadFile } from '../dossiers/reading.ts';

/** Why a file is not kept. `file-type`: by its first bytes, whatever its name says. */
export type FileRefusal = 'empty-file' | 'file-too-large' | 'file-type';

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
  name: string,
  source: Readable,
  by: string,
): Promise<{ readonly file: FileReceived } | { readonly refused: FileRefusal }> {
  const { db, region, home, now } = services;
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
  await addFile(db, region, { id, name, media_type: mediaType, size, digest, uploaded_by: by, uploaded_at: now() });
  return { file: { id, name, size, mediaType, digest } };
}

/** A stored file that this person may read and its bytes, or null. */
export async function openFile(services: Services, id: string, by: Actor) {
  const file = await fileOf(services, id, by);
  return file && { file, bytes: readBack(services.home, id) };
}

/** What is known of a file that this person may read, and so may file elsewhere; null where he may not, or there is none. */
export async function fileOf(services: Services, id: string, by: Actor) {
  const { db, region } = services;
  const [file, readable] = await Promise.all([findFile(db, region, id), mayReadFile(services, by, id)]);
  return readable ? file : null;
}
