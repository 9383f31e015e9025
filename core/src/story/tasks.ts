import { procedureOfRun, type Bound, type Dossier, type Task } from '../procedure/index.ts';

/** `acceptance/second` of a task, whichever run of the procedure it is. */
export const placeOf = ({ run, step }: Pick<Task, 'run' | 'step'>): string => `${procedureOfRun(run)}/${step}`;

/** Open steps that somebody takes; questions are ruled on. */
export const openTasks = ({ tasks }: Dossier): readonly Task[] =>
  tasks.filter(({ question }) => question === undefined);

/** The open task at this place, that of this person's unit where several have it; one that is not there where none is open. */
export function taskAt(place: string, dossier: Dossier, by: string | undefined): Task | null {
  const here = openTasks(dossier).filter((task) => placeOf(task) === place);
  const [unit] = by?.split('/') ?? [];
  return here.find((task) => task.unit === unit) ?? here[0] ?? null;
}

/** What somebody who takes a step has seen of what it binds; nothing where it binds nothing. */
export const seenBy = (bound: Bound | null): { readonly seen?: string } => (bound ? { seen: bound.digest } : {});
