const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;

/** A stream or, without bytes, a storage of a compound file made for a test; streams are filled up to a whole sector chain. */
export type Stream = { readonly name: string; readonly bytes?: Buffer };

/** A compound file ([MS-CFB]) with exactly these entries: one table sector, one chain of folder sectors, then the streams. */
export function compoundFile(streams: readonly Stream[]): Buffer {
  const folders = Math.ceil((streams.length + 1) / 4);
  const table = Buffer.alloc(SECTOR, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  for (let at = 1; at <= folders; at += 1) table.writeUInt32LE(at === folders ? END : at + 1, at * 4);
  let next = 1 + folders;
  const bodies: Buffer[] = [];
  const entries = streams.map(({ name, bytes }) => {
    if (bytes === undefined) return entry(name, 1, 0, 0);
    const sectors = Math.max(8, Math.ceil(bytes.length / SECTOR)); // 4,096 bytes: none lies in the small sectors
    for (let no = 0; no < sectors; no += 1)
      table.writeUInt32LE(no === sectors - 1 ? END : next + no + 1, (next + no) * 4);
    bodies.push(Buffer.concat([bytes, Buffer.alloc(sectors * SECTOR - bytes.length)]));
    next += sectors;
    return entry(name, 2, next - sectors, sectors * SECTOR);
  });
  const folder = Buffer.concat([entry('Root Entry', 5, END, 0), ...entries]);
  return Buffer.concat([
    header(),
    table,
    Buffer.concat([folder, Buffer.alloc(folders * SECTOR - folder.length)]),
    ...bodies,
  ]);
}

function header(): Buffer {
  const bytes = Buffer.alloc(SECTOR);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 44);
  bytes.writeUInt32LE(1, 48);
  bytes.writeUInt32LE(END, 68);
  bytes.fill(0xff, 76);
  bytes.writeUInt32LE(0, 76);
  return bytes;
}

function entry(name: string, type: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 'utf16le');
  bytes.writeUInt16LE(name.length * 2 + 2, 64);
  bytes[66] = type;
  for (const at of [68, 72, 76]) bytes.writeUInt32LE(FREE, at);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

/** How a Word document begins; `locked` as with a password. */
export function wordStream(locked = false): Buffer {
  const bytes = Buffer.alloc(64);
  bytes.writeUInt16LE(0xa5ec, 0);
  bytes.writeUInt16LE(locked ? 0x0100 : 0, 10);
  return bytes;
}

/** A workbook stream of Excel 97 with these records between its beginning and its end. */
export function sheetStream(...records: readonly (readonly [number, Buffer])[]): Buffer {
  const all = [[0x0809, Buffer.alloc(16)] as const, ...records, [0x0a, Buffer.alloc(0)] as const];
  return Buffer.concat(
    all.map(([no, data]) => {
      const head = Buffer.alloc(4);
      head.writeUInt16LE(no, 0);
      head.writeUInt16LE(data.length, 2);
      return Buffer.concat([head, data]);
    }),
  );
}
