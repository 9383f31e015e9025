import { Buffer } from 'node:buffer';
import type { Transform } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One part of an archive: its name and its bytes, produced only as fast as they are taken. */
export type ZipPart = { readonly name: string; readonly content: AsyncIterable<Buffer> | Iterable<Buffer> };

type Written = {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
};

const STREAMED = 0x0008 | 0x0800; // sizes follow the data; names are UTF-8
const DAY_ONE = 0x21; // 1980-01-01: the same content always gives the same bytes

/** A zip archive as it is made: each part is deflated in pieces and nothing is held back but the list of parts. At most 4 GB. */
export async function* zipStream(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  for await (const part of parts) {
    const name = Buffer.from(part.name, 'utf8');
    const start = at;
    const header = localHeader(name);
    yield header;
    at += header.length;
    const entry = { name, at: start, ...(yield* deflated(part.content)) };
    const tail = descriptor(entry);
    yield tail;
    at += entry.packed + tail.length;
    written.push(entry);
  }
  const directory = Buffer.concat(written.map(centralHeader));
  yield directory;
  yield ending(written.length, directory.length, at);
}

async function* deflated(
  content: ZipPart['content'],
): AsyncGenerator<Buffer, Pick<Written, 'crc' | 'size' | 'packed'>> {
  const deflate = createDeflateRaw({ level: 6 });
  let crc = 0;
  let size = 0;
  let packed = 0;
  const feed = async (): Promise<void> => {
    for await (const chunk of content) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      if (deflate.destroyed) return; // whoever took the bytes has gone away
      if (!deflate.write(chunk)) await room(deflate);
    }
    deflate.end();
  };
  const fed = feed().catch((error: unknown) =>
    deflate.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  // a byte stream has no other chunks
  for await (const chunk of deflate as AsyncIterable<Buffer>) {
    packed += chunk.length;
    yield chunk;
  }
  await fed;
  return { crc, size, packed };
}

function room(stream: Transform): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off('drain', done).off('close', done);
      resolve();
    };
    stream.on('drain', done).on('close', done);
  });
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(STREAMED, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(DAY_ONE, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function descriptor({ crc, packed, size }: Written): Buffer {
  const tail = Buffer.alloc(16);
  tail.writeUInt32LE(0x08074b50, 0);
  tail.writeUInt32LE(crc, 4);
  tail.writeUInt32LE(packed, 8);
  tail.writeUInt32LE(size, 12);
  return tail;
}

function centralHeader({ name, crc, packed, size, at }: Written): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(STREAMED, 8);
  header.writeUInt16LE(8, 10);
  header.writeUInt16LE(DAY_ONE, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(at, 42);
  return Buffer.concat([header, name]);
}

function ending(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
