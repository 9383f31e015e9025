import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { finished, PassThrough, Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The most one file may hold, bytes. */
export const LARGEST_FILE = 50 * 1024 * 1024;

/** A file that is whole and on disk. `digest` is SM3 of its bytes, lower-case hex. */
export type Received = { readonly id: string; readonly size: number; readonly digest: string; readonly head: Buffer };

/** More bytes came than a file may have (`limits.ts`). Nothing of it is kept. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

const placeOf = (home: string, id: string): string => path.join(home, 'files', id.slice(0, 2), id);

/**
 * Streams a file to disk while counting and digesting it: written beside its place, synced, then moved there whole,
 * so that what has a row in the database has its bytes on disk.
 * @throws FileTooLarge, or what broke the stream off; then nothing stays behind.
 */
export async function receive(
  home: string,
  source: Readable,
  largest = LARGEST_FILE,
  id: string = randomUUID(),
): Promise<Received> {
  const place = placeOf(home, id);
  const draft = `${place}.part`;
  const made = await mkdir(path.dirname(place), { recursive: true });
  const hash = createHash('sm3');
  let size = 0;
  const heads: Buffer[] = [];
  const count = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      if (size < 4_096) heads.push(chunk.subarray(0, 4_096));
      size += chunk.length;
      hash.update(chunk);
      next(size > largest ? new FileTooLarge() : null, chunk);
    },
  });
  // what breaks off here must not end the request: whoever sends it is still to be told why
  const passed = new PassThrough();
  finished(source, (error) => error && passed.destroy(error));
  source.pipe(passed);
  try {
    await pipeline(passed, count, createWriteStream(draft, { flush: true }));
    await rename(draft, place);
    await syncFolder(path.dirname(place));
    // a folder made for it stands in the one above, and must be there after a power cut as well
    if (made !== undefined) for (const above of [path.dirname(made), made]) await syncFolder(above);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return { id, size, digest: hash.digest('hex'), head: Buffer.concat(heads).subarray(0, 4_096) };
}

/** The bytes as first received. */
export const readBack = (home: string, id: string): Readable => createReadStream(placeOf(home, id));

/** Puts a file of a backup in its place, piece by piece; `end` when it is whole: then it is on disk. */
export async function putBack(home: string, id: string) {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new RangeError(`${id} is no id of a file`);
  const place = placeOf(home, id);
  await mkdir(path.dirname(place), { recursive: true });
  const handle = await open(place, 'w');
  return {
    write: async (piece: Buffer): Promise<void> => {
      await handle.writeFile(piece);
    },
    end: async (): Promise<void> => {
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
      await syncFolder(path.dirname(place));
    },
  };
}

/** SM3 of the bytes as they are on disk now, lower-case hex; null where there is no such file. */
export async function digestNow(home: string, id: string): Promise<string | null> {
  const hash = createHash('sm3');
  try {
    await pipeline(readBack(home, id), hash);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return hash.digest('hex');
}

/** Where a file stands, for tools that read by path. */
export const pathOf = placeOf;

/** Makes what a folder lists last through a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().catch(() => {}); // Windows cannot sync a folder
  await handle.close();
}
