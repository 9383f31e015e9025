import { goneOut, type Seat } from '../../model.ts';
import { unitsInRole } from '../../units.ts';
import type { Finder } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/** Steps that say of what was done there that it stays, where nothing is ever taken back: the word would do nothing. */
export const idleStays: Finder = ({ stands, pack: { units }, days }) => {
  const outside = ({ role }: Seat): boolean => {
    const held = days.flatMap((day) => unitsInRole(units, role, day));
    return held.length > 0 && held.every(({ external }) => external);
  };
  return stands
    .filter(({ step }) => step.withdraw === 'never' && (goneOut.has(step.do) || step.by.every(outside)))
    .map(({ road, step, path }) => ({
      ...told('shape', [...path, 'withdraw'], {
        clause: step.clause,
        about: [...new Set([road.route.id, step.id])],
        zh: `${road.route.id} / ${step.id}：“${step.title.zh}”办理后本来就不能撤回（签收、印发、公示、来文登记等），withdraw 是多余的`,
        en: `${road.route.id} / ${step.id}: what is signed for, issued, made public or entered from a paper is never taken back; withdraw does nothing here`,
      }),
      onlyBy: null,
    }));
};
