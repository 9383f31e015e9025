import type { Schema } from '../api/client.ts';

export type Task = Schema<'TaskRow'>;
export type Grouping = 'none' | 'step' | 'unit';
export type Group = { readonly name: string | null; readonly tasks: readonly Task[] };

/** The part of its dossier that a line is about, where that is not the first. */
export const partOf = ({ question }: Pick<Task, 'question'>): { readonly tab?: string } =>
  question ? { tab: 'questions' } : {};

/** The same, with its form open: what 办理 comes to. */
export const formOf = (task: Pick<Task, 'question' | 'task'>): { readonly tab?: string; readonly do?: string } =>
  task.question ? partOf(task) : { do: task.task };

/** Tasks in groups, in the order in which the first of each group came: what hurts first stays first. */
export function grouped(tasks: readonly Task[], by: Grouping): Group[] {
  if (by !== 'step' && by !== 'unit') return [{ name: null, tasks }];
  const nameOf = (task: Task): string => (by === 'step' ? task.title.zh : (task.unitName ?? '—'));
  const names = [...new Set(tasks.map(nameOf))];
  return names.map((name) => ({ name, tasks: tasks.filter((task) => nameOf(task) === name) }));
}
