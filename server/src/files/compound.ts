import type { FileHandle } from 'node:fs/promises';

/** An entry of a compound file ([MS-CFB] 2.6): the folder of an old Word or Excel document. `start`: its first sector. */
export type CompoundEntry = {
  readonly name: string;
  readonly isStream: boolean;
  readonly start: number;
  readonly size: number;
};

/** A compound file that was opened for a look. */
export type Compound = {
  readonly entries: readonly CompoundEntry[];
  /** The beginning of a stream, bytes; what stands in the small sectors is not read and comes back empty. */
  readonly begin: (entry: CompoundEntry, bytes: number) => Promise<Buffer>;
};

const HEADER = 512;
const ENTRY = 128;
/** More entries than any document has; a chain that runs in a circle ends here. */
const MOST_SECTORS = 20_000;
/** Streams under this size lie in the small sectors (2.2, mini stream cutoff). */
const SMALL = 4_096;

/** Reads the folder of a compound file. Null where it is none, or is cut or knotted. */
export async function openCompound(file: FileHandle): Promise<Compound | null> {
  const header = await piece(file, 0, HEADER);
  const shift = header.length === HEADER ? header.readUInt16LE(30) : 0;
  if (shift !== 9 && shift !== 12) return null;
  const size = 2 ** shift;
  const sector = (no: number): Promise<Buffer> => piece(file, (no + 1) * size, size);
  const tables = await tablesOf(header, size, sector);
  const chain = (start: number, most: number): readonly number[] => {
    const found: number[] = [];
    for (let at = start; at < 0xfffffffa && found.length < most; at = tables.next(at)) found.push(at);
    return found;
  };
  const read = async (start: number, most: number): Promise<Buffer> =>
    Buffer.concat(await Promise.all(chain(start, most).map(sector)));
  const folder = await read(header.readUInt32LE(48), Math.ceil((MOST_SECTORS * ENTRY) / size));
  const entries = entriesOf(folder);
  if (!entries.some(({ isStream }) => isStream)) return null;
  return {
    entries,
    begin: async ({ start, size: whole }, bytes) =>
      whole < SMALL
        ? Buffer.alloc(0)
        : (await read(start, Math.ceil(Math.min(bytes, whole) / size))).subarray(0, bytes),
  };
}

async function piece(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

/** Which sector follows which: the table lies in sectors of its own, which the header lists, and for large files a chain of lists. */
async function tablesOf(header: Buffer, size: number, sector: (no: number) => Promise<Buffer>) {
  const listed = numbersIn(header.subarray(76));
  const each = size / 4;
  let list = header.readUInt32LE(68);
  for (let read = 0; list < 0xfffffffa && read < MOST_SECTORS / each; read += 1) {
    const numbers = numbersIn(await sector(list));
    listed.push(...numbers.slice(0, each - 1));
    list = numbers[each - 1] ?? 0xffffffff;
  }
  const used = listed.filter((no) => no < 0xfffffffa).slice(0, MOST_SECTORS);
  const tables = await Promise.all(used.map(sector));
  return {
    next: (no: number): number => {
      const table = tables[Math.floor(no / each)];
      const at = (no % each) * 4;
      return table !== undefined && at + 4 <= table.length ? table.readUInt32LE(at) : 0xffffffff;
    },
  };
}

const numbersIn = (bytes: Buffer): number[] =>
  Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readUInt32LE(at * 4));

function entriesOf(folder: Buffer): readonly CompoundEntry[] {
  return Array.from({ length: Math.floor(folder.length / ENTRY) }, (_, no) =>
    folder.subarray(no * ENTRY, (no + 1) * ENTRY),
  )
    .filter((entry) => [1, 2].includes(entry[66] ?? 0))
    .map((entry) => ({
      name: entry.toString('utf16le', 0, Math.max(0, Math.min(64, entry.readUInt16LE(64)) - 2)),
      isStream: entry[66] === 2,
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    }));
}
