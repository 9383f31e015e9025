import type { ActRule, Kind, Policy, Seat, Unit } from '../../model.ts';
import { sameBody } from '../../units.ts';
import { mayPlay, named, sitters } from '../seats/offices.ts';
import { owingUnits } from '../duties/owing.ts';
import type { Finder, Flow, Found, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/** Who may judge outside the steps what may be his own house's: a contest it raised, its own return, objections to its own work. */
export const judgesOwn: Finder = (survey) => [
  ...survey.flows.flatMap((flow) => [...arbiters(flow, survey), ...settlers(flow, survey)]),
  ...confirmers(survey),
  ...checkers(survey),
];

/** Units in these seats that are, or sit in, one of the others. */
function both(judging: readonly Seat[], judged: readonly Seat[], { pack, days }: Survey): readonly Unit[] {
  return [
    ...new Set(
      days.flatMap((day) => {
        const others = sitters(pack, judged, day);
        return sitters(pack, judging, day).filter((unit) =>
          others.some((other) => sameBody(pack.units, other.id, unit.id)),
        );
      }),
    ),
  ];
}

const actOf = (id: string, kind: Kind, { acts }: Policy): ActRule | undefined => kind.acts[id] ?? acts[id];

function arbiters({ kind, path }: Flow, survey: Survey): readonly Found[] {
  const { policy } = survey.pack;
  const [contest, arbitrate] = [actOf('contest-hand-over', kind, policy), actOf('arbitrate-hand-over', kind, policy)];
  if (kind.is !== 'problem' || !contest || !arbitrate) return [];
  // what the arbiter's own house raises goes to whoever the plan names instead; they are asked the same
  const judging = arbitrate.instead ?? arbitrate.by;
  const units = both(judging, contest.by, survey);
  return units.length === 0
    ? []
    : [
        own(
          survey,
          units,
          [
            ...(kind.acts['arbitrate-hand-over'] ? path : []),
            'acts',
            'arbitrate-hand-over',
            arbitrate.instead ? 'instead' : 'by',
          ],
          arbitrate,
          ['arbitrate-hand-over', ...judging.map(({ role }) => role)],
          '裁定移交争议',
          'arbitrate a contested hand-over',
        ),
      ];
}

/** Objections to what was made public, settled by whoever has the dossier. */
function settlers({ kind, legs }: Flow, survey: Survey): readonly Found[] {
  const { holder } = kind;
  if (holder === undefined) return [];
  return legs.flatMap(({ roads }) =>
    roads.flatMap((road) =>
      road.route.steps.flatMap((step, at): readonly Found[] => {
        if (!step.objections) return [];
        const units = both(step.objections.settledBy, [{ role: holder, post: '*' }], survey);
        if (units.length === 0) return [];
        const path = [...road.path, 'steps', at, 'objections', 'settledBy'];
        return [
          own(
            survey,
            units,
            path,
            step.objections,
            [road.route.id, step.id, kind.id],
            '处理公示异议',
            'settle objections',
          ),
        ];
      }),
    ),
  );
}

function confirmers(survey: Survey): readonly Found[] {
  const { pack } = survey;
  return pack.policy.duties.flatMap((duty, index): readonly Found[] => {
    const seat = duty.runs?.confirmedBy;
    if (!seat) return [];
    const owing = owingUnits(duty, survey);
    const units = survey.days
      .flatMap((day) => mayPlay(pack, seat.role, day))
      .filter((unit) => owing.some((each) => sameBody(pack.units, each.id, unit.id)));
    if (units.length === 0) return [];
    const path = ['duties', index, 'confirmedBy'];
    return [
      own(survey, [...new Set(units)], path, duty, [duty.id, seat.role], '审定自己的填报', 'confirm its own return'),
    ];
  });
}

/** Checks of dossiers of a kind, by units that may themselves have the dossier that is checked. */
function checkers(survey: Survey): readonly Found[] {
  const { pack } = survey;
  return pack.policy.duties.flatMap((duty, index): readonly Found[] => {
    const covers = duty.runs?.covers ?? 'all';
    const kind = covers === 'all' ? undefined : (pack.policy.kinds ?? []).find(({ id }) => id === covers.of);
    if (!kind?.holder) return [];
    const seats = duty.by.map((role) => ({ role, post: '*' }));
    const units = both(seats, [{ role: kind.holder, post: '*' }], survey);
    if (units.length === 0) return [];
    return [
      own(survey, units, ['duties', index, 'by'], duty, [duty.id, kind.id], '检查自己的事项', 'check its own dossiers'),
    ];
  });
}

function own(
  { on }: Survey,
  units: readonly Unit[],
  path: Found['path'],
  { clause }: { readonly clause: string },
  about: readonly string[],
  zh: string,
  en: string,
): Found {
  const who = named(units, on);
  return told('judges-own', path, {
    clause,
    about: [...new Set(about)],
    zh: `${who.zh}可能${zh}：被裁断的就是它自己或它所在的单位`,
    en: `${who.en} may ${en}: what it judges may be its own, or its house's`,
  });
}
