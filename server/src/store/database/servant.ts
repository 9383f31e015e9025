import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { Trouble } from '../../trouble.ts';

/** The user that runs PostgreSQL: `null` is the user of this process, who then needs no other. */
export type Servant = { readonly name: string; readonly uid: number; readonly gid: number } | null;

/**
 * PostgreSQL refuses to run as root, so root lends it another user. `initdb` wants a name in passwd: a bare uid will not do.
 * @throws Trouble when root finds none of `names`.
 */
export function servant(names: readonly string[], passwd = '/etc/passwd'): Servant {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync(passwd, 'utf8');
  for (const name of names) {
    const [, uid, gid] = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm').exec(users) ?? [];
    if (uid && gid && uid !== '0') return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new Trouble(
    `没有可用来运行 PostgreSQL 的用户（找过：${names.join('、')}）/ no user to run PostgreSQL as`,
    '新建用户 / create one: useradd --system postgres',
  );
}

/** What `spawn` and `execFile` need to act as the servant; it starts where everyone may stand. */
export function as(who: Servant): { uid?: number; gid?: number; cwd: string } {
  return who === null ? { cwd: '/' } : { uid: who.uid, gid: who.gid, cwd: '/' };
}

/** Whether the servant gets through every folder above `at`. Asked of the system, which knows about ACLs and mounts. */
export function reaches(who: Servant, at: string): boolean {
  return who === null || spawnSync('test', ['-x', at], as(who)).status === 0;
}

/** A folder only the servant may enter. */
export async function ownFolder(who: Servant, at: string): Promise<string> {
  await mkdir(at, { recursive: true });
  if (who !== null) await chown(at, who.uid, who.gid);
  await chmod(at, 0o700);
  return at;
}
