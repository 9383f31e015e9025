import { Buffer } from 'node:buffer';
import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';

/** A workbook's archive with its parts by name. Only behind `preflight`, which bounds what is unpacked. */
export type Archive = { readonly zip: ZipFile; readonly entries: ReadonlyMap<string, Entry> };

/** Opens an archive that was looked through. */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return { zip, entries };
}

/** The part of this name, or undefined. Names of parts differ in more than capitals, or they are one part. */
export function find({ entries }: Archive, part: string): Entry | undefined {
  return entries.get(part) ?? [...entries.values()].find((entry) => decoded(entry.fileName) === part.toLowerCase());
}

function decoded(name: string): string {
  try {
    return decodeURI(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}

/** A part as text; empty where it is not there. */
export async function textOf(archive: Archive, part: string): Promise<string> {
  const entry = find(archive, part);
  if (entry === undefined) return '';
  const chunks: Buffer[] = [];
  for await (const chunk of (await archive.zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>)
    chunks.push(chunk); // a byte stream has no other chunks
  return Buffer.concat(chunks).toString('utf8');
}
