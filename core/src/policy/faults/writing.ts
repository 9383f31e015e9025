import type { Step } from '../model.ts';
import { sitters } from './offices.ts';
import type { Finder, Found, Road, Survey } from './survey.ts';
import { chain } from './walking.ts';

/**
 * A plan that nobody can write: no step before it is decided on writes it, or only steps of units that do not sign in here,
 * for which an act can be recorded and no text written.
 */
export const nobodyWrites: Finder = (survey) =>
  survey.roads.flatMap((road): readonly Found[] => {
    if (road.procedure.id !== 'plan') return [];
    const way = chain(road.route, 0).flatMap((index) => road.route.steps[index] ?? []);
    const decided = way.findIndex((step) => step.binds === 'plan' && step.writes !== 'plan');
    const before = decided < 0 ? way : way.slice(0, decided);
    return before.some((step) => step.writes === 'plan' && signsIn(step, survey))
      ? []
      : [unwritten(road, way[decided])];
  });

function signsIn(step: Step, { pack, days }: Survey): boolean {
  const sitting = days.flatMap((day) => sitters(pack, step.by, day));
  return sitting.length === 0 || sitting.some((unit) => !unit.external); // an empty office is a fault of its own
}

function unwritten({ route, path, facts }: Road, stuck: Step | undefined): Found {
  const at = stuck ? ['steps', route.steps.indexOf(stuck)] : [];
  return {
    kind: 'dead-end',
    file: 'policy',
    path: [...path, ...at],
    clauses: [stuck?.clause ?? route.clause],
    facts,
    about: [route.id, ...(stuck ? [stuck.id] : []), 'writes'],
    text: {
      zh: `${route.id}：${stuck ? `到“${stuck.title.zh}”时` : ''}没有任何单位可以起草整改方案（writes: plan）`,
      en: `${route.id}: nobody may write the plan (writes: plan)${stuck ? ` before "${stuck.id}"` : ''}`,
    },
  };
}
