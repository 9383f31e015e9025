import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../../files/vault.ts';
import { unfinishedRestore } from '../../store/database/installation.ts';
import { Trouble } from '../../trouble.ts';

/**
 * How far a restore got here: `fresh` where none had begun, an empty text where the database was not looked at yet, else the
 * instant of the archive that its empty database began to be filled from.
 */
export type Mark = string;

/** Marks an empty folder as being restored into; one that is marked already is taken again. @throws Trouble where it is not empty */
export async function takePlace(home: string): Promise<Mark> {
  await mkdir(home, { recursive: true });
  const marked = await readFile(unfinishedRestore(home), 'utf8').catch(() => null);
  if (marked !== null) return marked;
  if ((await readdir(home)).length > 0)
    throw new Trouble(
      `目录不是空的 / the folder is not empty: ${home}`,
      '恢复只能到空的地方 / a restore goes into an empty place only: BIHUAN_HOME=…',
    );
  await markPlace(home, '');
  return 'fresh';
}

/** Says in the folder how far it is, so that a power cut does not lose it. */
export async function markPlace(home: string, mark: Mark): Promise<void> {
  const handle = await open(unfinishedRestore(home), 'w');
  await handle.writeFile(mark);
  await handle.sync();
  await handle.close();
  await syncFolder(home);
}

/** Removes the files and keys that a restore which did not come to its end has put here. */
export async function clearPlace(home: string): Promise<void> {
  for (const name of ['files', 'keys']) await rm(path.join(home, name), { recursive: true, force: true });
}
