import type { Finder, Found, Stand } from '../survey/survey.ts';
import { endings, outOf, reachable } from './ways.ts';

const found = (
  kind: Found['kind'],
  { road, step, path }: Stand,
  keys: readonly (string | number)[],
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
  stands.flatMap((stand) => [...strayNext(stand), ...strayBack(stand)]);

function strayNext(stand: Stand): readonly Found[] {
  const { step, road } = stand;
  const named = [
    { next: step.next, keys: ['next'] },
    ...(step.outcomes ?? []).map(({ next }, index) => ({ next, keys: ['outcomes', index, 'next'] })),
  ];
  return named.flatMap(({ next, keys }): readonly Found[] => {
    if (next === undefined || next === 'end' || road.route.steps.some(({ id }) => id === next)) return [];
    return [
      found('unknown-step', stand, keys, {
        zh: `${whereIs(stand)}：下一步“${next}”不存在`,
        en: `${whereIs(stand)}: there is no step "${next}" to go to`,
      }),
    ];
  });
}

function strayBack(stand: Stand): readonly Found[] {
  const { step, at, road } = stand;
  const earlier = road.route.steps.slice(0, at).map(({ id }) => id);
  const upheld = step.objections ? [{ id: step.objections.upheldTo, keys: ['objections', 'upheldTo'] }] : [];
  // an objection that is upheld may also begin the same step anew
  const strays = [
    ...step.returnsTo.filter((id) => !earlier.includes(id)).map((id) => ({ id, keys: ['returnsTo'] })),
    ...upheld.filter(({ id }) => id !== step.id && !earlier.includes(id)),
  ];
  return strays.map(({ id, keys }) =>
    found('unknown-step', stand, keys, {
      zh: `${whereIs(stand)}：退回的“${id}”不是此前的步骤`,
      en: `${whereIs(stand)}: "${id}" is no earlier step to return to`,
    }),
  );
}

const whereIs = ({ road, step }: Stand): string => `${road.route.id} / ${step.id}`;

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

/** Steps from which no way leads to the end of the route. */
export const circles: Finder = ({ stands }) =>
  stands.filter(({ road, at }) => reachable(road.route).has(at)).flatMap(circle);

/** A circle is named once: at the step that leads back into it. */
function circle(stand: Stand): readonly Found[] {
  const {
    road: { route },
    at,
  } = stand;
  const back = endings(route, at).some(({ to }) => to !== null && to <= at);
  if (!back || outOf(route, at)) return [];
  return [
    found('dead-end', stand, ['next'], {
      zh: `${whereIs(stand)}：之后又回到前面的步骤，永远走不完`,
      en: `${whereIs(stand)}: leads back to where it came from and never ends`,
    }),
  ];
}
