import type { Copy, Route } from '../../model.ts';
import { mayPlay, named, sitters } from '../seats/offices.ts';
import { flowsWith } from './flow.ts';
import type { Finder, Flow, Found, Road, Stand, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';
import { chain, endings, reachable } from './ways.ts';

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

/**
 * A hand-over that may be contested and after which nothing comes: where the arbiter gives the problem to another unit, the step
 * after the hand-over is opened anew, and there is none.
 */
export const contestedAtTheEnd: Finder = ({ flows, pack: { policy } }) =>
  flows
    .filter(({ kind }) => kind.is === 'problem' && [kind.acts, policy.acts].some((acts) => acts['arbitrate-hand-over']))
    .flatMap(({ kind, legs }) => legs.flatMap(({ roads }) => roads.flatMap((road) => endsHandingOver(road, kind.id))));

function endsHandingOver({ route, path, facts }: Road, kind: string): readonly Found[] {
  return [...reachable(route)]
    .filter((at) => route.steps[at]?.do === 'hand-over' && endings(route, at).some(({ to }) => to === null))
    .map((at) => {
      const step = route.steps[at]!;
      return told('dead-end', [...path, 'steps', at], {
        clause: step.clause,
        facts,
        about: [route.id, step.id, 'arbitrate-hand-over', kind],
        zh: `${route.id} / ${step.id}：移交可以有异议、由人裁定改交，而移交之后没有一步（签收或认领）可由新单位重新办理`,
        en: `${route.id} / ${step.id}: the hand-over may be contested and redirected, and no step follows it that the other unit could take anew`,
      });
    });
}

/**
 * Copies that nobody may ever settle: one to a unit that does not sign in here is owed until its sending is recorded
 * (`record-copy`), one that is filed here waits until somebody of the unit has read it (`acknowledge-copy`).
 */
export const copiesUnsettled: Finder = (survey) =>
  survey.stands.flatMap((stand) =>
    flowsWith(stand.road, survey.flows).flatMap(({ flow }) =>
      stand.step.copies.flatMap((copy, index) => unsettledCopy(copy, index, stand, flow, survey)),
    ),
  );

const settling = {
  'record-copy': { zh: '送达登记', en: 'record that it was sent' },
  'acknowledge-copy': { zh: '签收', en: 'acknowledge it' },
} as const;

function unsettledCopy(
  { id, to, clause }: Copy,
  index: number,
  { road, step, path }: Stand,
  { kind }: Flow,
  { pack, days, on }: Survey,
): readonly Found[] {
  const rule = (act: keyof typeof settling) => kind.acts[act] ?? pack.policy.acts[act];
  const [records, reads] = [rule('record-copy'), rule('acknowledge-copy')];
  const waiting = days.flatMap((day) => {
    const reading = sitters(pack, reads?.by ?? [], day);
    return mayPlay(pack, to, day).filter((unit) => (unit.external ? !records : !reading.includes(unit)));
  });
  return (['record-copy', 'acknowledge-copy'] as const).flatMap((act) => {
    const units = [...new Set(waiting)].filter(({ external }) => external === (act === 'record-copy'));
    if (units.length === 0) return [];
    const who = named(units, on);
    return [
      told('copy-unsettled', [...path, 'copies', index], {
        clause,
        facts: road.facts,
        about: [road.route.id, step.id, id, act, kind.id],
        zh: `${road.route.id} / ${step.id}：抄送${who.zh}之后，“${kind.title.zh}”没有写明谁可以${settling[act].zh}（${act}），这份抄送永远了结不了`,
        en: `${road.route.id} / ${step.id}: nobody may ${settling[act].en} (${act}) for the copy to ${who.en} in "${kind.id}", so that it stays owed for ever`,
      }),
    ];
  });
}
