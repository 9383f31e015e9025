import type { Kind } from '../../model.ts';
import { placedLimits, type Placed } from '../limits/placed.ts';
import type { Finder, Found, Road, Survey } from '../survey/survey.ts';

/** Two things under one id: whatever names it would mean one of them by chance. */
export const doubles: Finder = (survey) => [...inVocabulary(survey), ...limitsTwice(survey)];

const inVocabulary: Finder = ({ pack: { policy, units }, roads, stands }) => [
  ...twice('policy', ['clauses'], policy.clauses),
  ...twice('policy', ['facts'], policy.facts),
  ...policy.facts.flatMap((fact, f) => twice('policy', ['facts', f, 'values'], fact.values)),
  ...twice('policy', ['posts'], policy.posts),
  ...twice('policy', ['roles'], policy.roles ?? []),
  ...twice('policy', ['fields'], policy.fields),
  ...twice('policy', ['evidenceKinds'], policy.evidenceKinds),
  ...twice('policy', ['caseRoles'], policy.caseRoles),
  ...twice('policy', ['procedures'], policy.procedures),
  ...routesTwice(roads),
  ...roads.flatMap(({ route, path }) => twice('policy', [...path, 'steps'], route.steps)),
  ...stands.flatMap(({ step, path }) => [
    ...twice('policy', [...path, 'copies'], step.copies),
    ...twice('policy', [...path, 'outcomes'], step.outcomes ?? []),
  ]),
  ...twice('policy', ['duties'], policy.duties),
  ...twice('policy', ['rulings'], policy.rulings),
  ...inKinds(policy.kinds ?? []),
  ...twice('units', ['units'], units),
];

const inKinds = (kinds: readonly Kind[]): readonly Found[] => [
  ...twice('policy', ['kinds'], kinds),
  ...numbersTwice(kinds),
  ...kinds.flatMap(({ sheet, stages, tells, opens }, k) => [
    ...twice('policy', ['kinds', k, 'sheet'], sheet),
    ...sheet.flatMap(({ columns = [] }, s) => twice('policy', ['kinds', k, 'sheet', s, 'columns'], columns)),
    ...twice('policy', ['kinds', k, 'stages'], stages),
    ...twice('policy', ['kinds', k, 'tells'], tells),
    ...twice('policy', ['kinds', k, 'opens', 'from'], opens?.from ?? []),
  ]),
];

/** Each kind counts for itself: two of one pattern give the same number twice, however many digits they fill up to. */
function numbersTwice(kinds: readonly Kind[]): readonly Found[] {
  const bare = ({ number }: Kind): string => number.replaceAll(/\{serial:[0-9]+\}/g, '{serial}');
  return kinds.flatMap((kind, index) => {
    const first = kinds.slice(0, index).find((other) => bare(other) === bare(kind));
    if (!first || first.id === kind.id) return []; // one kind that is there twice is told as such
    const { zh, en } = {
      zh: `“${first.title.zh}”和“${kind.title.zh}”的编号规则相同（${kind.number}），两个事项会得到同一个编号`,
      en: `"${first.id}" and "${kind.id}" are numbered alike (${kind.number}): two dossiers would bear one number`,
    };
    const about = [first.id, kind.id, 'number'];
    return [{ ...double('policy', ['kinds', index, 'number'], kind.id), about, text: { zh, en } }];
  });
}

/** One problem has one clock of a name: the second limit of that name on its way would never start. */
function limitsTwice(survey: Survey): readonly Found[] {
  const placed = placedLimits(survey);
  return placed.flatMap((limit, index) =>
    placed.slice(0, index).some((other) => other.limit.id === limit.limit.id && meet(limit, other))
      ? [double('policy', [...limit.path, 'id'], limit.limit.id)]
      : [],
  );
}

// of the routes of one procedure a problem takes one, so that they may share their limits
function meet({ stand: one }: Placed, { stand: other }: Placed): boolean {
  return one === null || other === null || one.road === other.road || one.road.procedure !== other.road.procedure;
}

/** Rulings rank and name routes by id alone, so an id means one route in the whole pack. */
function routesTwice(roads: readonly Road[]): readonly Found[] {
  return roads.flatMap(({ route, path }, index) => {
    const first = roads.findIndex((road) => road.route.id === route.id);
    return first === index ? [] : [double('policy', path, route.id)];
  });
}

function twice(file: Found['file'], path: Found['path'], things: readonly { readonly id: string }[]): readonly Found[] {
  return things.flatMap(({ id }, index) =>
    things.findIndex((thing) => thing.id === id) === index ? [] : [double(file, [...path, index], id)],
  );
}

const double = (file: Found['file'], path: Found['path'], id: string): Found => ({
  kind: 'shape',
  file,
  path,
  clauses: [],
  facts: [],
  about: [id],
  onlyBy: null,
  text: { zh: `“${id}”写了两次`, en: `"${id}" is there twice` },
});
