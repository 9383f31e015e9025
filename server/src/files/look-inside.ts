import { type FileHandle, open } from 'node:fs/promises';
import { type Compound, openCompound } from './compound.ts';
import { preflightFile } from './preflight.ts';
import type { FileRefusalCode } from './refusal.ts';

type Look = (file: string, size: number) => Promise<FileRefusalCode | null>;

/** Types whose name and first bytes say little: an archive, a compound file, a file of boxes may hold anything. */
const LOOKS: Readonly<Record<string, Look>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': (file, size) =>
    preflightFile(file, size, 'docx'),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': (file, size) =>
    preflightFile(file, size, 'xlsx'),
  'application/ofd': (file, size) => preflightFile(file, size, 'ofd'),
  'application/msword': (file) => opened(file, (handle) => compound(handle, ['WordDocument'], sealedWords)),
  'application/vnd.ms-excel': (file) => opened(file, (handle) => compound(handle, ['Workbook', 'Book'], sealedSheets)),
  'image/heic': (file, size) => opened(file, (handle) => boxes(handle, size)),
};

/**
 * Looks into a file that came as evidence before it is acknowledged: macros, what reaches outside when it is opened, what unpacks
 * to too much, what is locked, and what is not what it calls itself. @returns why it is not kept, or null
 */
export async function lookInside(file: string, mediaType: string, size: number): Promise<FileRefusalCode | null> {
  return (await LOOKS[mediaType]?.(file, size)) ?? null;
}

async function opened<T>(file: string, look: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, 'r');
  try {
    return await look(handle);
  } finally {
    await handle.close();
  }
}

type Within = (found: Compound, main: Compound['entries'][number]) => Promise<FileRefusalCode | null>;

const MACROS = /^(?:_VBA_PROJECT(?:_CUR)?|VBA|Macros)$/i;

async function compound(handle: FileHandle, mains: readonly string[], within: Within): Promise<FileRefusalCode | null> {
  const found = await openCompound(handle);
  if (found === null) return 'damaged';
  const names = found.entries.map(({ name }) => name);
  if (names.some((name) => /^(?:EncryptedPackage|EncryptionInfo)$/.test(name))) return 'encrypted';
  if (names.some((name) => MACROS.test(name))) return 'macros';
  if (names.some((name) => /Ole10Native$/i.test(name))) return 'embedded-objects';
  const main = found.entries.find(({ name, isStream }) => isStream && mains.includes(name));
  return main === undefined ? 'wrong-content' : within(found, main);
}

/** [MS-DOC] 2.5.1: the document begins with its number; bit 8 of its flags says that it is locked. */
const sealedWords: Within = async (found, main) => {
  const head = await found.begin(main, 32);
  if (head.length < 12) return 'damaged';
  if (head.readUInt16LE(0) !== 0xa5ec) return 'wrong-content';
  return (head.readUInt16LE(10) & 0x0100) === 0 ? null : 'encrypted';
};

/** [MS-XLS] 2.1.4: records of a number and a length; a lock (0x2F) and the sheets (0x85) stand near the beginning. */
const sealedSheets: Within = async (found, main) => {
  const head = await found.begin(main, 262_144);
  if (head.length > 0 && head.readUInt16LE(0) !== 0x0809) return 'wrong-content';
  for (let at = 0; at + 10 <= head.length; at += 4 + head.readUInt16LE(at + 2)) {
    const record = head.readUInt16LE(at);
    if (record === 0x2f) return 'encrypted';
    if (record === 0x85 && head[at + 9] === 1) return 'macros'; // a sheet of macros, as Excel 4 had them
    if (record === 0x0a) return null;
  }
  return null;
};

/** ISO 14496-12: boxes one after the other to the end of the file, among them the one that describes the picture. */
async function boxes(handle: FileHandle, size: number): Promise<FileRefusalCode | null> {
  let described = false;
  for (let at = 0, count = 0; at < size; count += 1) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, at);
    if (bytesRead < 8 || count > 1_000) return 'damaged';
    const [stated, type] = [buffer.readUInt32BE(0), buffer.toString('latin1', 4, 8)];
    const length =
      stated === 0 ? size - at : stated === 1 && bytesRead === 16 ? Number(buffer.readBigUInt64BE(8)) : stated;
    if (length < 8 || at + length > size) return 'truncated';
    described ||= type === 'meta';
    at += length;
  }
  return described ? null : 'wrong-content';
}
