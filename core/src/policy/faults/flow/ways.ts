import type { Outcome, Route } from '../../model.ts';

/** Index of the step that follows when this one is done as usual; null at the end of the route, or where `next` names no step. */
export function after(route: Route, at: number): number | null {
  const step = route.steps[at];
  const ways = (step?.outcomes ?? []).map((outcome) => outcome.next);
  // where each way of ending says what comes next, the first one says it for the others
  const next = ways.length > 0 && ways.every((way) => way !== undefined) ? ways[0] : step?.next;
  return target(route, at, next);
}

function target(route: Route, at: number, next: string | undefined): number | null {
  const index = next === undefined ? at + 1 : route.steps.findIndex((step) => step.id === next);
  return index >= 0 && index < route.steps.length ? index : null;
}

/** One way in which a step ends: with which outcome, and the step that follows; null where the route ends there. */
export type Ending = { readonly outcome: Outcome | null; readonly to: number | null };

/** Every way in which a step may end. */
export function endings(route: Route, at: number): readonly Ending[] {
  const step = route.steps[at];
  const outcomes = step?.outcomes ?? [];
  if (outcomes.length === 0) return [{ outcome: null, to: after(route, at) }];
  return outcomes.map((outcome) => ({ outcome, to: target(route, at, outcome.next ?? step?.next) }));
}

/** Indexes of the steps that follow one after another from `at`, which comes first; ends before a step comes again. */
export function chain(route: Route, at: number): readonly number[] {
  const walked: number[] = [];
  for (let here: number | null = at; here !== null && !walked.includes(here); here = after(route, here))
    walked.push(here);
  return walked;
}

/** Steps a dossier can come to: forward from the first, and back where a step may return it. */
export function reachable(route: Route, from = 0): ReadonlySet<number> {
  const seen = new Set<number>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const back = backFrom(route, at).map((id) => route.steps.findIndex((step) => step.id === id));
    const on = endings(route, at).flatMap(({ to }) => to ?? []);
    open.push(...on, ...back.filter((index) => index >= 0));
  }
  return seen;
}

/** Steps to which this one may send back: by a return, or because an objection to what it made public was upheld. */
const backFrom = (route: Route, at: number): readonly string[] => {
  const step = route.steps[at];
  return [...(step?.returnsTo ?? []), ...(step?.objections ? [step.objections.upheldTo] : [])];
};

/** Whether some way forward from this step leads out of the route. */
export function outOf(route: Route, from: number): boolean {
  const seen = new Set<number>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const ways = endings(route, at);
    if (ways.some(({ to }) => to === null)) return true;
    open.push(...ways.flatMap(({ to }) => to ?? []));
  }
  return false;
}
