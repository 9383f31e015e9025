import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentWith } from '../config.ts';

/** An installation of the bench's own: a real server process on a folder that is gone afterwards. */
export type Office = {
  readonly home: string;
  readonly base: string;
  readonly child: ChildProcess;
  readonly stop: () => Promise<void>;
};

const START = fileURLToPath(new URL('../cli/start.ts', import.meta.url));

/** A folder of its own, open for the user that root lends PostgreSQL; the data in it stays closed. */
export function makeHome(): string {
  const home = mkdtempSync(path.join(os.tmpdir(), 'bihuan-bench-'));
  chmodSync(home, 0o755);
  return home;
}

/** Removes what was measured on. */
export const removeHome = (home: string): void => rmSync(home, { recursive: true, force: true });

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo; // listens on TCP
  probe.close();
  return port;
}

/** Starts the server as `npm start` does, with invented people, and waits for its first answer. */
export async function openOffice(home: string, flags: readonly string[] = []): Promise<Office> {
  const port = await freePort();
  const env = environmentWith({ BIHUAN_HOME: home, PORT: String(port), LOG_LEVEL: 'error' });
  const child = spawn(process.execPath, [...flags, START], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const base = `http://127.0.0.1:${port}`;
  await firstAnswer(base);
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    await ended;
  };
  return { home, base, child, stop };
}

/** Milliseconds until the page's first question is answered. */
export async function firstAnswer(base: string): Promise<number> {
  const from = performance.now();
  while (performance.now() - from < 120_000) {
    const answer = await fetch(`${base}/api/session`).catch(() => null);
    if (answer?.ok) return performance.now() - from;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${base} does not answer`);
}
