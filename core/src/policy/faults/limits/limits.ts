import type { Step } from '../../model.ts';
import { isFloor, limitFault, placedLimits, type Placed } from './placed.ts';
import type { Finder, Found } from '../survey/survey.ts';
import { elsewhere, starts } from './starting.ts';
import { told } from '../survey/telling.ts';
import { chain, reachable } from '../flow/ways.ts';

const pressing = new Set<Step['do']>(['accept', 'expert-review', 'meeting', 'on-site-check', 'review']);

/** Steps that others wait for and that have no limit. Saying `silent` shows that it was seen; it takes a ruling to answer it. */
export const noLimits: Finder = ({ stands }) =>
  stands
    .filter(({ step }) => pressing.has(step.do) && step.limits.length === 0)
    .map(({ road, step, path }) => ({
      kind: 'no-limit',
      file: 'policy',
      path,
      clauses: [step.clause],
      facts: road.facts,
      about: [...new Set([road.route.id, step.id, step.do])],
      text: {
        zh: `${road.route.id}：方案没有规定“${step.title.zh}”的期限`,
        en: `${road.route.id}: the plan sets no limit for "${step.id}"`,
      },
    }));

/** Steps in any kind of dossier that have no limit, and of which the pack does not say in so many words that the plan sets none. */
export const silenceUnsaid: Finder = ({ stands }) =>
  stands
    .filter(({ step }) => step.limits.length === 0 && !step.silent)
    .map(({ road, step, path }) =>
      told('silence-unsaid', path, {
        clause: step.clause,
        facts: road.facts,
        about: [road.route.id, step.id],
        zh: `${road.route.id} / ${step.id}：没有期限，也没有写明方案未作规定（silent: true）`,
        en: `${road.route.id} / ${step.id}: it has no limit, and the pack does not say that the plan sets none (silent: true)`,
      }),
    );

/** “5月6日前”, of every year or of one: whether the day itself is in time, and what a day off does, is nowhere written. */
export const ambiguousLimits: Finder = (survey) =>
  placedLimits(survey).flatMap((placed) => {
    const { term, title } = placed.limit;
    if (!('inclusive' in term) || term.inclusive === undefined) return [];
    const [inside, roll] = [
      term.inclusive ? '含当日' : '不含当日',
      { none: '不顺延', forward: '遇休息日顺延', backward: '遇休息日提前' }[term.roll],
    ];
    return [
      limitFault('ambiguous-limit', placed, {
        zh: `“${title.zh}”：“前”是否含当日、遇休息日是否顺延，方案没有写明；现按${inside}、${roll}`,
        en: `"${title.en ?? title.zh}": the plan does not say whether "before" includes the day nor what a day off does; taken as ${term.inclusive ? 'included' : 'not included'}, roll ${term.roll}`,
      }),
    ];
  });

/** A limit from an event that has not happened by then, so that its clock would never run. */
export const limitsWithoutStart: Finder = (survey) =>
  placedLimits(survey)
    .filter(({ stand }) => stand === null || reachable(stand.road.route).has(stand.at)) // the step is a fault already
    .filter((placed) => !starts(placed, survey))
    .map((placed) => {
      const { id, title, from } = placed.limit;
      const never = elsewhere(placed, survey);
      const fault = limitFault(
        'limit-without-start',
        from === null ? placed : { ...placed, path: [...placed.path, 'from'] },
        from === null
          ? { zh: `期限“${title.zh}”没有写从何时起算（from）`, en: `limit "${id}" does not say what starts it (from)` }
          : {
              zh: `“${title.zh}”自“${from}”起算，而${never?.why.zh ?? '在此之前这件事不会发生'}`,
              en: `"${id}" runs from "${from}", ${never ? `but ${never.why.en ?? ''}` : 'which does not happen before it'}`,
            },
      );
      return never ? { ...fault, facts: never.facts } : fault;
    });

/** A step that cannot end before its floor has run, and whose own limit is over by then: it would always be late. */
export const floorsTooLong: Finder = (survey) => {
  const placed = placedLimits(survey);
  return placed.filter(isFloor).flatMap((floor): readonly Found[] => {
    const { stand } = floor;
    const over = placed.find(
      (limit) =>
        !isFloor(limit) && limit.stand === stand && startOfStep(limit) === startOfStep(floor) && !longer(limit, floor),
    );
    if (!over) return [];
    const fault = limitFault('inner-limit-later', floor, {
      zh: `“${floor.limit.title.zh}”未满，这一步不能办结；而“${over.limit.title.zh}”那时已经到期，必然逾期`,
      en: `the step cannot end before "${floor.limit.id}" has run, and by then "${over.limit.id}" is over: it would always be late`,
    });
    return [{ ...fault, about: [...fault.about, over.limit.id] }];
  });
};

/** The event that starts a limit; a step opens when the one before it on the way has ended. */
function startOfStep({ limit: { from }, stand }: Placed): string | null {
  if (from !== 'opening' || !stand) return from;
  const { route } = stand.road;
  const way = chain(route, 0);
  const before = way[way.indexOf(stand.at) - 1];
  return before === undefined ? from : `step:${route.steps[before]?.id ?? ''}`;
}

/** Whether the limit runs on after the floor's last day; terms that are counted differently are not compared. */
function longer({ limit: { term } }: Placed, { limit: floor }: Placed): boolean {
  if ((term.count === 'working' || term.count === 'natural') && floor.term.count === term.count)
    return term.days > floor.term.days;
  return !(term.count === 'hours' && floor.term.count === 'hours') || term.hours > floor.term.hours;
}
