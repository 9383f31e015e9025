import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { KEY_NAME, packed, type Part } from '../../archive/entries.ts';
import { sealed } from '../../archive/sealed.ts';
import type { Secret } from '../../archive/secret.ts';
import { VERSION } from '../../config.ts';
import { readBack, syncFolder } from '../../files/vault.ts';
import {
  filesOf,
  migrationsOf,
  rowsOf,
  sequencesOf,
  tablesOf,
  withSnapshot,
  type Snapshot,
} from '../../store/backup/dump.ts';
import type { Connection } from '../../store/database/connection.ts';
import { codeOf, Trouble } from '../../trouble.ts';

/** What is backed up: the database as its owner reads it, the folder with files and keys, and the settings as they are. */
export type Whole = {
  readonly owner: Connection;
  readonly home: string;
  readonly settings: Readonly<Record<string, string>>;
};

/** What came into the archive. `faults`: files that have a row and are not, or no longer, what was filed. */
export type BackedUp = {
  readonly rows: number;
  readonly files: number;
  readonly faults: readonly { readonly file: string; readonly kind: 'missing' | 'changed' }[];
};

type Count = { rows: number; files: number; readonly faults: { file: string; kind: 'missing' | 'changed' }[] };

const shrink = promisify(gzip);

/**
 * Writes everything into one sealed archive while the office goes on: the tables as they stood at one moment, then the files that
 * had a row at that moment, and the keys. Written beside its place and moved there whole. Holds a few megabytes, however much
 * there is. @param now ISO instant @throws Trouble where nothing can be read or the archive cannot be written
 */
export async function backUp(whole: Whole, out: string, secret: Secret, now: string): Promise<BackedUp> {
  if (existsSync(out))
    throw new Trouble(`已有这个文件 / the file is there already: ${out}`, '换一个文件名 / choose another name');
  const count: Count = { rows: 0, files: 0, faults: [] };
  const draft = `${out}.${process.pid}.part`;
  try {
    await withSnapshot(whole.owner, async (at) => {
      const bytes = sealed(packed(partsOf(whole, at, now, count)), secret);
      await pipeline(Readable.from(bytes), createWriteStream(draft, { mode: 0o600, flush: true }));
    });
    await rename(draft, out);
    await syncFolder(path.dirname(path.resolve(out)));
    return count;
  } catch (error) {
    await rm(draft, { force: true });
    throw asTrouble(error, out);
  }
}

async function* partsOf({ home, settings }: Whole, at: Snapshot, now: string, count: Count): AsyncGenerator<Part> {
  const migrations = await migrationsOf(at);
  if (migrations.length === 0)
    throw new Trouble(
      '数据库里什么也没有 / there is nothing in this database',
      '查看 / look at BIHUAN_HOME, DATABASE_URL',
    );
  yield { entry: 'archive', writtenAt: now, program: VERSION, migrations, settings };
  for (const table of await tablesOf(at)) {
    yield { entry: 'table', ...table };
    for await (const rows of rowsOf(at, table)) {
      count.rows += rows.length;
      yield await shrink(JSON.stringify(rows), { level: 1 });
    }
  }
  for (const sequence of await sequencesOf(at)) yield { entry: 'sequence', ...sequence };
  for await (const file of filesOf(at)) yield* fileParts(home, file, count);
  // after the tables: a key that is made meanwhile leaves the ones before it in the folder
  yield* keyParts(home);
  yield { entry: 'end', rows: count.rows, files: count.files };
}

/** A file that is gone is named and does not keep the rest from being saved. */
async function* fileParts(
  home: string,
  { id, digest }: { readonly id: string; readonly digest: string },
  count: Count,
): AsyncGenerator<Part> {
  const hash = createHash('sm3');
  let begun = false;
  const begin = (): Part => {
    begun = true;
    count.files += 1;
    return { entry: 'file', id };
  };
  try {
    const pieces: AsyncIterable<Buffer> = readBack(home, id);
    for await (const piece of pieces) {
      if (!begun) yield begin();
      hash.update(piece);
      yield piece;
    }
    if (!begun) yield begin();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    count.faults.push({ file: id, kind: 'missing' });
    return;
  }
  if (hash.digest('hex') !== digest) count.faults.push({ file: id, kind: 'changed' });
}

async function* keyParts(home: string): AsyncGenerator<Part> {
  const folder = path.join(home, 'keys');
  // a folder that may not be read is no folder without keys: such a backup would open nothing that is kept apart
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw unreadable(folder, error);
  });
  for (const name of names.filter((one) => KEY_NAME.test(one)).toSorted()) {
    yield { entry: 'key', name };
    yield await readFile(path.join(folder, name));
  }
}

const unreadable = (folder: string, error: unknown): Trouble =>
  new Trouble(
    `密钥目录读不了 / the folder of keys cannot be read: ${folder} (${codeOf(error)})`,
    '用启动服务的账号来备份 / back up under the account that runs the server',
  );

function asTrouble(error: unknown, out: string): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Trouble(
      `磁盘已满，没有写成 / the disk is full, nothing was written: ${out}`,
      '换一个地方 / choose another place',
    );
  if (['ENOENT', 'EACCES', 'EROFS', 'ENOTDIR'].includes(code))
    return new Trouble(
      `备份写不进去 / the backup cannot be written: ${out} (${code})`,
      '换一个目录 / choose another folder',
    );
  return error;
}
