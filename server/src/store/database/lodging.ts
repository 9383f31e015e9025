import { access, chmod, constants, mkdir, mkdtemp, readFile, readlink, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, Trouble } from '../../trouble.ts';
import { reaches, servant, type Servant } from './servant.ts';

/** Where a cluster lies and who runs it. */
export type Lodging = {
  readonly who: Servant;
  /** The data folder. It need not exist yet; the folder above it does. */
  readonly data: string;
  /** The folder for its socket. */
  readonly run: string;
};

/**
 * The database of this home where there is one, else the place for a new one: in the home, or in `refuge` where
 * the servant cannot enter the home. `pg` in the home always leads there, so no second database is ever begun beside it.
 * @throws Trouble when the home cannot be written, or its database is another user's or out of reach
 */
export async function lodging(home: string, refuge: string, servants: readonly string[]): Promise<Lodging> {
  await usable(home);
  const pg = path.join(home, 'pg');
  const owner = await stat(pg).catch(() => null);
  const who = owner === null ? servant(servants) : await keeper(pg, owner);
  const open = reaches(who, home);
  const data = (await followed(pg)) ?? (open || owner !== null ? pg : await begin(pg, refuge));
  if (owner !== null && !reaches(who, data)) throw outOfReach(data);
  return { who, data, run: path.join(open ? home : path.dirname(data), 'run') };
}

async function usable(home: string): Promise<void> {
  try {
    await mkdir(home, { recursive: true });
    await access(home, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Trouble(
      `数据目录不能读写 / the data folder cannot be written: ${home} (${codeOf(error)})`,
      '换一个本用户可以读写的目录 / choose one that this user can write: BIHUAN_HOME=…',
      { cause: error },
    );
  }
}

/** PostgreSQL serves no data but its own user's: whoever made it runs it, also where root or somebody else starts it now. */
async function keeper(pg: string, { uid, gid }: { uid: number; gid: number }): Promise<Servant> {
  const self = process.getuid?.();
  if (self === undefined || self === uid) return null;
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const name = new RegExp(`^([^:]+):[^:]*:${uid}:`, 'm').exec(passwd)?.[1] ?? String(uid);
  if (self === 0) return { name, uid, gid };
  throw new Trouble(
    `数据库属于用户 ${name} / the database belongs to user ${name}: ${pg}`,
    `以 root 或该用户身份运行，或另选目录 / run it as root or that user, or choose another folder: BIHUAN_HOME=…`,
  );
}

/** Where the link in the home leads, or null where there is none. */
async function followed(pg: string): Promise<string | null> {
  const target = await readlink(pg).catch(() => null);
  if (target === null) return null;
  const data = path.resolve(path.dirname(pg), target);
  if ((await stat(path.dirname(data)).catch(() => null)) !== null) return data; // not yet made, or there
  throw new Trouble(
    `数据库不在了 / the database is gone: ${data}`,
    `放回原处；要从空白开始，删去 / put it back; to begin empty, remove ${pg}`,
  );
}

/** Two first starts at once follow the same link; only one of them made it. */
async function begin(pg: string, refuge: string): Promise<string> {
  await mkdir(refuge, { recursive: true });
  const base = await mkdtemp(path.join(refuge, 'data-'));
  for (const folder of [refuge, base]) await chmod(folder, 0o755); // a servant passes through, whatever the umask says
  await symlink(path.join(base, 'pg'), pg).catch(async (error: unknown) => {
    await rm(base, { recursive: true });
    if (codeOf(error) !== 'EEXIST') throw error;
  });
  return readlink(pg);
}

const outOfReach = (data: string): Trouble =>
  new Trouble(
    `运行数据库的用户进不了目录 / the user that runs the database cannot enter ${data}`,
    '放开其上级目录的进入权限，或把数据目录移到能进入的地方 / chmod a+x on the folders above, or move the data folder',
  );
