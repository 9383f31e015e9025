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

/** Runs one task in a thread of its own, with a limit of time and of memory; over a limit the file is refused and the thread is gone. */
export function inThread(
  task: Task,
  { ms = LIMITS.readMs, heapMb = LIMITS.heapMb, progress = () => undefined }: Bounds = {},
): Promise<Result> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: task,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  return new Promise((resolve) => {
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
  }).finally(() => void worker.terminate()) as Promise<Result>; // every resolve above gives a Result
}
