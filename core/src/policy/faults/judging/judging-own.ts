import { objectedTo, seatsOf } from '../../judging.ts';
import type { ActRule, Kind, Policy, Seat, Step, Unit } from '../../model.ts';
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

/** Objections to what was made public, settled by whoever has the dossier, or from the very seat that decided what they object to. */
function settlers({ kind, legs }: Flow, survey: Survey): readonly Found[] {
  const { holder } = kind;
  return legs.flatMap(({ roads }) =>
    roads.flatMap((road) =>
      road.route.steps.flatMap((step, at): readonly Found[] => {
        if (!step.objections) return [];
        const { settledBy, clause } = step.objections;
        const path = [...road.path, 'steps', at, 'objections', 'settledBy'];
        const about = [road.route.id, step.id, kind.id];
        const units = holder === undefined ? [] : both(settledBy, [{ role: holder, post: '*' }], survey);
        const seats = objectedTo(road.route, step).flatMap((objected) => {
          const same = sameSeat(settledBy, seatsOf(objected), survey);
          return same.length === 0 ? [] : [ownSeat(same, survey, { path, clause, about, objected, step })];
        });
        return [
          ...(units.length === 0
            ? []
            : [own(survey, units, path, { clause }, about, '处理公示异议', 'settle objections')]),
          ...seats,
        ];
      }),
    ),
  );
}

/** Units in which one post both settles and takes the step that is objected to. */
function sameSeat(settling: readonly Seat[], deciding: readonly Seat[], { pack, days }: Survey): readonly Unit[] {
  const pairs = settling.flatMap((one) =>
    deciding.filter(({ post }) => post === one.post || post === '*' || one.post === '*').map((other) => [one, other]),
  );
  const units = days.flatMap((day) =>
    pairs.flatMap(([one, other]) => {
      const there = mayPlay(pack, other!.role, day);
      return mayPlay(pack, one!.role, day).filter((unit) => there.includes(unit));
    }),
  );
  return [...new Set(units)];
}

type Objected = {
  readonly path: Found['path'];
  readonly clause: string;
  readonly about: readonly string[];
  readonly objected: Step;
  readonly step: Step;
};

function ownSeat(units: readonly Unit[], { on }: Survey, { path, clause, about, objected, step }: Objected): Found {
  const who = named(units, on);
  return told('judges-own', path, {
    clause,
    about: [...new Set([...about, objected.id, 'settled-by'])],
    zh: `对“${step.title.zh}”的异议由${who.zh}处理，而被异议的“${objected.title.zh}”就是同一岗位办理的`,
    en: `objections at "${step.id}" are settled by ${who.en} from the very post that takes "${objected.id}", to which they object`,
  });
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
