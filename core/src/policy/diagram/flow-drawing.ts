import { stretchText } from '../explain/flow.ts';
import { milestonesOf } from '../milestones.ts';
import type { Kind, Milestone, Pack, Procedure, Stretch } from '../model.ts';
import { withKinds } from '../with-kinds.ts';
import { conditionText } from '../wording.ts';
import { basisOf, type Box, type Drawing, type Said } from './drawing.ts';

/** The flow of a kind: a box for each procedure, an arrow from whatever brings the next one to it. */
export function flowDrawing(kind: Kind, given: Pack): Drawing {
  const pack = { ...given, policy: withKinds(given.policy) };
  const procedures = kind.flow.map(({ run }) => pack.policy.procedures.find(({ id }) => id === run));
  const reached = kind.flow.map((stretch) => reachedIn(stretch, kind, pack));
  return {
    id: kind.id,
    title: kind.title.zh,
    basis: basisOf(kind.clause, kind.ruling),
    note: '绿框：可以了结。虚线：可以再次开始。没有箭头的框由表单以外的事务或其他事项引起。',
    again: '再次',
    lanes: [{ id: 'flow', label: '' }],
    boxes: kind.flow.map((stretch, at): Box => ({
      lines: linesOf(stretch, procedures[at], kind, pack),
      lane: 'flow',
      next: following(kind, reached[at]!, at).filter((to) => to > at),
      back: following(kind, reached[at]!, at).filter((to) => to <= at && kind.flow[to]!.times === 'many'),
      outside: false,
      closes: reached[at]!.has('closed'),
    })),
  };
}

const following = ({ flow }: Kind, reached: ReadonlySet<Milestone>, at: number): readonly number[] =>
  flow.flatMap(({ begins }, to) => (to !== at && begins.some((milestone) => reached.has(milestone)) ? [to] : []));

/** Milestones that this stretch may bring. */
const reachedIn = (stretch: Stretch, kind: Kind, { policy }: Pack): ReadonlySet<Milestone> =>
  new Set(
    milestonesOf({ ...kind, flow: [stretch], acts: {} }, policy)
      .filter(({ how }) => how === 'end' || how === 'return' || how === 'step' || how === 'outcome')
      .map(({ milestone }) => milestone),
  );

/** What a procedure is called, when it begins, which ways lead through it, and what it ends in. */
function linesOf(stretch: Stretch, procedure: Procedure | undefined, kind: Kind, pack: Pack): readonly Said[] {
  const routes = procedure?.routes ?? [];
  const stages = kind.stages.filter(({ from }) => stretch.ends !== undefined && from.includes(stretch.ends));
  return [
    ['title', procedure?.title.zh ?? stretch.run],
    ['seat', stretchText(stretch, kind, pack.policy).zh],
    ['clause', basisOf(procedure?.clause ?? '', stretch.ruling)],
    ...(routes.length > 1
      ? routes.map(({ id, title, when }): Said => ['copy', `${id} ${title.zh}：${conditionText(pack.policy, when).zh}`])
      : []),
    ...stages.map(({ title }): Said => ['copy', `之后：${title.zh}`]),
  ];
}
