import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Connection } from '../store/database/connection.ts';

/** A server in a process of its own, as an office runs it. */
export type Served = {
  readonly child: ChildProcess;
  /** All that it has said so far. */
  readonly said: () => string;
  readonly ended: Promise<unknown[]>;
};

const CLI = fileURLToPath(new URL('../cli/bihuan.ts', import.meta.url));

/** Runs `bihuan …` with these settings over this process's own. @param typed what somebody types into it */
export function bihuan(args: readonly string[], settings: Readonly<Record<string, string>>, typed = ''): Served {
  const env = { ...process.env, ...settings };
  const child = spawn(process.execPath, [CLI, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(typed);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, said: () => said, ended: once(child, 'exit') };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo; // listens on TCP
  probe.close();
  return port;
}

/** Where the server answers, once it does. @throws what it said, when it ended instead */
export async function address({ said, ended }: Served): Promise<string> {
  let over = false;
  void ended.then(() => (over = true));
  for (;;) {
    const [found] = /http:\/\/127\.0\.0\.1:\d+(?=\n)/.exec(said()) ?? [];
    if (found) return found;
    if (over) throw new Error(said());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A connection as the URL that settings take. */
export const urlOf = ({ host, user, database }: Connection): string =>
  `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host ?? '')}`;
