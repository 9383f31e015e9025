import { text } from 'node:stream/consumers';
import { fromBuffer } from 'yauzl';

/** Everything that an archive says, part after part: a workbook's cells stand in it as they were written. */
export async function unzipped(bytes: Buffer): Promise<string> {
  const parts: string[] = [];
  await new Promise<void>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (failed, archive) => {
      if (failed) return reject(failed);
      archive.on('end', resolve).on('error', reject);
      archive.on('entry', (entry) =>
        archive.openReadStream(entry, (unread, stream) => {
          if (unread) return reject(unread);
          text(stream).then((part) => {
            parts.push(part);
            archive.readEntry();
          }, reject);
        }),
      );
      archive.readEntry();
    });
  });
  return parts.join('\n');
}
