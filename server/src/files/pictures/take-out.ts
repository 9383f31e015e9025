import { crc32 } from 'node:zlib';
import type { PictureFile } from '@bihuan/core/intake';
import { find, openArchive } from '../archive.ts';
import type { Archive } from '../archive.ts';
import { LIMITS } from '../limits.ts';
import { pictureType } from '../media-type.ts';

/**
 * Takes pictures out of a workbook that was looked through, one after the other: each is the one that was found there, of the size
 * and sum that were stated, or null. @param xlsx as `readWorkbook` gave it
 */
export async function* takeOut(
  xlsx: Buffer,
  files: readonly PictureFile[],
): AsyncGenerator<{ readonly file: PictureFile; readonly bytes: Buffer | null }> {
  const archive = await openArchive(xlsx);
  try {
    for (const file of files) yield { file, bytes: await bytesOf(archive, file).catch(() => null) };
  } finally {
    archive.zip.close();
  }
}

async function bytesOf(archive: Archive, { part, size, crc, ending }: PictureFile): Promise<Buffer | null> {
  const entry = find(archive, part);
  if (entry?.uncompressedSize !== size || entry.crc32 !== crc || size > LIMITS.pictureBytes) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  // a byte stream has no other chunks
  for await (const chunk of (await archive.zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > size) return null;
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  return length === size && crc32(bytes) === crc && pictureType(bytes) === ending ? bytes : null;
}
