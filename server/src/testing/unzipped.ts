import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

const opened = promisify<Buffer, { readonly lazyEntries: boolean }, ZipFile>(fromBuffer);

/** Everything that an archive says, part after part: a workbook's cells stand in it as they were written. */
export async function unzipped(bytes: Buffer): Promise<string> {
  const archive = await opened(bytes, { lazyEntries: true });
  const read = promisify(
    archive.openReadStream.bind(archive) as (entry: Entry, done: Parameters<ZipFile['openReadStream']>[1]) => void,
  ); // its shorter form
  const parts: string[] = [];
  while (parts.length < archive.entryCount) {
    archive.readEntry();
    const [entry] = (await once(archive, 'entry')) as [Entry]; // what yauzl tells
    parts.push(await text(await read(entry)));
  }
  return parts.join('\n');
}
