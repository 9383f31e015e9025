import { Worker } from 'node:worker_threads';
import { LIMITS } from './limits.ts';
import { codeOf } from '../trouble.ts';
import type { FileRefusalCode } from './refusal.ts';
import type { Answer, Progress, Task } from './task.ts';

/** How a thread's work is bounded; tests set tighter bounds. */
export type Bounds = {
  readonly ms?: number;
  readonly heapMb?: number;
  readonly progress?: (progress: Progress) => void;
};

/** A thread's last word. */
export type Result = Exclude<Answer, { readonly progress: Progress }>;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Runs one task in a thread of its own, with a limit of time and of memory; over a limit the file is refused and the thread is gone.
 * Only a few run at once: ten heavy files sent together would else take ten times the memory of one.
 */
export async function inThread(task: Task, bounds: Bounds = {}): Promise<Result> {
  if (running >= LIMITS.threads) await new Promise<void>((turn) => void waiting.push(turn));
  else running += 1;
  try {
    return await runThread(task, bounds);
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next(); // the place passes on
  }
}

async function runThread(
  task: Task,
  { ms = LIMITS.readMs, heapMb = LIMITS.heapMb, progress = () => undefined }: Bounds,
): Promise<Result> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: task,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  const ended = new Promise<Result>((resolve) => {
    const refuse = (code: FileRefusalCode): void => resolve({ refused: code });
    const timer = setTimeout(() => refuse('too-slow'), ms);
    worker.on('message', (answer: Answer) => {
      if ('progress' in answer) progress(answer.progress);
      else resolve(answer);
    });
    worker.on('error', (error) => refuse(codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-heavy' : 'unreadable'));
    worker.on('exit', () => {
      clearTimeout(timer);
      refuse('unreadable'); // only counts when nothing was answered before
    });
    timer.unref();
  });
  try {
    return await ended;
  } finally {
    await worker.terminate();
  }
}
