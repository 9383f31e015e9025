import { scryptSync } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import os from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { Derivation } from './hashing.ts';

/** Linux knows a thread by a number of its own; elsewhere hashing runs at the program's own priority. */
const NICE = 4;
try {
  os.setPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)), NICE);
} catch {
  // nothing depends on it
}

parentPort?.on('message', ({ password, salt, bytes, cost }: Derivation) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(scryptSync(password, salt, bytes, cost));
});
