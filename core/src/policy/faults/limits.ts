import type { Limit, ProcedureId, Step } from '../model.ts';
import type { Finder, Found, Stand, Survey } from './survey.ts';
import { chain } from './walking.ts';

/** A limit with where it stands: on a step of a route, or on a duty of its own. */
export type Placed = {
  readonly limit: Limit;
  readonly stand: Stand | null;
  readonly path: Found['path'];
  readonly about: readonly string[];
};

/** Every limit of the pack. */
export function placedLimits({ stands, pack }: Survey): readonly Placed[] {
  const onSteps = stands.flatMap((stand) =>
    stand.step.limits.map((limit, l): Placed => ({
      limit,
      stand,
      path: [...stand.path, 'limits', l],
      about: [stand.road.route.id, stand.step.id, limit.id],
    })),
  );
  const ofDuties = pack.policy.duties.flatMap((duty, d) =>
    duty.limits.map((limit, l): Placed => ({
      limit,
      stand: null,
      path: ['duties', d, 'limits', l],
      about: [duty.id, limit.id],
    })),
  );
  return [...onSteps, ...ofDuties];
}

/** A fault of one limit. */
export function limitFault(kind: Found['kind'], { limit, stand, path, about }: Placed, text: Found['text']): Found {
  return { kind, file: 'policy', path, clauses: [limit.clause], facts: stand?.road.facts ?? [], about, text };
}

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

/** “5月6日前”: whether the day itself is in time, and what a day off does, is nowhere written. */
export const ambiguousLimits: Finder = (survey) =>
  placedLimits(survey).flatMap((placed) => {
    const { term, title } = placed.limit;
    if (term.count !== 'yearly') return [];
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

/** When the milestones of a problem come to pass, against the procedures it runs through. */
const course = [
  'registered',
  'classification',
  'edition',
  'handover',
  'handed-over',
  'plan',
  'plan-issued',
  'finished',
  'acceptance',
  'closed',
] as const;

/** A limit from an event that has not happened by then, so that its clock would never run. */
export const limitsWithoutStart: Finder = (survey) =>
  placedLimits(survey)
    .filter((placed) => !starts(placed, survey))
    .map((placed) =>
      limitFault('limit-without-start', placed, {
        zh: `“${placed.limit.title.zh}”自“${placed.limit.from}”起算，而在此之前这件事不会发生`,
        en: `"${placed.limit.id}" runs from "${placed.limit.from}", which does not happen before it`,
      }),
    );

function starts({ limit: { from, term }, stand }: Placed, survey: Survey): boolean {
  if (from === 'new-year') return term.count === 'yearly' || term.count === 'fixed';
  if (!stand) return !from.startsWith('step:');
  if (from.startsWith('step:')) return comesBefore(from.slice('step:'.length), stand);
  if (from === 'handed-over' && stand.road.procedure.id === 'handover') {
    return stand.road.route.steps.slice(0, stand.at).some((step) => step.do === 'hand-over');
  }
  return (
    happened(from, stand.road.procedure.id) &&
    (from !== 'handed-over' || survey.stands.some(({ step }) => step.do === 'hand-over'))
  );
}

const happened = (event: string, during: ProcedureId): boolean => {
  const when = course.findIndex((each) => each === event);
  return when >= 0 && when < course.indexOf(during);
};

function comesBefore(id: string, { road: { route }, at }: Stand): boolean {
  const first = route.steps.findIndex((step) => step.id === id);
  if (first < 0 || first === at) return false;
  const way = chain(route, 0);
  return way.includes(first) && way.includes(at)
    ? way.indexOf(first) < way.indexOf(at)
    : chain(route, first).includes(at);
}
