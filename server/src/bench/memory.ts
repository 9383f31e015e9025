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

/** A process with those it started and that still run, such as the readers of workbooks. MB. */
export function residentWithChildren(pid: number): number {
  const own = residentOf(pid);
  return childrenOf(pid).reduce((sum, child) => sum + (residentOf(child) || 0), own); // a child may just have ended
}

function childrenOf(pid: number): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** Does something while the memory of a process and its children is watched: its peak above where it began, MB, and how long it took, s. */
export async function watched<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ readonly done: T; readonly above: number; readonly seconds: number }> {
  const idle = residentWithChildren(pid);
  let peak = idle;
  const timer = setInterval(() => (peak = Math.max(peak, residentWithChildren(pid))), 25);
  const from = performance.now();
  try {
    const done = await work();
    return { done, above: peak - idle, seconds: (performance.now() - from) / 1000 };
  } finally {
    clearInterval(timer);
  }
}
