import { unitsInRole } from '../policy/index.ts';
import type {
  Fact,
  Kind,
  Policy,
  PostId,
  Procedure,
  ProcedureId,
  Route,
  Step,
  SubjectId,
  Unit,
} from '../policy/index.ts';
import type { QuestionRuling } from './question.ts';
import type { Calendar, PlainDate } from '../time/index.ts';

/** The law a decision is made under: the edition the dossier keeps, today's units and calendar. */
export type Law = {
  readonly policy: Policy;
  readonly units: readonly Unit[];
  readonly calendar: Calendar;
  /** Digest of a text, as lower-case hex; the core has no cryptography of its own. */
  readonly digest: (text: string) => string;
  /** Questions that a person has ruled for the whole edition, by the question's key: they are not asked again. */
  readonly answers?: Readonly<Record<string, QuestionRuling>>;
  /** A setting of the office: the day of a paper and that of its entry may lie so many days apart before anybody is to look; absent: `DAYS_APART`. */
  readonly daysApart?: number;
};

/** The seat that records for units outside, which is where the plan is coordinated. */
export const recorders = (
  { units, policy }: Law,
  on: PlainDate,
): readonly { readonly unit: string; readonly post: PostId }[] =>
  unitsInRole(units, policy.recorder.role, on).map(({ id }) => ({ unit: id, post: policy.recorder.post }));

/** The kind with this id; null where the edition has none. Editions from before kinds come with those of `withKinds`. */
export const kindIn = ({ policy }: Law, id: string): Kind | null =>
  policy.kinds?.find((kind) => kind.id === id) ?? null;

/** The first kind of the edition that this code hangs on; null where the plan has none. */
export const kindOn = ({ policy }: Law, subject: SubjectId): Kind | null =>
  policy.kinds?.find((kind) => kind.is === subject) ?? null;

/** The procedure that a run is of: `acceptance#2` is the second run of `acceptance`. */
export const procedureOfRun = (run: ProcedureId): ProcedureId => run.split('#')[0]!;

/** The clock of a limit in this run: limits of a run that came again are clocks of their own, `look-by#2`. */
export const clockIn = (run: ProcedureId, limit: string): string => `${limit}${run.slice(procedureOfRun(run).length)}`;

/** The procedure with this id, or that the run with this id is of; a pack without it is a bug that `policy check` reports before it is published. */
export function procedureOf(law: Law, run: ProcedureId): Procedure {
  const id = procedureOfRun(run);
  const found = law.policy.procedures.find((procedure) => procedure.id === id);
  if (!found) throw new Error(`edition ${law.policy.edition} has no procedure ${id}`);
  return found;
}

/** Whether the plan has the procedure at all: a pack may leave any of them out. */
export const hasProcedure = ({ policy }: Law, run: ProcedureId): boolean =>
  policy.procedures.some((procedure) => procedure.id === procedureOfRun(run));

/** The route a run was started on. */
export function routeOf(law: Law, id: ProcedureId, route: string): Route {
  const found = procedureOf(law, id).routes.find((candidate) => candidate.id === route);
  if (!found) throw new Error(`edition ${law.policy.edition} has no route ${route} in ${id}`);
  return found;
}

/** The step with this id. @throws when the route has none: a run names only steps of the edition its dossier keeps */
export function stepOf(route: Route, id: string): Step {
  const found = route.steps.find((step) => step.id === id);
  if (!found) throw new Error(`route ${route.id} has no step ${id}`);
  return found;
}

/** The step after this one, or null when the route ends here. */
export function nextStep(route: Route, id: string): Step | null {
  const at = route.steps.findIndex((step) => step.id === id);
  const next = route.steps[at]?.next;
  if (next === 'end') return null;
  if (next !== undefined) return stepOf(route, next);
  return route.steps[at + 1] ?? null;
}

/** The fact with this id as the pack declares it. */
export function factOf(law: Law, id: string): Fact | null {
  return law.policy.facts.find((fact) => fact.id === id) ?? null;
}
