import type { Case } from '../case/case.ts';
import { confirms, kindOf, type Duty, type Policy, type RoleId } from '../policy/index.ts';
import { cameBack, type Task } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Filing } from './wall.ts';

/** Steps that whoever owes a return takes himself, as `run/step`: what comes after them is somebody else's. */
export function filersSteps({ procedures }: Pick<Policy, 'procedures'>, filer: RoleId): ReadonlySet<string> {
  const steps = procedures.flatMap(({ id, routes }) =>
    routes.flatMap((route) => route.steps.map((step) => ({ id: `${id}/${step.id}`, by: step.by }))),
  );
  return new Set(steps.filter(({ by }) => by.some(({ role }) => role === filer)).map(({ id }) => id));
}

/** Steps by which returns of a duty are confirmed, as `run/step`; none where the duty says nobody. */
export function confirmersSteps(policy: Policy, { files, confirmedBy }: Running): ReadonlySet<string> {
  const runs = new Set(kindOf(policy, files)?.flow.map(({ run }) => run));
  const steps = policy.procedures
    .filter(({ id }) => runs.has(id))
    .flatMap(({ id, routes }) => routes.flatMap((route) => route.steps.map((step) => ({ id, step }))));
  return new Set(
    steps.filter(({ step }) => confirmedBy && confirms(step, confirmedBy)).map(({ id, step }) => placeOf(id, step.id)),
  );
}

/**
 * How a return stands, from its dossier alone. The unit that owes it has filed it when it has nothing to do in it any more, and
 * that day makes it late or not. Where somebody confirms it, it counts from then on; sending it back makes it unfiled again.
 */
export function filingOf(
  file: Case,
  steps: ReadonlySet<string>,
  confirming: ReadonlySet<string> = new Set(),
): Omit<Filing, 'due'> {
  const { nil, withdrawnOn } = file;
  const mine = filersTasks(file, steps);
  const confirmed = confirming.size === 0 || standingAt(file, confirming).some(({ verdict }) => verdict !== 'object');
  const at = { nil, withdrawn: withdrawnOn !== null, confirmed };
  if (mine.length > 0) return { ...at, filedOn: null, returned: mine.some(({ run }) => cameBack(file.runs[run]!)) };
  return { ...at, filedOn: filedOn(file, steps), returned: false };
}

/** What whoever owes a return has to do in it. */
export const filersTasks = ({ tasks }: Pick<Case, 'tasks'>, steps: ReadonlySet<string>): Task[] =>
  tasks.filter(({ run, step }) => steps.has(placeOf(run, step)));

/** The last day on which the unit did something in it; a dossier that was closed without that is filed with its closing. */
const filedOn = (file: Case, steps: ReadonlySet<string>): PlainDate | null =>
  standingAt(file, steps)
    .map(({ day }) => day)
    .toSorted()
    .at(-1) ?? file.closedOn;

/** Answers to these steps that stand. */
const standingAt = ({ runs }: Case, steps: ReadonlySet<string>) =>
  Object.values(runs)
    .flatMap(({ acts }) => acts)
    .filter((act) => act.standing && steps.has(placeOf(act.run, act.step)));

type Running = Pick<NonNullable<Duty['runs']>, 'files' | 'confirmedBy'>;

/** A run that came again, `filing#2`, has the steps of its procedure. */
const placeOf = (run: string, step: string): string => `${run.split('#')[0]}/${step}`;
