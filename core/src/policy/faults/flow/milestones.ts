import { milestonesOf } from '../../milestones.ts';
import type { Milestone } from '../../model.ts';
import type { Finder, Flow, Found, Survey } from '../survey/survey.ts';
import { branchesOf } from './branches.ts';
import { told } from '../survey/telling.ts';

type Waiting = {
  readonly milestone: Milestone;
  readonly path: Found['path'];
  readonly name: string;
  readonly what: { readonly zh: string; readonly en: string };
};

/** Points that something waits for and nothing ever reaches, and kinds that stand nowhere when they are opened. */
export const neverReached: Finder = (survey) =>
  survey.flows.flatMap((flow) => {
    const vain = waitingInVain(flow, survey);
    return [...vain, ...(vain.length === 0 ? neverBegun(flow, survey) : []), ...nowhere(flow)];
  });

/** Stretches that wait for what only they themselves, or nothing before them, would bring. */
function neverBegun(flow: Flow, { walks }: Survey): readonly Found[] {
  const { kind } = flow;
  const walked = walks.get(flow) ?? [];
  // where a person rules which way it goes on, what comes after is not walked
  const ruled = branchesOf(flow).some(({ legs }) =>
    walked.some(({ world }) => legs.filter((leg) => world.legs[leg.at]?.taken).length !== 1),
  );
  if (ruled || walked.length === 0) return [];
  return flow.legs
    .filter(({ at }) => walked.every(({ found }) => !found.known.has(at)))
    .filter(({ at }) => walked.some(({ world }) => world.legs[at]?.taken))
    .map(({ stretch: { run, begins }, path }) =>
      told('milestone-unreached', [...path, 'begins'], {
        clause: kind.clause,
        about: [kind.id, run, ...begins],
        zh: `“${kind.title.zh}”的环节“${run}”以“${begins.join('、')}”为起点，而在它之前没有办法走到这里`,
        en: `stretch "${run}" of "${kind.id}" waits for "${begins.join(', ')}", which nothing reaches before it`,
      }),
    );
}

function waitingInVain(flow: Flow, { pack: { policy } }: Survey): readonly Found[] {
  const { kind } = flow;
  const known = new Set(milestonesOf(kind, policy).map(({ milestone }) => milestone));
  return waiting(flow)
    .filter(({ milestone }) => !known.has(milestone))
    .map(({ milestone, path, name, what }) =>
      told('milestone-unreached', path, {
        clause: kind.clause,
        about: [kind.id, name, milestone],
        zh: `“${kind.title.zh}”的${what.zh}“${name}”以“${milestone}”为起点，而没有任何一步会到达这个节点`,
        en: `${what.en} "${name}" of "${kind.id}" waits for "${milestone}", which nothing reaches`,
      }),
    );
}

function waiting({ kind, path }: Flow): readonly Waiting[] {
  return [
    ...kind.flow.flatMap(({ run, begins }, at) =>
      begins.map((milestone, index) => ({
        milestone,
        path: [...path, 'flow', at, 'begins', index],
        name: run,
        what: { zh: '环节', en: 'stretch' },
      })),
    ),
    ...kind.stages.flatMap(({ id, from }, at) =>
      from.map((milestone, index) => ({
        milestone,
        path: [...path, 'stages', at, 'from', index],
        name: id,
        what: { zh: '阶段', en: 'stage' },
      })),
    ),
    ...kind.tells.map(({ id, on }, at) => ({
      milestone: on,
      path: [...path, 'tells', at, 'on'],
      name: id,
      what: { zh: '触发', en: 'tell' },
    })),
  ];
}

function nowhere({ kind, path }: Flow): readonly Found[] {
  if (kind.stages.some(({ from }) => from.includes('opened'))) return [];
  return [
    told('gap', [...path, 'stages'], {
      clause: kind.clause,
      about: [kind.id, 'stages'],
      zh: `“${kind.title.zh}”刚立项时不在任何阶段：没有一个阶段写明 from: opened`,
      en: `"${kind.id}" stands in no stage when it is opened: none says from: opened`,
    }),
  ];
}
