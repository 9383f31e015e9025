import type { Facts } from '../../model.ts';
import type { Ended, Finder, Flow, Found, Road, Stop } from '../survey/survey.ts';
import { endings, reachable } from './ways.ts';

/** Ways on which a dossier stops without being closed, or is closed while a stretch would still begin, with the facts. */
export const noWayOn: Finder = ({ flows, walks }) =>
  flows.flatMap((flow) => {
    const walked = walks.get(flow) ?? [];
    const stops = walked.flatMap(({ world, found }) => found.stops.map((stop) => ({ stop, facts: world.facts })));
    const cuts = walked.flatMap(({ world, found }) => found.cutOff.map((cut) => ({ cut, facts: world.facts })));
    return [
      ...grouped(stops, ({ stop }) => nameOf(stop.after)).map((group) => stopped(flow, group[0]!.stop, factsOf(group))),
      ...grouped(cuts, ({ cut }) => `${nameOf(cut)} ${cut.before}`).map((group) =>
        closedEarly(flow, group[0]!.cut, factsOf(group)),
      ),
    ];
  });

const grouped = <T>(all: readonly T[], key: (each: T) => string): readonly (readonly T[])[] => [
  ...Map.groupBy(all, key).values(),
];

const factsOf = (group: readonly { readonly facts: readonly Facts[] }[]): readonly Facts[] =>
  group.flatMap(({ facts }) => facts);

const nameOf = (after: Stop['after']): string =>
  'leg' in after
    ? `${after.road.route.id} ${after.exit.at} ${after.exit.outcome?.id ?? ''}`
    : `${after.by} ${after.id}`;

/** Where a road ends: its step, with the outcome where there are several. */
function exitAt({ road, exit }: Ended) {
  const step = road.route.steps[exit.at]!;
  const outcomes = step.outcomes ?? [];
  const index = exit.outcome ? outcomes.indexOf(exit.outcome) : -1;
  return {
    step,
    path: [...road.path, 'steps', exit.at, ...(index < 0 ? [] : ['outcomes', index])],
    about: [road.route.id, step.id, ...(exit.outcome ? [exit.outcome.id] : [])],
    where: `${road.route.id} / ${step.id}${exit.outcome ? `（${exit.outcome.title.zh}）` : ''}`,
  };
}

function stopped(flow: Flow, { after }: Stop, facts: readonly Facts[]): Found {
  const { kind } = flow;
  if (!('leg' in after)) return nothingBegins(flow, facts, after.by === 'opening' ? 'opened' : after.milestone);
  const { step, about, where, ...at } = exitAt(after);
  return {
    kind: 'dead-end',
    file: 'policy',
    path: at.path,
    clauses: [step.clause],
    facts,
    about: [...about, kind.id],
    text: {
      zh: `${where}：“${kind.title.zh}”办到此为止，却没有办结（closes），也没有下一环节、可办的事或别处的消息`,
      en: `${about.join(' / ')}: "${kind.id}" comes to an end here without being closed, and nothing else can begin`,
    },
  };
}

function nothingBegins({ kind, path }: Flow, facts: readonly Facts[], milestone: string): Found {
  return {
    kind: 'dead-end',
    file: 'policy',
    path: [...path, 'flow'],
    clauses: [kind.clause],
    facts,
    about: [kind.id, milestone],
    text: {
      zh: `“${kind.title.zh}”到“${milestone}”以后没有任何环节开始`,
      en: `"${kind.id}": nothing begins after "${milestone}"`,
    },
  };
}

function closedEarly({ kind, legs }: Flow, cut: Ended & { readonly before: number }, facts: readonly Facts[]): Found {
  const { step, about, where, path } = exitAt(cut);
  const next = legs[cut.before]!.stretch.run;
  return {
    kind: 'dead-end',
    file: 'policy',
    path: [...path, 'closes'],
    clauses: [step.clause],
    facts,
    about: [...about, kind.id],
    text: {
      zh: `${where}：写明在此办结，而“${kind.title.zh}”其后还有“${next}”`,
      en: `${about.join(' / ')}: closes the dossier, though "${next}" of "${kind.id}" would follow`,
    },
  };
}

/** A step that closes in the middle of its route: what comes after would never be done. */
export const closedInTheMiddle: Finder = ({ stands }) =>
  stands.flatMap(({ road, step, at, path }): readonly Found[] => {
    if (!reachable(road.route).has(at) || !endsOn(road, at)) return [];
    const where = `${road.route.id} / ${step.id}`;
    return [
      {
        kind: 'dead-end',
        file: 'policy',
        path: [...path, 'closes'],
        clauses: [step.clause],
        facts: road.facts,
        about: [road.route.id, step.id],
        text: {
          zh: `${where}：写明在此销号，而其后还有步骤`,
          en: `${where}: closes the dossier, though steps follow`,
        },
      },
    ];
  });

function endsOn({ route }: Road, at: number): boolean {
  const step = route.steps[at]!;
  return endings(route, at).some(
    ({ outcome, to }) => to !== null && [step, outcome].some((said) => said?.closes || said?.reaches === 'closed'),
  );
}
