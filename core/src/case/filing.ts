import { handsIn, type Policy } from '../policy/index.ts';
import type { Law, Task } from '../procedure/index.ts';
import type { Case } from './case.ts';

/**
 * Steps by which this return is filed, open with whoever owes it. What others draft or check in it later is no filing; signing
 * along neither.
 */
export function filingTasks({ tasks, owed }: Case, { policy }: Law): readonly Task[] {
  const filer = filerOf(owed, policy);
  return tasks.filter(
    (task) =>
      task.question === undefined && task.part === 'decide' && handsIn(task) && (filer === null || task.role === filer),
  );
}

/** The first of them; null where nothing of it is to be filed now. */
export const filingTask = (dossier: Case, law: Law): Task | null => filingTasks(dossier, law)[0] ?? null;

/** The part of whoever owes it. Null: of no duty that this edition still has. */
const filerOf = (owed: Case['owed'], { duties }: Pick<Policy, 'duties'>): string | null =>
  duties.find(({ id }) => id === owed?.duty)?.runs?.filer ?? null;
