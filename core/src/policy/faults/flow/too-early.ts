import { evaluate } from '../../condition.ts';
import { whenOf } from '../../evidence.ts';
import type { Condition, Facts, Kind } from '../../model.ts';
import { factsOfKind } from '../../matching.ts';
import { passageOf, settledAt, type Filed } from './passing.ts';
import type { Finder, Flow, Found, Leg, Road, Survey, Walk } from '../survey/survey.ts';

/** A condition that is asked at some point of the way, and what is surely known by then. */
type Asking = {
  readonly when: Condition | undefined;
  readonly known: ReadonlySet<string>;
  readonly path: Found['path'];
  readonly clause: string;
  readonly where: string;
};

type Unknown = { readonly asking: Asking; readonly fact: string; readonly facts: readonly Facts[] };

/**
 * Conditions over facts that are settled too late, or by nobody: when they are asked nobody could say which way it goes. Where
 * nothing to report may be filed, those too that only ask in vain then.
 */
export const tooEarly: Finder = (survey) =>
  survey.flows.flatMap((flow) => {
    const [always, whenNil] = [false, true].map((nil) => unknownOn(flow, nil, survey));
    const only = [...whenNil!].filter(([place]) => !always!.has(place));
    return [
      ...[...always!.values()].map((group) => fault(group, flow.kind)),
      ...only.map(([, group]) => faultOfNil(group, flow.kind)),
    ];
  });

function unknownOn(flow: Flow, nil: boolean, survey: Survey): ReadonlyMap<string, readonly Unknown[]> {
  const walks = (survey.walks.get(flow) ?? []).filter(({ world }) => world.nil === nil);
  const unknown = walks.flatMap((walk) => unknownIn(flow, walk, survey));
  return Map.groupBy(unknown, ({ asking, fact }) => [asking.where, fact, ...asking.path].join(' '));
}

function unknownIn(flow: Flow, { world, found }: Walk, { pack: { policy } }: Survey): readonly Unknown[] {
  const { kind } = flow;
  // what is not declared at all is a fault of its own
  const declared = new Set(factsOfKind(kind, policy).map(({ id }) => id));
  const asked = [...found.known].flatMap(([at, known]) => {
    const { leg, road } = world.legs[at]!;
    return [...choosing(leg, kind, known), ...(road ? onRoad(road, flow, world, known) : [])];
  });
  // who has nothing to report has nothing to tell of what he would have reported
  const told = world.nil ? [] : telling(flow, found);
  return [...asked, ...told].flatMap((asking) =>
    missing(asking, world.facts)
      .filter((fact) => declared.has(fact))
      .map((fact) => ({ asking, fact, facts: world.facts })),
  );
}

/** Facts without which the condition cannot be answered at some of these facts. */
function missing({ when, known }: Asking, cases: readonly Facts[]): readonly string[] {
  if (!when) return [];
  const verdicts = cases.map((facts) =>
    evaluate(when, Object.fromEntries(Object.entries(facts).filter(([fact]) => known.has(fact)))),
  );
  return [...new Set(verdicts.flatMap((verdict) => verdict.missing))].filter((fact) => !known.has(fact));
}

/** What is asked when a stretch begins: whether it is taken, and on which route. */
function choosing({ stretch, path, roads }: Leg, kind: Kind, known: ReadonlySet<string>): readonly Asking[] {
  const own = { when: stretch.when, known, path: [...path, 'when'], clause: kind.clause };
  return [
    { ...own, where: `${kind.id} / ${stretch.run}` },
    ...roads.map(({ route, path: there }) => ({
      when: route.when,
      known,
      path: [...there, 'when'],
      clause: route.clause,
      where: route.id,
    })),
  ];
}

/** What is asked when a milestone is reached that another dossier is told of: unknown, it would be told nothing, in silence. */
const telling = ({ kind, path }: Flow, { points }: Walk['found']): readonly Asking[] =>
  kind.tells.flatMap(({ id, on, when, clause }, at) => {
    const known = points.get(on);
    return known ? [{ when, known, path: [...path, 'tells', at, 'when'], clause, where: `${kind.id} / ${id}` }] : [];
  });

/** What the steps of a road ask: which evidence is due, which limits run, which copies go out. */
function onRoad(road: Road, flow: Flow, filed: Filed, begun: ReadonlySet<string>): readonly Asking[] {
  const { route, procedure, path } = road;
  const { before } = passageOf(road, flow, filed);
  return [...before].flatMap(([at, settled]) => {
    const step = route.steps[at]!;
    const known = begun.union(settled);
    const ended = known.union(new Set(settledAt(step, procedure.id, flow, filed)));
    const where = `${route.id} / ${step.id}`;
    const asking = (
      keys: Found['path'],
      when: Condition | undefined,
      clause: string,
      by: ReadonlySet<string>,
    ): Asking => ({
      where,
      when,
      clause,
      known: by,
      path: [...path, 'steps', at, ...keys, 'when'],
    });
    return [
      ...step.evidence.map((need, index) => asking(['evidence', index], whenOf(need), step.clause, known)),
      ...step.limits.map((limit, index) => asking(['limits', index], limit.when, limit.clause, known)),
      ...step.copies.map((copy, index) => asking(['copies', index], copy.when, copy.clause, ended)),
    ];
  });
}

function fault(group: readonly Unknown[], kind: Kind): Found {
  const { asking, fact } = group[0]!;
  const { path, clause, where } = asking;
  return {
    kind: 'unknown-fact',
    file: 'policy',
    path,
    clauses: [clause],
    facts: group.flatMap(({ facts }) => facts),
    about: [where, fact],
    text: {
      zh: `${where}：此时还不知道“${fact}”，“${kind.title.zh}”在此之前没有一步必定确定它`,
      en: `${where}: "${fact}" is not known by then; nothing in "${kind.id}" is sure to settle it before`,
    },
  };
}

function faultOfNil(group: readonly Unknown[], kind: Kind): Found {
  const { asking, fact } = group[0]!;
  const found = fault(group, kind);
  return {
    ...found,
    about: [...found.about, 'nil'],
    text: {
      zh: `${asking.where}：“${kind.title.zh}”零报告时“${fact}”空着，这里无从判断；须由其后的一步填写它，或改问别的事实，或不许零报告`,
      en: `${asking.where}: where nothing is reported (nil) "${fact}" of "${kind.id}" stays empty and nobody can say; let a later step fill it in, ask for something else, or take no nil return`,
    },
  };
}
