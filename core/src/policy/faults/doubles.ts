import type { Finder, Found, Road } from './survey.ts';

/** Two things under one id: whatever names it would mean one of them by chance. */
export const doubles: Finder = ({ pack: { policy, units }, roads, stands }) => [
  ...twice('policy', ['clauses'], policy.clauses),
  ...twice('policy', ['facts'], policy.facts),
  ...policy.facts.flatMap((fact, f) => twice('policy', ['facts', f, 'values'], fact.values)),
  ...twice('policy', ['posts'], policy.posts),
  ...twice('policy', ['fields'], policy.fields),
  ...twice('policy', ['evidenceKinds'], policy.evidenceKinds),
  ...twice('policy', ['caseRoles'], policy.caseRoles),
  ...twice('policy', ['procedures'], policy.procedures),
  ...routesTwice(roads),
  ...roads.flatMap(({ route, path }) => twice('policy', [...path, 'steps'], route.steps)),
  ...stands.flatMap(({ step, path }) => [
    ...twice('policy', [...path, 'limits'], step.limits),
    ...twice('policy', [...path, 'copies'], step.copies),
  ]),
  ...twice('policy', ['duties'], policy.duties),
  ...twice('policy', ['rulings'], policy.rulings),
  ...twice('units', ['units'], units),
];

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
