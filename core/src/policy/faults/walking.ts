import type { Route } from '../model.ts';
import type { Finder, Found, Stand } from './survey.ts';

/** Index of the step that follows when this one is done; null at the end of the route, or where `next` names no step. */
export function after(route: Route, at: number): number | null {
  const next = route.steps[at]?.next;
  const index = next === undefined ? at + 1 : route.steps.findIndex((step) => step.id === next);
  return index >= 0 && index < route.steps.length ? index : null;
}

/** Indexes of the steps that follow one after another from `at`, which comes first; ends before a step comes again. */
export function chain(route: Route, at: number): readonly number[] {
  const walked: number[] = [];
  for (let here: number | null = at; here !== null && !walked.includes(here); here = after(route, here))
    walked.push(here);
  return walked;
}

/** Steps a dossier can come to: forward from the first, and back where a step may return it. */
export function reachable(route: Route): ReadonlySet<number> {
  const seen = new Set<number>();
  const open = [0];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const back = (route.steps[at]?.returnsTo ?? []).map((id) => route.steps.findIndex((step) => step.id === id));
    open.push(...[after(route, at), ...back].filter((index): index is number => index !== null && index >= 0));
  }
  return seen;
}

const found = (
  kind: Found['kind'],
  { road, step, path }: Stand,
  keys: readonly string[],
  text: Found['text'],
): Found => ({
  kind,
  file: 'policy',
  path: [...path, ...keys],
  clauses: [step.clause],
  facts: road.facts,
  about: [road.route.id, step.id],
  text,
});

/** `next` and `returns-to` that name no step of the route, or no earlier one. */
export const unknownSteps: Finder = ({ stands }) =>
  stands.flatMap((stand) => {
    const { step, at, road } = stand;
    const ids = road.route.steps.map((each) => each.id);
    const where = `${road.route.id} / ${step.id}`;
    const strays = step.returnsTo.filter((id) => !ids.slice(0, at).includes(id));
    const next = step.next !== undefined && step.next !== 'end' && !ids.includes(step.next) ? [step.next] : [];
    return [
      ...next.map((id) =>
        found('unknown-step', stand, ['next'], {
          zh: `${where}：下一步“${id}”不存在`,
          en: `${where}: there is no step "${id}" to go to`,
        }),
      ),
      ...strays.map((id) =>
        found('unknown-step', stand, ['returnsTo'], {
          zh: `${where}：退回的“${id}”不是此前的步骤`,
          en: `${where}: "${id}" is no earlier step to return to`,
        }),
      ),
    ];
  });

/** Steps that no way leads to. */
export const unreachableSteps: Finder = ({ stands }) =>
  stands
    .filter(({ road, at }) => !reachable(road.route).has(at))
    .map((stand) => {
      const where = `${stand.road.route.id} / ${stand.step.id}`;
      return found('unreachable-step', stand, [], {
        zh: `${where}：没有任何一步会走到这里`,
        en: `${where}: no step leads here`,
      });
    });

/** Ways that never end, acceptance that ends without closing, and closing before the end. */
export const deadEnds: Finder = ({ stands }) =>
  stands
    .filter(({ road, at }) => reachable(road.route).has(at))
    .flatMap((stand) => [...circle(stand), ...unclosed(stand), ...closedEarly(stand), ...keptBack(stand)]);

/** A circle is named once: at the step that leads back into it. */
function circle(stand: Stand): readonly Found[] {
  const {
    road: { route },
    step,
    at,
  } = stand;
  const [next, last] = [after(route, at), chain(route, at).at(-1)];
  if (next === null || next > at || last === undefined || after(route, last) !== at) return [];
  const where = `${route.id} / ${step.id}`;
  return [
    found('dead-end', stand, ['next'], {
      zh: `${where}：之后又回到前面的步骤，永远走不完`,
      en: `${where}: leads back to where it came from and never ends`,
    }),
  ];
}

function unclosed(stand: Stand): readonly Found[] {
  const { road, step, at } = stand;
  if (road.procedure.id !== 'acceptance' || step.closes || after(road.route, at) !== null) return [];
  const where = `${road.route.id} / ${step.id}`;
  return [
    found('dead-end', stand, [], {
      zh: `${where}：验收到此为止，却没有销号`,
      en: `${where}: acceptance ends here without closing the problem`,
    }),
  ];
}

/** A problem is closed by the last step of its acceptance and by nothing else: whatever came after would never be done. */
function closedEarly(stand: Stand): readonly Found[] {
  const { road, step, at } = stand;
  const ends = after(road.route, at) === null;
  if (!step.closes || (road.procedure.id === 'acceptance' && ends)) return [];
  const where = `${road.route.id} / ${step.id}`;
  return [
    found('dead-end', stand, ['closes'], {
      zh: `${where}：写明在此销号，而${road.procedure.id === 'acceptance' ? '其后还有步骤' : '只有验收能销号'}`,
      en: `${where}: closes the problem, ${road.procedure.id === 'acceptance' ? 'though steps follow' : 'which only acceptance may do'}`,
    }),
  ];
}

/** A hand-over that hands nothing over: nobody would have the problem, and no clock would run from it. */
function keptBack(stand: Stand): readonly Found[] {
  const { road, step, at } = stand;
  const way = chain(road.route, 0);
  const given = way.some((index) => road.route.steps[index]?.do === 'hand-over');
  if (road.procedure.id !== 'handover' || given || at !== way.at(-1)) return [];
  const where = `${road.route.id} / ${step.id}`;
  return [
    found('dead-end', stand, ['do'], {
      zh: `${where}：移交程序到此为止，却没有一步是移交（do: hand-over）`,
      en: `${where}: the hand-over ends here and no step of it hands over (do: hand-over)`,
    }),
  ];
}
