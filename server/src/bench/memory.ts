import { readFileSync } from 'node:fs';

/** Resident memory of a process in MB; NaN where the system does not tell. */
export function residentOf(pid: number): number {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** Does something while a process's memory is watched: its peak above where it began, MB, and how long it took, s. */
export async function watched<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ readonly done: T; readonly above: number; readonly seconds: number }> {
  const idle = residentOf(pid);
  let peak = idle;
  const timer = setInterval(() => (peak = Math.max(peak, residentOf(pid))), 25);
  const from = performance.now();
  try {
    const done = await work();
    return { done, above: peak - idle, seconds: (performance.now() - from) / 1000 };
  } finally {
    clearInterval(timer);
  }
}
