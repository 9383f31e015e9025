import type { Route } from '../model.ts';
import { flowsWith } from './flow.ts';
import type { Finder, Found, Stand, Survey } from './survey.ts';
import { chain } from './ways.ts';

/** A hand-over that hands nothing over, where others of its kind do: nobody would have the problem, and no clock would run from it. */
export const nothingHandedOver: Finder = (survey) => survey.stands.flatMap((stand) => keptBack(stand, survey));

function keptBack({ road, step, at, path }: Stand, { flows }: Survey): readonly Found[] {
  const { route, facts } = road;
  const others = flowsWith(road, flows).filter(({ flow }) => flow.kind.is === 'problem');
  const usual = others.some(({ leg }) => leg.roads.some((other) => handsOver(other.route)));
  if (!usual || handsOver(route) || at !== chain(route, 0).at(-1)) return [];
  const where = `${route.id} / ${step.id}`;
  return [
    {
      kind: 'dead-end',
      file: 'policy',
      path: [...path, 'do'],
      clauses: [step.clause],
      facts,
      about: [route.id, step.id],
      text: {
        zh: `${where}：移交程序到此为止，却没有一步是移交（do: hand-over）`,
        en: `${where}: the hand-over ends here and no step of it hands over (do: hand-over)`,
      },
    },
  ];
}

const handsOver = (route: Route): boolean => chain(route, 0).some((at) => route.steps[at]?.do === 'hand-over');
