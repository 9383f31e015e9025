import type { Finder, Found } from './survey.ts';

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
  ...policy.procedures.flatMap((procedure, p) => twice('policy', ['procedures', p, 'routes'], procedure.routes)),
  ...roads.flatMap(({ route, path }) => twice('policy', [...path, 'steps'], route.steps)),
  ...stands.flatMap(({ step, path }) => [...twice('policy', [...path, 'limits'], step.limits), ...twice('policy', [...path, 'copies'], step.copies)]),
  ...twice('policy', ['duties'], policy.duties),
  ...twice('policy', ['rulings'], policy.rulings),
  ...twice('units', ['units'], units),
];

function twice(file: Found['file'], path: Found['path'], things: readonly { readonly id: string }[]): readonly Found[] {
  return things.flatMap(({ id }, index): readonly Found[] => {
    if (things.findIndex((thing) => thing.id === id) === index) return [];
    const text = { zh: `“${id}”写了两次`, en: `"${id}" is there twice` };
    return [{ kind: 'shape', file, path: [...path, index], clauses: [], facts: [], about: [id], onlyBy: null, text }];
  });
}
