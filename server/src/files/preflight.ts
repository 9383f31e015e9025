import { crc32 } from 'node:zlib';
import { fromBufferPromise, openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { LIMITS } from './limits.ts';
import { dangerInside, dangerOf, type PackageKind, REQUIRED } from './parts.ts';
import { Refused } from './refusal.ts';
import type { FileRefusalCode } from './refusal.ts';
import { watchXml } from './xml-watch.ts';

/**
 * Looks through a workbook's archive before any library sees it: names, counts, stated sizes, then every entry unpacked once
 * in small pieces with the bytes really counted, because headers lie. Nothing is kept.
 * @returns why the file is refused, or null
 */
export async function preflight(
  bytes: Buffer,
  kind: PackageKind,
  progress: (bytes: number) => void = () => undefined,
): Promise<FileRefusalCode | null> {
  return looked(
    bytes.length,
    { kind, onlyRead: true },
    () => fromBufferPromise(bytes, { lazyEntries: true }),
    progress,
  );
}

/** The same for a document or workbook on disk, which is kept as it is and read by nobody here. @param size its bytes */
export async function preflightFile(file: string, size: number, kind: PackageKind): Promise<FileRefusalCode | null> {
  return looked(
    size,
    { kind, onlyRead: false },
    () => openPromise(file, { lazyEntries: true, autoClose: false }),
    () => undefined,
  );
}

type Package = { readonly kind: PackageKind; readonly onlyRead: boolean };

async function looked(
  size: number,
  what: Package,
  open: () => Promise<ZipFile>,
  progress: (bytes: number) => void,
): Promise<FileRefusalCode | null> {
  let zip: ZipFile | null = null;
  try {
    zip = await open();
    const entries = await directory(zip, what.kind, size);
    await unpack(zip, what, entries, size, progress);
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.code;
    return codeOfZipError(error instanceof Error ? error.message : '');
  } finally {
    zip?.close();
  }
}

async function directory(zip: ZipFile, kind: PackageKind, packed: number): Promise<readonly Entry[]> {
  const most = kind === 'docx' || kind === 'ofd' ? LIMITS.documentEntries : LIMITS.entries;
  if (zip.entryCount > most) throw new Refused('too-many-parts');
  const entries: Entry[] = [];
  const names = new Set<string>();
  let stated = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (names.has(name)) throw new Refused('duplicate-names');
    if (entry.isEncrypted()) throw new Refused('encrypted');
    const danger = dangerOf(entry.fileName);
    if (danger !== null) throw new Refused(danger);
    names.add(name);
    stated += entry.uncompressedSize;
    if (tooMuch(stated, packed)) throw new Refused('unpacks-too-large');
    entries.push(entry);
  }
  if (!REQUIRED[kind].every((name) => names.has(name.toLowerCase()))) throw new Refused('wrong-content');
  return entries;
}

function tooMuch(unpacked: number, packed: number): boolean {
  return unpacked > LIMITS.unpackedBytes || (unpacked > LIMITS.ratioFrom && unpacked > packed * LIMITS.ratio);
}

async function unpack(
  zip: ZipFile,
  { kind, onlyRead }: Package,
  entries: readonly Entry[],
  packed: number,
  progress: (bytes: number) => void,
): Promise<void> {
  let unpacked = 0;
  for (const entry of entries.filter(({ fileName }) => !fileName.endsWith('/'))) {
    const watch = /\.(?:xml|rels|vml)$/i.test(entry.fileName) ? watchXml(entry.fileName, kind, onlyRead) : null;
    let sum = 0;
    let first = true;
    // a byte stream has no other chunks
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (tooMuch(unpacked, packed)) throw new Refused('unpacks-too-large');
      const danger = first ? dangerInside(chunk) : null;
      if (danger !== null) throw new Refused(danger);
      watch?.(chunk);
      sum = crc32(chunk, sum);
      first = false;
    }
    if (sum !== entry.crc32) throw new Refused('damaged');
    progress(unpacked);
  }
}

const ZIP_ERRORS: readonly (readonly [RegExp, FileRefusalCode])[] = [
  [/relative path|absolute path|invalid characters/i, 'unsafe-names'],
  [/too many bytes|not enough bytes|size mismatch/i, 'lying-sizes'],
  [/not found|truncated|unexpected E?OF|overflows file bounds|unexpected end/i, 'truncated'],
  [/encrypt/i, 'encrypted'],
];

function codeOfZipError(message: string): FileRefusalCode {
  return ZIP_ERRORS.find(([pattern]) => pattern.test(message))?.[1] ?? 'damaged';
}
