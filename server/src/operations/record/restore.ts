import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { unpacked, type Entry, type Part } from '../../archive/entries.ts';
import { unsealed } from '../../archive/sealed.ts';
import type { Secret } from '../../archive/secret.ts';
import type { DatabaseUrls } from '../../config.ts';
import { filledFrom, isEmpty, loadDatabase } from '../../store/backup/load.ts';
import type { Connection } from '../../store/database/connection.ts';
import { reachDatabase, unfinishedRestore } from '../../store/database/installation.ts';
import { migrate, refuseForeign } from '../../store/database/migrate.ts';
import { codeOf, Trouble } from '../../trouble.ts';
import { clearPlace, markPlace, takePlace, type Mark } from './empty-place.ts';
import { NOWHERE, OUT_OF_ORDER, receiver, walk, type Count } from './unpacking.ts';

/** What came out of an archive. */
export type Restored = {
  readonly about: About;
  readonly rows: number;
  readonly files: number;
  /** Names of the migrations that brought it up to this program. */
  readonly migrated: readonly string[];
};

/** Where everything goes: an empty folder, and our own database in it or an empty one of the office's. */
export type Place = { readonly home: string; readonly databases: DatabaseUrls | null };

type About = Entry & { readonly entry: 'archive' };

/**
 * Reads an archive to its end and changes nothing. @throws Trouble where it would not be restored: another key, cut, changed,
 * of a newer program
 */
export async function checkBackup(archive: string, secret: Secret): Promise<Omit<Restored, 'migrated'>> {
  return withParts(archive, secret, undefined, async (about, parts) => ({
    about,
    ...(await walk(parts, async () => NOWHERE)),
  }));
}

/**
 * Makes an office of an archive, in an empty place. The database is there wholly or not at all: its one transaction ends when the
 * archive has proved genuine to its last byte. One that was interrupted begins again. `migrations`: another folder of them, for tests.
 * @throws Trouble where the place is not empty or the archive is none that can be restored; then the database is empty still
 */
export async function restore(
  archive: string,
  secret: Secret,
  { home, databases }: Place,
  migrations?: URL,
): Promise<Restored> {
  return withParts(archive, secret, migrations, async (about, parts) => {
    const mark = await takePlace(home);
    const { owner, release } = await reachDatabase(home, databases);
    try {
      const count = await fill({ home, owner, mark, migrations }, about, parts);
      const migrated = await migrate(owner, migrations);
      await rm(unfinishedRestore(home));
      return { about, ...count, migrated };
    } finally {
      await release();
    }
  });
}

/** What is filled: an empty folder and database, how far an earlier restore got here, and what makes the tables. */
type Filled = {
  readonly home: string;
  readonly owner: Connection;
  readonly mark: Mark;
  readonly migrations: URL | undefined;
};

/**
 * The mark in the folder says that this archive was being restored here; only the database itself says that it is the one which
 * that filled. Another full one that the place is opened with is somebody's office.
 */
async function fill(
  { home, owner, mark, migrations }: Filled,
  about: About,
  parts: AsyncIterator<Part, void>,
): Promise<Count> {
  if (!(await isEmpty(owner))) {
    if (mark === about.writtenAt && (await filledFrom(owner)) === about.writtenAt)
      return walk(parts, async () => NOWHERE);
    if (mark === 'fresh') await rm(unfinishedRestore(home));
    throw new Trouble(
      '数据库不是空的 / the database is not empty',
      '恢复只能到空的地方 / a restore goes into an empty place only: BIHUAN_HOME=…, DATABASE_URL=…',
    );
  }
  await clearPlace(home);
  await markPlace(home, about.writtenAt);
  return loadDatabase(owner, about.writtenAt, async (into) => {
    await into.like(about.migrations, migrations);
    return walk(parts, (entry) => receiver(home, into, entry));
  });
}

/** Opens the archive as far as its first entry, so that a wrong key is told before anything is touched. */
async function withParts<T>(
  archive: string,
  secret: Secret,
  migrations: URL | undefined,
  work: (about: About, parts: AsyncIterator<Part, void>) => Promise<T>,
): Promise<T> {
  const source = createReadStream(archive, { highWaterMark: 256 * 1024 });
  try {
    const parts = unpacked(unsealed(source, secret));
    const { value: about } = await parts.next();
    if (about === undefined || Buffer.isBuffer(about) || about.entry !== 'archive') throw OUT_OF_ORDER();
    await refuseForeign(about.migrations, migrations);
    return await work(about, parts);
  } catch (error) {
    if (!['ENOENT', 'EACCES', 'EISDIR'].includes(codeOf(error)) || Reflect.get(Object(error), 'path') !== archive)
      throw error;
    throw new Trouble(
      `备份读不了 / the backup cannot be read: ${archive} (${codeOf(error)})`,
      '查看文件名 / look at its name',
    );
  } finally {
    source.destroy();
  }
}
