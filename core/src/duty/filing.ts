import type { Case } from '../case/case.ts';
import type { Policy, RoleId } from '../policy/index.ts';
import type { Task } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Filing } from './wall.ts';

/** Steps that whoever owes a return takes himself, as `run/step`: what comes after them is somebody else's. */
export function filersSteps({ procedures }: Pick<Policy, 'procedures'>, filer: RoleId): ReadonlySet<string> {
  const steps = procedures.flatMap(({ id, routes }) =>
    routes.flatMap((route) => route.steps.map((step) => ({ id: `${id}/${step.id}`, by: step.by }))),
  );
  return new Set(steps.filter(({ by }) => by.some(({ role }) => role === filer)).map(({ id }) => id));
}

/**
 * How a return stands, from its dossier alone. It is filed when the unit that owes it has nothing to do in it any more:
 * confirming it is somebody else's, and sending it back makes it unfiled again.
 */
export function filingOf(file: Case, steps: ReadonlySet<string>): Omit<Filing, 'due'> {
  const { nil, withdrawnOn } = file;
  const mine = filersTasks(file, steps);
  const at = { nil, withdrawn: withdrawnOn !== null };
  if (mine.length > 0) return { ...at, filedOn: null, returned: mine.some(({ round }) => round > 1) };
  return { ...at, filedOn: filedOn(file, steps), returned: false };
}

/** What whoever owes a return has to do in it. */
export const filersTasks = ({ tasks }: Pick<Case, 'tasks'>, steps: ReadonlySet<string>): Task[] =>
  tasks.filter(({ run, step }) => steps.has(placeOf(run, step)));

function filedOn(file: Case, steps: ReadonlySet<string>): PlainDate | null {
  const acts = Object.values(file.runs).flatMap((run) => run.acts);
  const days = acts.filter((act) => act.standing && steps.has(placeOf(act.run, act.step))).map(({ day }) => day);
  return days.toSorted().at(-1) ?? file.closedOn;
}

/** A run that came again, `filing#2`, has the steps of its procedure. */
const placeOf = (run: string, step: string): string => `${run.split('#')[0]}/${step}`;
