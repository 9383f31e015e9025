import { Worker } from 'node:worker_threads';
import { openGate } from '../gate.ts';

/** What a password costs (RFC 7914). */
export type Cost = { readonly N: number; readonly r: number; readonly p: number; readonly maxmem: number };

/** One key to be derived. */
export type Derivation = {
  readonly password: string;
  readonly salt: Uint8Array;
  readonly bytes: number;
  readonly cost: Cost;
};

/**
 * Threads that hash. Node's own four serve the files too: passwords that strangers try would stop evidence and pages. Of three,
 * two are for whoever comes, one for those who have been in.
 */
const THREADS = 3;

/**
 * Where a password waits for its turn: a try is 64 MB and a core for 0.15 s. A whole office that signs in at eight finds room;
 * of many who only guess none waits long enough to be worth it. Addresses take turns.
 */
export const strangers = openGate({ most: 2, waiting: 240, patience: 20_000 });

/** The room kept for those who have been in from where they are, or are signed in. */
export const acquainted = openGate({ most: 1, waiting: 60, patience: 10_000 });

type Waiting = {
  readonly task: Derivation;
  readonly resolve: (key: Buffer) => void;
  readonly reject: (error: Error) => void;
};

const idle: Worker[] = [];
const waiting: Waiting[] = [];
let threads = 0;

/** The key behind a password, derived in a thread of the hashing's own. The same name typed on two keyboards is one password. */
export function derive(password: string, salt: Uint8Array, bytes: number, cost: Cost): Promise<Buffer> {
  const task = { password: password.normalize('NFKC'), salt: Uint8Array.from(salt), bytes, cost };
  return new Promise((resolve, reject) => {
    waiting.push({ task, resolve, reject });
    const worker = idle.pop() ?? (threads < THREADS ? openThread() : undefined);
    if (worker) work(worker);
  });
}

function openThread(): Worker {
  threads += 1;
  const worker = new Worker(new URL('./hash-worker.ts', import.meta.url));
  worker.unref(); // nobody waits for a password when the program ends
  return worker;
}

/** Gives the thread what has waited longest; without work it is kept. */
function work(worker: Worker): void {
  const next = waiting.shift();
  if (!next) return void idle.push(worker);
  worker.ref(); // who waits for a key is not left without one
  const over = (): void => {
    worker.off('message', told).off('error', failed);
    worker.unref();
  };
  const told = (key: Uint8Array): void => {
    over();
    next.resolve(Buffer.from(key));
    work(worker);
  };
  const failed = (error: Error): void => {
    over();
    threads -= 1; // a thread that threw has ended
    next.reject(error);
    if (waiting.length > 0) work(openThread());
  };
  worker.on('message', told).on('error', failed);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  worker.postMessage(next.task);
}
