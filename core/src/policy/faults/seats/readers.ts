import type { PlainDate } from '../../../time/index.ts';
import type { Seat, Unit } from '../../model.ts';
import { seatId } from '../../wording.ts';
import { mayPlay, named } from './offices.ts';
import type { Finder, Flow, Found, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/** A seat that must act in a dossier, and where the pack says so. */
type Acting = { readonly seat: Seat; readonly path: Found['path']; readonly where: string };

/** Kinds whose readers are fewer than those who must act in them: whoever has to act could not open what he acts on. */
export const readersNarrow: Finder = (survey) =>
  survey.flows.flatMap((flow) => (flow.kind.reads ? narrow(flow, flow.kind.reads, survey) : []));

function narrow(flow: Flow, reads: readonly Seat[], survey: Survey): readonly Found[] {
  const { kind } = flow;
  const groups = Map.groupBy(acting(flow, survey), ({ seat }) => seatId(seat));
  return [...groups].flatMap(([seat, places]): readonly Found[] => {
    const blind = unread(places[0]!.seat, reads, survey);
    if (blind.length === 0) return [];
    const where = [...new Set(places.map((place) => place.where))];
    const who = named(blind, survey.on);
    return [
      told('readers-narrow', [...flow.path, 'reads'], {
        clause: kind.clause,
        about: [kind.id, seat, ...where],
        zh: `“${kind.title.zh}”写明谁可以查看（reads），而须办理“${where.join('、')}”的 ${seat}（${who.zh}）不在其中`,
        en: `"${kind.id}" says who reads it, and ${seat} (${who.en}), who must do ${where.join(', ')}, is not among them`,
      }),
    ];
  });
}

/** Units that may come to sit in the seat and may not read from it. Those that do not sign in read nothing here. */
function unread(seat: Seat, reads: readonly Seat[], survey: Survey): readonly Unit[] {
  const posts = reads.filter(({ post }) => post === '*' || post === seat.post);
  if (posts.some(({ role }) => role === seat.role)) return [];
  const { pack, days } = survey;
  const offices = posts.filter(({ role }) => !pack.policy.caseRoles.some(({ id }) => id === role));
  const blind = (day: PlainDate): readonly Unit[] => {
    const reading = new Set(offices.flatMap(({ role }) => mayPlay(pack, role, day)));
    return mayPlay(pack, seat.role, day).filter((unit) => !unit.external && !reading.has(unit));
  };
  return [...new Set(days.flatMap(blind))];
}

function acting(flow: Flow, { pack }: Survey): readonly Acting[] {
  const { kind, path, legs } = flow;
  const seats = (by: readonly Seat[], at: Found['path'], where: string): readonly Acting[] =>
    by.map((seat) => ({ seat, path: at, where }));
  const steps = legs.flatMap(({ roads }) =>
    roads.flatMap((road) => road.route.steps.map((step, at) => ({ step, at: [...road.path, 'steps', at] }))),
  );
  const outside = steps.some(({ step }) =>
    step.by.some(({ role }) => mayPlay(pack, role, pack.policy.inForceFrom).some((unit) => unit.external)),
  );
  return [
    ...(kind.opens ? seats(kind.opens.by, [...path, 'opens'], 'opens') : []),
    ...Object.entries(kind.acts).flatMap(([id, act]) => seats(act.by, [...path, 'acts', id], id)),
    ...steps.flatMap(({ step, at }) => [
      ...seats([...step.by, ...step.coSign], at, step.id),
      ...(step.objections
        ? seats([...step.objections.by, ...step.objections.settledBy], at, `${step.id} / objections`)
        : []),
      ...step.limits.flatMap(({ extension, pause }) =>
        seats(
          [extension, pause].flatMap((said) => (said ? [said.by] : [])),
          at,
          step.id,
        ),
      ),
    ]),
    // whoever enters the acts of units outside must see what they act on
    ...(outside ? seats([pack.policy.recorder], ['recorder'], 'recorder') : []),
  ];
}
