import { fork } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openGate } from '../gate.ts';
import { LIMITS } from './limits.ts';
import type { FileRefusalCode } from './refusal.ts';
import type { Answer, Progress, Task } from './task.ts';

/** How a reader's work is bounded; tests set tighter bounds. */
export type Bounds = {
  readonly ms?: number;
  readonly heapMb?: number;
  readonly progress?: (progress: Progress) => void;
  /** The unit that waits for its turn; files of one unit wait behind each other. */
  readonly party?: string;
};

/** A reader's last word. */
export type Result = Exclude<Answer, { readonly progress: Progress }>;

/** Units take turns at the readers, and each waits for so many of its own at most: the files of one never stop those of another. */
const readers = openGate({ most: LIMITS.readers, waiting: 120, each: 24, patience: LIMITS.waitMs });

/**
 * Runs one task in a process of its own, with a limit of time and of memory; over a limit the file is refused and the process
 * is gone. A thread would not do: where V8 finds no room at all it ends the whole process, the server with it.
 * Only a few run at once: ten heavy files sent together would else take ten times the memory of one.
 * @throws Crowded when too many wait, or this one has waited too long
 */
export const inReader = (task: Task, bounds: Bounds = {}): Promise<Result> =>
  readers.run(bounds.party ?? '', () => runReader(task, bounds));

const MAIN = fileURLToPath(new URL('./reader-main.ts', import.meta.url));
const PROGRAM = path.resolve(import.meta.dirname, '../../..');

/** The reader may read the program and nothing else: no other file, no network, no writing, no further process. */
export const confined = (heapMb: number): string[] => [
  `--max-old-space-size=${heapMb}`,
  '--permission',
  ...new Set([PROGRAM, realpathSync(PROGRAM)].map((folder) => `--allow-fs-read=${folder}`)),
];

async function runReader(
  task: Task,
  { ms = LIMITS.readMs, heapMb = LIMITS.heapMb, progress = () => undefined }: Bounds,
): Promise<Result> {
  const reader = fork(MAIN, {
    execArgv: confined(heapMb),
    env: { TZ: 'UTC' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    detached: true, // a Ctrl-C at the terminal is meant for the server, which still finishes what it began
    windowsHide: true,
  });
  const gone = new Promise<void>((resolve) => void reader.once('exit', () => resolve()).once('error', () => resolve()));
  const ended = new Promise<Result>((resolve, reject) => {
    const refuse = (code: FileRefusalCode): void => resolve({ refused: code });
    const timer = setTimeout(() => refuse('too-slow'), ms);
    reader.on('message', (answer: Answer) => {
      if ('progress' in answer) progress(answer.progress);
      else resolve(answer);
    });
    reader.on('error', () => refuse('unreadable'));
    reader.on('exit', (code, signal) => {
      clearTimeout(timer);
      // only counts when nothing was answered before
      if (signal !== null && STOPPED.has(signal)) reject(new Error(`the reader was ended by ${signal}`));
      else refuse(ranOut(code, signal) ? 'too-heavy' : 'unreadable');
    });
    timer.unref();
  });
  reader.send(task, () => undefined); // a reader that is gone already is heard of by its exit
  try {
    return await ended;
  } finally {
    reader.kill('SIGKILL');
    await gone;
  }
}

/** Signals of people and service managers: they say nothing about the file. */
const STOPPED: ReadonlySet<string> = new Set(['SIGINT', 'SIGTERM', 'SIGHUP']);

/** V8 without memory aborts (134 where there are no signals); a machine without memory kills. */
const ranOut = (code: number | null, signal: NodeJS.Signals | null): boolean =>
  signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134;
