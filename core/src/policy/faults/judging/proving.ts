import { kindOf } from '../../evidence.ts';
import type { ActRule, EvidenceNeed, KindAct, Seat } from '../../model.ts';
import { flowsWith, placeOf, placeOfStep } from '../flow/flow.ts';
import { mayPlay } from '../seats/offices.ts';
import type { Finder, Flow, Found, Leg, Stand, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/** Evidence that a step demands where nobody may add any, or not those whose evidence alone counts. */
export const evidenceNowhere: Finder = (survey) =>
  survey.stands
    .filter(({ step }) => step.evidence.length > 0)
    .flatMap((stand) =>
      flowsWith(stand.road, survey.flows).flatMap(({ flow, leg }) =>
        stand.step.evidence.flatMap((need, index) => unprovable(stand, need, index, flow, leg, survey)),
      ),
    );

function unprovable(
  stand: Stand,
  need: EvidenceNeed,
  index: number,
  flow: Flow,
  leg: Leg,
  survey: Survey,
): readonly Found[] {
  const why = whyNot(stand, need, flow, leg, survey);
  if (!why) return [];
  const { road, step, path } = stand;
  const kind = kindOf(need);
  return [
    told('evidence-nowhere', [...path, 'evidence', index], {
      clause: step.clause,
      facts: road.facts,
      about: [road.route.id, step.id, kind, flow.kind.id],
      zh: `${road.route.id} / ${step.id}：须有“${kind}”，而${why.zh}`,
      en: `${road.route.id} / ${step.id}: needs "${kind}", and ${why.en}`,
    }),
  ];
}

function whyNot(stand: Stand, need: EvidenceNeed, flow: Flow, leg: Leg, { pack, days }: Survey) {
  const { kind } = flow;
  const act: ActRule | KindAct | undefined = kind.acts['add-evidence'] ?? pack.policy.acts['add-evidence'];
  if (!act)
    return {
      zh: `“${kind.title.zh}”没有写明谁可以上传材料（add-evidence）`,
      en: `nobody may add any to "${kind.id}" (add-evidence)`,
    };
  if (!inTime(act, stand, flow, leg))
    return { zh: '到这一步为止的各阶段都不能上传材料', en: 'none can be added in any stage until then' };
  if (typeof need === 'string') return null;
  if (need.per === 'measure' && kind.is !== 'problem')
    return { zh: `“${kind.title.zh}”没有整改措施可以逐项佐证`, en: `"${kind.id}" has no measures to prove one by one` };
  if (need.by !== undefined && !brings(need.by, act.by, { pack, days }))
    return {
      zh: `只认“${need.by}”提供的，它却不能上传`,
      en: `only what "${need.by}" brings counts, which may add none`,
    };
  const barred = need.per === 'unit' ? barredFrom(need.by, act.by, stand.step.by, { pack, days }) : undefined;
  return barred
    ? { zh: `每个办理单位都须提供，“${barred}”却不能`, en: `each deciding unit must bring it, and "${barred}" cannot` }
    : null;
}

/** A deciding role whose units cannot each bring their own: they may add none, or theirs does not count. */
function barredFrom(
  by: string | undefined,
  adding: readonly Seat[],
  deciding: readonly Seat[],
  { pack, days }: Pick<Survey, 'pack' | 'days'>,
): string | undefined {
  const counts = (role: string): boolean =>
    by === undefined ||
    by === role ||
    days.every((day) => mayPlay(pack, role, day).every((unit) => mayPlay(pack, by, day).includes(unit)));
  const each = (role: string): boolean =>
    adding.some((seat) => seat.role === role) ||
    days.every((day) =>
      mayPlay(pack, role, day).every((unit) => adding.some((seat) => mayPlay(pack, seat.role, day).includes(unit))),
    );
  const outside = (role: string): boolean => days.some((day) => mayPlay(pack, role, day).some((unit) => unit.external));
  return deciding.map(({ role }) => role).find((role) => outside(role) || !counts(role) || !each(role));
}

/** Whether evidence can be added before the step: in some stage that the dossier comes to no later than there. */
function inTime(act: ActRule | KindAct, { road, at }: Stand, flow: Flow, leg: Leg): boolean {
  const stages = 'stages' in act ? act.stages : undefined;
  const here = placeOfStep(leg.at, road.route, at);
  if (!stages || here === null) return true;
  return flow.kind.stages
    .filter(({ id }) => stages.includes(id))
    .some(({ from }) => from.some((milestone) => (placeOf(milestone, flow) ?? Infinity) < here));
}

/** Whether units in this role may add evidence themselves. */
function brings(role: string, seats: readonly Seat[], { pack, days }: Pick<Survey, 'pack' | 'days'>): boolean {
  if (seats.some((seat) => seat.role === role))
    return days.some((day) => mayPlay(pack, role, day).some((unit) => !unit.external));
  const isPart = (id: string): boolean => pack.policy.caseRoles.some((part) => part.id === id);
  const offices = seats.filter((seat) => !isPart(seat.role));
  return days.every((day) =>
    mayPlay(pack, role, day).some(
      (unit) => !unit.external && offices.some((seat) => mayPlay(pack, seat.role, day).includes(unit)),
    ),
  );
}
