import { matchable, type Kind, type Limit, type SheetValues, type Step, type Text } from '../policy/index.ts';
import type { Clock } from './clock.ts';
import type { Dossier, Run } from './dossier.ts';
import { clockIn, hasProcedure, kindIn, procedureOf, type Law } from './law.ts';

/** A dossier that another reading of its edition may be asked to take over, with what stands in its sheet where it has one. */
export type Fitted = Dossier & { readonly values?: SheetValues };

/** What another reading has no place for: a dossier cannot be brought over with it. */
export type Misfit = {
  readonly what: 'kind' | 'stage' | 'route' | 'step' | 'fact' | 'field' | 'limit';
  readonly id: string;
  readonly title: Text;
};

/** What of this dossier the reading `to` has no place for. */
export function misfits(dossier: Fitted, from: Law, to: Law): readonly Misfit[] {
  const [was, kind] = [kindIn(from, dossier.kind), kindIn(to, dossier.kind)];
  if (!kind || (was && was.is !== kind.is))
    return [{ what: 'kind', id: dossier.kind, title: was?.title ?? { zh: dossier.kind } }];
  const runs = Object.values(dossier.runs);
  return [
    ...stage(dossier, was, kind),
    ...runs.flatMap((run) => place(run, to)),
    ...facts(dossier, from, to),
    ...fields(dossier, was, kind),
    ...limits(dossier, from, to),
  ];
}

function stage({ stage: id }: Dossier, was: Kind | null, { stages }: Kind): Misfit[] {
  if (stages.length === 0 || stages.some((each) => each.id === id)) return [];
  return [{ what: 'stage', id, title: was?.stages.find((each) => each.id === id)?.title ?? { zh: id } }];
}

/** A run needs its route for as long as anybody reads it, and the step that is open there. */
function place({ id, route: on, title, step: open, steps }: Run, to: Law): Misfit[] {
  const procedure = hasProcedure(to, id) ? procedureOf(to, id) : null;
  const route = procedure?.routes.find((each) => each.id === on);
  if (!route) return [{ what: 'route', id: on, title }];
  if (open === null || route.steps.some((each) => each.id === open)) return [];
  return [{ what: 'step', id: open, title: steps.find((each) => each.id === open)?.title ?? { zh: open } }];
}

/** A fact that the reading still asks for must have a value that it knows. */
function facts({ facts: known }: Dossier, { policy: was }: Law, { policy }: Law): Misfit[] {
  return Object.entries(known).flatMap(([id, value]) => {
    const fact = matchable(policy).find((each) => each.id === id);
    if (!fact || fact.open || fact.values.some((each) => each.id === value)) return [];
    const old = matchable(was).find((each) => each.id === id);
    const label = old?.values.find((each) => each.id === value)?.label ?? { zh: value };
    return [{ what: 'fact', id: `${id}=${value}`, title: label }];
  });
}

function fields({ values = {} }: Fitted, was: Kind | null, { sheet }: Kind): Misfit[] {
  return Object.keys(values).flatMap((id) => {
    const old = was?.sheet.find((each) => each.id === id);
    const field = sheet.find((each) => each.id === id);
    const fits = field !== undefined && (old === undefined || old.type === field.type);
    return fits ? [] : [{ what: 'field', id, title: old?.label ?? { zh: id } }];
  });
}

/** A term that stands still, or was lengthened in its own units, is not reckoned in others. */
function limits(dossier: Dossier, from: Law, to: Law): Misfit[] {
  return dossier.clocks.flatMap((clock) => {
    const limit = clock.metOn === null ? limitOf(clock, dossier, to) : null;
    if (!limit || !newTerm(clock, limit, limitOf(clock, dossier, from))) return [];
    const fixed = clock.due === null || (clock.extensions?.length ?? 0) > 0;
    return fixed ? [{ what: 'limit', id: clock.id, title: clock.title }] : [];
  });
}

/** Whether a reading counts this limit in another term, or from another event, than the one before. */
export const newTerm = (clock: Clock, limit: Limit, was: Limit | null): boolean =>
  JSON.stringify(inOrder(clock.term)) !== JSON.stringify(inOrder(limit.term)) ||
  (was !== null && was.from !== limit.from);

const inOrder = (term: object): unknown => Object.entries(term).toSorted(([one], [other]) => (one < other ? -1 : 1));

/** The limit by which a clock of a step runs; null where the law has none for it, or the clock is of no step. */
export function limitOf({ id, target }: Clock, { runs }: Dossier, law: Law): Limit | null {
  const step = target && stepAt(runs[target.run], target, law);
  const all = step ? [...step.limits, ...(step.earliest ? [step.earliest] : [])] : [];
  return all.find((limit) => clockIn(target!.run, limit.id) === id) ?? null;
}

/** The step of this law that a place in a run stands for; of a run that has not begun, in whichever route has it. */
export function stepAt(
  run: Run | undefined,
  { run: id, step }: { readonly run: string; readonly step: string },
  law: Law,
): Step | null {
  const routes = hasProcedure(law, id) ? procedureOf(law, id).routes : [];
  const steps = routes.filter((route) => run === undefined || route.id === run.route).flatMap((route) => route.steps);
  return steps.find((each) => each.id === step) ?? null;
}
