import { applyDecisions, understandRows } from '@bihuan/core/intake';
import { preflight } from './preflight.ts';
import { Refused } from './refusal.ts';
import type { Answer, FileTask, Task } from './task.ts';

/** One file, one process: whatever a file does to the library, it happens here and ends with the process. */
async function work(task: FileTask, say: (answer: Answer) => void): Promise<Answer> {
  const bytes = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength);
  const kind = task.do === 'check' ? task.kind : 'xlsx';
  const refused = await preflight(bytes, kind, (done) => say({ progress: { stage: 'checking', done } }));
  if (refused !== null) return { refused };
  if (task.do === 'check') return { checked: true };
  // Loading the library takes longer than most checks: only a workbook that passed them is worth it.
  const [{ loadWorkbook, sheetsOf }, { markErrors }] = await Promise.all([
    import('./read-sheets.ts'),
    import('./error-workbook.ts'),
  ]);
  try {
    const loaded = await loadWorkbook(bytes);
    if (task.do === 'mark') return { marked: await markErrors(loaded, task.sheet, task.headRow, task.errors) };
    return { sheets: sheetsOf(loaded, (done) => say({ progress: { stage: 'reading', done } })) };
  } catch (error) {
    return error instanceof Refused ? { refused: error.code, about: error.sheets } : { refused: 'unreadable' };
  }
}

const say = (answer: Answer): void => void process.send?.(answer);

// A service manager sends its signal to every process of the server; the server decides when reading is over.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.once('disconnect', () => process.exit()); // nobody waits for the answer any more
process.once('message', (message) => {
  const task = message as Task; // the only sender is `inReader`
  if (task.do === 'understand') {
    const { sheet, context, decisions } = task;
    const read =
      'fields' in context ? understandRows(sheet, context, decisions) : applyDecisions(sheet, context, decisions);
    say({ understanding: read });
    return;
  }
  void work(task, say).then(say);
});
