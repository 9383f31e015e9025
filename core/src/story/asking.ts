import { actRule, type Actor } from '../access/index.ts';
import { decideCase, evolveCase, type Case, type CaseAsk } from '../case/index.ts';
import type { ActId, Kind } from '../policy/index.ts';
import { routeOf, type Dossier } from '../procedure/index.ts';
import { namedPerson, sittersOf } from './cast.ts';
import { byWhoeverMay, outcomeOf, type Attempt, type Setting } from './play.ts';

/** Under which law, of which day and in which kind of dossier something is asked. */
export type Around = Setting & { readonly kind: Kind };

/** Decides one ask of the first of these people who may. */
export const askCase = (ask: CaseAsk, dossier: Case, by: readonly Actor[], at: Setting): Attempt<Case> =>
  byWhoeverMay(dossier, by, (before, person) => {
    const { law, on, counted = {} } = at;
    return outcomeOf(decideCase({ ...ask, by: person, on, counted }, before, law), before, evolveCase);
  });

/** The person a deed names, else all who might. */
export function people(by: string | undefined, others: readonly Actor[], at: Setting): readonly Actor[] {
  if (by === undefined) return others;
  const named = namedPerson(by, at);
  return named ? [named] : [];
}

/** Everybody to whom the plan gives this act in such a dossier. */
export const actorsOf = (act: ActId, dossier: Dossier, { kind, ...at }: Around): readonly Actor[] =>
  sittersOf(actRule(act, at.law, kind.id)?.by ?? [], dossier, at);

/** The clock of this limit, in the latest run that has one; the limit's own id where it does not run. */
export const clockOf = (limit: string, { clocks }: Dossier): string =>
  clocks.findLast(({ id }) => id === limit || id.startsWith(`${limit}#`))?.id ?? limit;

/** Everybody to whom the plan gives the moving of this limit. */
export function moversOf(limit: string, word: 'extension' | 'pause', dossier: Dossier, at: Setting): readonly Actor[] {
  const routes = Object.values(dossier.runs).map((run) => routeOf(at.law, run.id, run.route));
  const limits = routes.flatMap(({ steps }) => steps.flatMap((step) => step.limits));
  const said = limits.find(({ id }) => id === limit)?.[word];
  return said ? sittersOf([said.by], dossier, at) : [];
}
