import { Trouble } from '../trouble.ts';
import { bytesOf } from './bytes.ts';

/** What stands in an archive, in this order: the archive itself, tables with their rows, sequences, files, keys, the end. */
export type Entry =
  | {
      readonly entry: 'archive';
      readonly writtenAt: string;
      /** Of the program that wrote it. */
      readonly program: string;
      /** What had run in the database, in the order of the names. */
      readonly migrations: readonly { readonly name: string; readonly digest: string }[];
      /** The settings it ran with, without addresses and passwords of databases. */
      readonly settings: Readonly<Record<string, string>>;
    }
  | { readonly entry: 'table'; readonly schema: string; readonly name: string; readonly columns: readonly string[] }
  | { readonly entry: 'sequence'; readonly schema: string; readonly name: string; readonly last: number }
  | { readonly entry: 'file'; readonly id: string }
  | { readonly entry: 'key'; readonly name: string }
  | { readonly entry: 'end'; readonly rows: number; readonly files: number };

/** What the file of a key is called; another one in its folder is none of ours. */
export const KEY_NAME = /^[\w-]+\.key$/;

/** An entry, or bytes of the one before. */
export type Part = Entry | Buffer;

const ENTRY = 0;
const DATA = 1;
/** The most bytes that one part may have: a row of the database is never larger. */
const LARGEST = 1024 ** 3;

/** Parts as bytes: five that say how long and what it is, then the part. */
export async function* packed(parts: AsyncIterable<Part>): AsyncGenerator<Buffer> {
  for await (const part of parts) {
    const body = Buffer.isBuffer(part) ? part : Buffer.from(JSON.stringify(part));
    const before = Buffer.alloc(5);
    before.writeUInt32BE(body.length);
    before.writeUInt8(Buffer.isBuffer(part) ? DATA : ENTRY, 4);
    yield before;
    yield body;
  }
}

/** The parts again. @throws Trouble where they do not end as they should */
export async function* unpacked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Part> {
  const bytes = bytesOf(source);
  for (;;) {
    const before = await bytes.upTo(5);
    if (before.length === 0) return;
    const length = before.length === 5 ? before.readUInt32BE() : LARGEST + 1;
    const body = length <= LARGEST ? await bytes.upTo(length) : Buffer.alloc(0);
    if (body.length !== length) throw new Trouble('备份内容读不懂 / the backup does not read', '换一份 / take another');
    yield before.readUInt8(4) === DATA ? body : (JSON.parse(body.toString('utf8')) as Entry); // proven genuine before it came here
  }
}
