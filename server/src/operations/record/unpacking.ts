import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { KEY_NAME, type Entry, type Part } from '../../archive/entries.ts';
import { putBack } from '../../files/vault.ts';
import type { Loading } from '../../store/backup/load.ts';
import { Trouble } from '../../trouble.ts';

/** How much has been taken out so far. */
export type Count = { readonly rows: number; readonly files: number };

/** Takes what belongs to one entry: rows of a table, bytes of a file or a key; `end` when there is no more of it. */
export type Receiver = {
  readonly rows: (rows: readonly string[]) => Promise<void>;
  readonly write: (bytes: Buffer) => Promise<void>;
  readonly end: () => Promise<void>;
};

const nothing = async (): Promise<void> => {};
/** Where nothing is kept. */
export const NOWHERE: Receiver = { rows: nothing, write: nothing, end: nothing };

const expand = promisify(gunzip);

/** Takes an archive apart, entry by entry, to its end. @throws Trouble where it is not in order or says that there is more in it */
export async function walk(
  parts: AsyncIterator<Part, void>,
  begin: (entry: Entry) => Promise<Receiver>,
): Promise<Count> {
  let [rows, files] = [0, 0];
  let entry: Entry | null = null;
  let present = NOWHERE;
  const take = async (bytes: Buffer): Promise<void> => {
    if (entry?.entry !== 'table') return present.write(bytes);
    const batch = JSON.parse((await expand(bytes)).toString('utf8')) as readonly string[]; // as a backup writes it
    rows += batch.length;
    await present.rows(batch);
  };
  try {
    for (;;) {
      const { value: part, done } = await parts.next();
      if (done || part === undefined) throw OUT_OF_ORDER();
      if (Buffer.isBuffer(part)) {
        await take(part);
        continue;
      }
      const before = present;
      present = NOWHERE;
      await before.end();
      entry = part;
      if (part.entry === 'file') files += 1;
      if (part.entry === 'end') {
        if (part.rows !== rows || part.files !== files || !(await parts.next()).done) throw OUT_OF_ORDER();
        return { rows, files };
      }
      present = await begin(part);
    }
  } catch (error) {
    await present.end().catch(() => {}); // the first failure is the one to tell
    throw error;
  }
}

/** Puts an entry where it belongs. */
export async function receiver(home: string, into: Loading, entry: Entry): Promise<Receiver> {
  switch (entry.entry) {
    case 'table':
      return { ...NOWHERE, rows: await into.table(entry) };
    case 'sequence':
      await into.sequence(entry);
      return NOWHERE;
    case 'file':
      return { ...NOWHERE, ...(await putBack(home, entry.id)) };
    case 'key':
      return { ...NOWHERE, write: (bytes) => putKeyBack(home, entry.name, bytes) };
    case 'archive':
    case 'end':
      throw OUT_OF_ORDER();
  }
}

async function putKeyBack(home: string, name: string, bytes: Buffer): Promise<void> {
  if (!KEY_NAME.test(name)) throw OUT_OF_ORDER();
  const folder = path.join(home, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(path.join(folder, name), bytes, { mode: 0o600, flush: true });
}

/** The archive is genuine, and its parts are not those of a backup. */
export const OUT_OF_ORDER = (): Trouble =>
  new Trouble('备份内容的次序不对 / the parts of the backup are not in order', '换一份 / take another one');
