import type { Route, Seat, Step } from './model.ts';

const accepts: ReadonlySet<Step['do']> = new Set(['accept', 'on-site-check']);
const reviews: ReadonlySet<Step['do']> = new Set(['review', 'consent', 'expert-review', 'meeting']);

/**
 * What a step judges: work done, which a step that closes always does, or words drafted. The guard and the checker ask here
 * alike, so that a plan passes the check only if the guard will not block it later.
 */
export function judgedBy({ do: what, closes }: Pick<Step, 'do' | 'closes'>): 'work' | 'words' | null {
  if (accepts.has(what) || closes) return 'work';
  return reviews.has(what) ? 'words' : null;
}

const hands: ReadonlySet<Step['do']> = new Set(['draft', 'submit', 'self-check']);

/** A step by which a sheet leaves whoever drafts or hands it in. Whoever owes a return files it by such a step, with or without anything to report. */
export const handsIn = ({ do: what }: Pick<Step, 'do'>): boolean => hands.has(what);

/** Whether several decide together and none of them leads: then they must say one and the same. */
export const isJoint = ({ together }: Pick<Step, 'together'>): boolean =>
  together !== 'any' && !(typeof together === 'object' && 'lead' in together);

/** Everybody who has a hand in a step: who decides and who signs along. */
export const seatsOf = ({ by, coSign }: Pick<Step, 'by' | 'coSign'>): readonly Seat[] => [...by, ...coSign];

/** Steps of a route at which somebody puts his name to it: signatures, and the consent that closes the problem. */
export const signings = ({ steps }: Route): readonly Step[] =>
  steps.filter((step) => step.do === 'sign' || (step.do === 'consent' && step.closes));

/** Whether this seat's word alone ends the step well: it decides it, and nobody else could in its place. */
export const confirms = ({ by, together }: Pick<Step, 'by' | 'together'>, { role, post }: Seat): boolean =>
  by.some((seat) => seat.role === role && seat.post === post) && (by.length === 1 || together !== 'any');

/**
 * What an objection at this step objects to: the step that is done again where it is upheld, what was judged on it since, and the
 * step that made it public. Nobody settles it who took one of them.
 */
export function objectedTo({ steps }: Pick<Route, 'steps'>, { id, objections }: Step): readonly Step[] {
  if (!objections) return [];
  const at = steps.findIndex((step) => step.id === id);
  const from = steps.findIndex((step) => step.id === objections.upheldTo);
  const before = from < 0 ? [] : steps.slice(from, at).filter((step, index) => index === 0 || judgedBy(step) !== null);
  return [...before, ...steps.slice(at, at + 1)];
}
