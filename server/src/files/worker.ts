import { parentPort, workerData } from 'node:worker_threads';
import { applyDecisions } from '@bihuan/core/intake';
import { markErrors } from './error-workbook.ts';
import { preflight } from './preflight.ts';
import { loadWorkbook, sheetsOf } from './read-sheets.ts';
import { Refused } from './refusal.ts';
import type { Answer, FileTask, Task } from './task.ts';

/** One file, one thread: whatever a file does to the library, it happens here and ends with the thread. */
async function work(task: FileTask, say: (answer: Answer) => void): Promise<Answer> {
  const bytes = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength);
  const kind = task.do === 'check' ? task.kind : 'xlsx';
  const refused = await preflight(bytes, kind, (done) => say({ progress: { stage: 'checking', done } }));
  if (refused !== null) return { refused };
  if (task.do === 'check') return { checked: true };
  try {
    const workbook = await loadWorkbook(bytes);
    if (task.do === 'mark') return { marked: await markErrors(workbook, task.sheet, task.headRow, task.errors) };
    return { sheets: sheetsOf(workbook, (done) => say({ progress: { stage: 'reading', done } })) };
  } catch (error) {
    return error instanceof Refused ? { refused: error.code, about: error.sheets } : { refused: 'unreadable' };
  }
}

const port = parentPort;
if (port !== null) {
  const say = (answer: Answer): void => port.postMessage(answer);
  const task = workerData as Task; // the only caller is `inThread`
  say(
    task.do === 'understand'
      ? { understanding: applyDecisions(task.sheet, task.context, task.decisions) }
      : await work(task, say),
  );
}
