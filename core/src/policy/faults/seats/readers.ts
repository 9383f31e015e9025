import type { PlainDate } from '../../../time/index.ts';
import type { Seat, Unit } from '../../model.ts';
import { seatId } from '../../wording.ts';
import { mayPlay, named } from './offices.ts';
import type { Finder, Flow, Found, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/** Readers named of a problem or a list of problems, which every office reads: what is not for everybody is a kind of its own. */
export const readsUnguarded: Finder = ({ flows }) =>
  flows
    .filter(({ kind }) => kind.reads !== undefined && (kind.is === 'problem' || kind.is === 'edition'))
    .map(({ kind, path }) => ({
      ...told('shape', [...path, 'reads'], {
        clause: kind.clause,
        about: [kind.id, 'reads'],
        zh: `“${kind.title.zh}”是问题或清单（is: ${kind.is}），各单位都可以查看，不能另写谁可以查看（reads）；只给部分单位看的，另设一类事项`,
        en: `"${kind.id}" is a problem or a list of problems (is: ${kind.is}) and is read by every office: it cannot say who reads it (reads)`,
      }),
      onlyBy: null,
    }));

/** A seat that must act in a dossier, and where the pack says so. */
type Acting = { readonly seat: Seat; readonly path: Found['path']; readonly where: string };

/** Kinds whose readers are fewer than those who must act in them: whoever has to act could not open what he acts on. */
export const readersNarrow: Finder = (survey) =>
  survey.flows.flatMap((flow) => {
    const { reads } = flow.kind;
    return reads ? [...narrow(flow, reads, survey), ...copiesUnread(flow, reads, survey)] : [];
  });

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

/** Copies to offices of the house that may not read the dossier: the row of a copy is for its readers, and they would never see it. */
function copiesUnread({ kind, legs }: Flow, reads: readonly Seat[], survey: Survey): readonly Found[] {
  // a copy goes to the unit: one post of it that reads is enough
  const anyPost = reads.map(({ role }): Seat => ({ role, post: '*' }));
  return legs.flatMap(({ roads }) =>
    roads.flatMap(({ route, path }) =>
      route.steps.flatMap((step, at) =>
        step.copies.flatMap(({ id, to, clause }, index): readonly Found[] => {
          const blind = unread({ role: to, post: '*' }, anyPost, survey);
          if (blind.length === 0) return [];
          const who = named(blind, survey.on);
          return [
            told('readers-narrow', [...path, 'steps', at, 'copies', index], {
              clause,
              about: [kind.id, to, route.id, step.id, id],
              zh: `${route.id} / ${step.id}：抄送${who.zh}，而“${kind.title.zh}”可以查看的单位（reads）没有它，它永远看不到这份抄送`,
              en: `${route.id} / ${step.id}: a copy goes to ${who.en}, which is not among those who read "${kind.id}" (reads), so that it would never see it`,
            }),
          ];
        }),
      ),
    ),
  );
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
  const isOutside = (role: string): boolean =>
    mayPlay(pack, role, pack.policy.inForceFrom).some((unit) => unit.external);
  const outside = steps.some(({ step }) => step.by.some(({ role }) => isOutside(role)));
  const owed = steps.some(({ step }) => step.copies.some(({ to }) => isOutside(to)));
  return [
    ...(owed
      ? seats((kind.acts['record-copy'] ?? pack.policy.acts['record-copy'])?.by ?? [], path, 'record-copy')
      : []),
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
