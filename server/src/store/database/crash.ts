import { execFile } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

/** The name PostgreSQL gives its socket at the default port; no TCP port is opened. */
const SOCKET = '.s.PGSQL.5432';

/** Whether a server answers on the socket in this folder. */
export function accepts(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(path.join(socket, SOCKET), () => {
      connection.destroy();
      resolve(true);
    });
    connection.on('error', () => resolve(false));
  });
}

/**
 * A process id in a lock file may be nobody's, a stranger's or a zombie's after a crash, and PostgreSQL then refuses to start.
 * Only the number is replaced: the rest of the file lets PostgreSQL see whether an old backend still holds its memory.
 */
export async function forgetDeadServer(data: string, socket: string): Promise<void> {
  for (const file of [path.join(data, 'postmaster.pid'), path.join(socket, `${SOCKET}.lock`)]) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const pid = Number(text.split('\n')[0]);
    if (pid && !(await isServerOf(pid, data))) await writeFile(file, text.replace(/^\d+/, '999999999'));
  }
}

/** Removes `<name>.<pid>` folders beside `at` that a start left half made; a live process keeps its own. */
export async function sweepDrafts(at: string): Promise<void> {
  const folder = path.dirname(at);
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = name.startsWith(`${path.basename(at)}.`) ? Number(name.slice(path.basename(at).length + 1)) : 0;
    if (pid && !isAlive(pid)) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

/** Whether a process has this id, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function isServerOf(pid: number, data: string): Promise<boolean> {
  const command =
    process.platform === 'linux'
      ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      : await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).then(
          (r) => r.stdout,
          () => '',
        );
  return command.includes('postgres') && command.includes(data);
}
